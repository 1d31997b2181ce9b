package dev.gradgap.task;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.gradgap.engine.Mode;
import dev.gradgap.statistics.Interval;
import dev.gradgap.task.Advice.Candidate;
import dev.gradgap.terminal.Json;
import dev.gradgap.text.Numbers;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.OptionalDouble;

/** Writes advice for people, a line for each question, and for programs. */
public final class AdviceWriter {

    private final PrintWriter out;

    public AdviceWriter(PrintWriter out) {
        this.out = out;
    }

    /**
     * Five lines.
     *
     * @param all at least one, the first at the size that was asked for
     */
    public void text(List<Advice> all) {
        Advice advice = all.get(0);
        Candidate best = advice.best();
        out.println(advice.workload() + " with " + advice.inputs() + " inputs: " + mode(best) + ", engine "
                + best.engine() + ": all derivatives in " + Numbers.durations(best.time()) + passes(best) + ".");
        out.println(runnerUp(advice));
        out.println(preparing(advice));
        out.println("Memory: " + memory(best) + ".");
        for (Advice other : all.subList(1, all.size())) {
            out.println("With " + other.inputs() + " inputs: " + mode(other.best()) + ", "
                    + other.best().engine() + ", "
                    + Numbers.durations(other.best().time()) + "; " + runnerUp(other));
        }
    }

    private static String mode(Candidate candidate) {
        return candidate.mode() == Mode.REVERSE ? "reverse mode" : "forward mode";
    }

    private static String passes(Candidate candidate) {
        return candidate.mode() == Mode.REVERSE || candidate.passes().isEmpty()
                ? ""
                : " in " + candidate.passes().getAsLong() + " passes of " + candidate.tangents() + " tangents";
    }

    private static String runnerUp(Advice advice) {
        if (advice.candidates().size() == 1) {
            return "No other engine takes the function.";
        }
        Candidate second = advice.candidates().get(1);
        String text = "Next: " + second.engine() + ", " + Numbers.interval(second.ratio()) + " times as long"
                + doubt(second.ratio());
        return text
                + advice.otherMode()
                        .map(other -> "; " + mode(other) + ": " + other.engine() + ", "
                                + Numbers.interval(other.ratio()) + " times" + passes(other))
                        .orElse("")
                + ".";
    }

    private static String doubt(Interval ratio) {
        if (!ratio.isKnown()) {
            return " by one fork";
        }
        return ratio.low() > 1 ? "" : ", which may be chance";
    }

    private static String preparing(Advice advice) {
        Candidate best = advice.best();
        if (best.prepare().isEmpty()) {
            return best.engine().startsWith("overloading")
                    ? "It prepares nothing: each evaluation runs the function's own code."
                    : "How long it takes to prepare could not be measured steadily.";
        }
        String takes = "Preparing takes " + Numbers.duration(best.prepare().getAsDouble());
        return advice.unprepared()
                .map(rival -> takes + "; against " + rival.engine()
                        + ", which prepares nothing, it has paid for itself after "
                        + Numbers.count((double) advice.breakEven().orElseThrow()) + " gradients.")
                .orElse(takes + ".");
    }

    private static String memory(Candidate candidate) {
        return (candidate.liveBytes().isPresent()
                        ? "it holds " + candidate.liveBytes().getAsLong() + " bytes"
                        : "unknown")
                + (candidate.allocBytes().isPresent()
                        ? " and allocates " + Math.round(candidate.allocBytes().getAsDouble()) + " each time"
                        : "");
    }

    /** All that was measured. */
    public void json(List<Advice> all, long seed) throws IOException {
        try (JsonGenerator json = Json.generator(out)) {
            json.writeStartObject();
            json.writeStringField("workload", all.get(0).workload());
            json.writeNumberField("seed", seed);
            json.writeArrayFieldStart("advice");
            for (Advice advice : all) {
                json.writeStartObject();
                json.writeNumberField("inputs", advice.inputs());
                json.writeArrayFieldStart("engines");
                for (Candidate candidate : advice.candidates()) {
                    write(json, candidate);
                }
                json.writeEndArray();
                if (advice.breakEven().isPresent()) {
                    json.writeNumberField(
                            "break_even_gradients", advice.breakEven().getAsLong());
                }
                json.writeArrayFieldStart("unsuited");
                for (String reason : advice.unsuited()) {
                    json.writeString(reason);
                }
                json.writeEndArray();
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        out.println();
    }

    private static void write(JsonGenerator json, Candidate candidate) throws IOException {
        json.writeStartObject();
        json.writeStringField("engine", candidate.engine());
        json.writeStringField("mode", candidate.mode().label());
        json.writeNumberField("tangents_per_pass", candidate.tangents());
        write(json, "time_ns", candidate.time());
        write(json, "ratio_to_best", candidate.ratio());
        write(json, "prepare_ns", candidate.prepare());
        if (candidate.liveBytes().isPresent()) {
            json.writeNumberField("live_bytes", candidate.liveBytes().getAsLong());
        }
        write(json, "alloc_bytes", candidate.allocBytes());
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, String name, Interval interval) throws IOException {
        json.writeNumberField(name, interval.estimate());
        if (interval.isKnown()) {
            json.writeNumberField(name + "_low", interval.low());
            json.writeNumberField(name + "_high", interval.high());
        }
    }

    private static void write(JsonGenerator json, String name, OptionalDouble value) throws IOException {
        if (value.isPresent()) {
            json.writeNumberField(name, value.getAsDouble());
        }
    }
}
