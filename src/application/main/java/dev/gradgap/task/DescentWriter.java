package dev.gradgap.task;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.gradgap.descend.Descent;
import dev.gradgap.engine.Mode;
import dev.gradgap.terminal.Json;
import dev.gradgap.terminal.TextTable;
import dev.gradgap.text.Numbers;
import dev.gradgap.workload.Workload;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** Writes a descent: for a person, or at full precision for programs. */
public final class DescentWriter {

    private final PrintWriter out;
    private final Workload workload;
    private final Descent descent;

    public DescentWriter(PrintWriter out, Workload workload, Descent descent) {
        this.out = out;
        this.workload = workload;
        this.descent = descent;
    }

    /** A table of the steps, then what a step took. */
    public void text(String definition, long seed) {
        out.println("gradient descent on " + Members.describe(workload) + ", seed " + seed);
        out.println(definition);
        out.println();
        boolean both = descent.sides().size() == 2;
        TextTable table = both
                ? new TextTable(
                        "step", "cost", "gradient norm", "rate", "trials", name(0), name(1), "forward / reverse")
                : new TextTable("step", "cost", "gradient norm", "rate", "trials", name(0));
        table.add(row("0", cost(descent.firstCost()), both));
        for (int s = 0; s < descent.steps().size(); s++) {
            Descent.Step step = descent.steps().get(s);
            String[] cells = row(Integer.toString(s + 1), cost(step.cost()), both);
            cells[2] = Numbers.plain(step.gradientNorm());
            cells[3] = Numbers.plain(step.rate());
            cells[4] = Integer.toString(step.trials());
            cells[5] = time(step.timesNs().get(0), 0);
            if (both) {
                int forward = side(Mode.FORWARD).orElseThrow();
                cells[6] = time(step.timesNs().get(1), 1);
                cells[7] = Numbers.plain(
                        step.timesNs().get(forward) / step.timesNs().get(1 - forward));
            }
            table.add(cells);
        }
        out.print(table);
        out.println();
        summary();
        out.flush();
    }

    private String name(int side) {
        return descent.sides().get(side).engine().name();
    }

    private static String[] row(String step, String cost, boolean both) {
        return both ? new String[] {step, cost, "", "", "", "", "", ""} : new String[] {step, cost, "", "", "", ""};
    }

    private static String cost(double cost) {
        return cost == 0 ? "0" : String.format(Locale.ROOT, "%.6g", cost);
    }

    private String time(double nanoseconds, int side) {
        return (descent.sides().get(side).sampled() ? "~" : "") + Numbers.duration(nanoseconds);
    }

    private OptionalInt side(Mode mode) {
        return IntStream.range(0, descent.sides().size())
                .filter(side -> descent.sides().get(side).engine().mode() == mode)
                .findFirst();
    }

    private void summary() {
        int steps = descent.steps().size();
        out.println("The cost fell from " + cost(descent.firstCost()) + " to " + cost(descent.lastCost()) + " in "
                + steps + (steps == 1 ? " step" : " steps") + end());
        for (Mode mode : Mode.values()) {
            side(mode)
                    .ifPresentOrElse(
                            this::took,
                            () -> out.println("No engine of technology "
                                    + descent.sides()
                                            .get(0)
                                            .engine()
                                            .technology()
                                            .label() + " takes the same step in "
                                    + mode.label() + " mode."));
        }
        descent.factor()
                .ifPresent(factor -> out.println("A step in forward mode takes " + (isSampled() ? "about " : "")
                        + Numbers.plain(factor) + " times as long as one in reverse mode."));
        descent.disagreement()
                .ifPresent(difference -> out.println(
                        difference == 0
                                ? "The two gradients are equal."
                                : String.format(
                                        Locale.ROOT,
                                        "The two gradients differ by at most %.1e of the largest derivative.",
                                        difference)));
        if (isSampled()) {
            out.println("~ from some of the passes of a gradient, for all of them would take too long.");
        }
        out.println(
                "Wall clock in one process after a short warm-up: a demonstration, not a benchmark (run measures).");
    }

    private String end() {
        return switch (descent.end()) {
            case ALL_STEPS -> ".";
            case STATIONARY -> "; then the gradient is zero.";
            case NO_DECREASE -> "; then no step makes it fall that double precision could tell.";
        };
    }

    private void took(int side) {
        Descent.Side engine = descent.sides().get(side);
        String passes = engine.passes() + (engine.passes() == 1 ? " pass" : " passes") + " a gradient";
        String median = descent.medianNs(side).isPresent()
                ? ": " + time(descent.medianNs(side).getAsDouble(), side) + " a step (median)"
                : "";
        out.println("  " + engine.engine().mode().label() + " mode, " + name(side) + ", " + passes + median);
    }

    private boolean isSampled() {
        return descent.sides().stream().anyMatch(Descent.Side::sampled);
    }

    /** RFC 4180, a row for each step; unknown is empty. */
    public void csv() {
        out.write("step,cost,gradient_norm,rate,trials,forward_ns,reverse_ns,method\r\n");
        out.write("0," + Json.number(descent.firstCost()) + ",,,,,,\r\n");
        for (int s = 0; s < descent.steps().size(); s++) {
            Descent.Step step = descent.steps().get(s);
            out.write((s + 1) + "," + Json.number(step.cost()) + "," + Json.number(step.gradientNorm()) + ","
                    + Json.number(step.rate()) + "," + step.trials() + "," + nanoseconds(step, Mode.FORWARD) + ","
                    + nanoseconds(step, Mode.REVERSE) + "," + (isSampled() ? "sampled" : "measured") + "\r\n");
        }
        out.flush();
    }

    private String nanoseconds(Descent.Step step, Mode mode) {
        OptionalInt side = side(mode);
        return side.isPresent() ? Json.number(step.timesNs().get(side.getAsInt())) : "";
    }

    /** One object. */
    public void json(long seed, boolean verified) throws IOException {
        try (JsonGenerator json = Json.generator(out)) {
            json.writeStartObject();
            json.writeStringField("workload", workload.name());
            json.writeNumberField("inputs", descent.inputs());
            json.writeNumberField("seed", seed);
            json.writeStringField("end", descent.end().name().toLowerCase(Locale.ROOT));
            json.writeArrayFieldStart("engines");
            for (int side = 0; side < descent.sides().size(); side++) {
                engine(json, side);
            }
            json.writeEndArray();
            if (descent.factor().isPresent()) {
                json.writeNumberField("factor", descent.factor().getAsDouble());
            }
            json.writeNumberField("first_cost", descent.firstCost());
            json.writeArrayFieldStart("steps");
            for (Descent.Step step : descent.steps()) {
                step(json, step);
            }
            json.writeEndArray();
            EngineCode.writeFields(json);
            json.writeBooleanField("verified", verified);
            json.writeEndObject();
        }
        out.println();
    }

    private void engine(JsonGenerator json, int side) throws IOException {
        Descent.Side engine = descent.sides().get(side);
        json.writeStartObject();
        json.writeStringField("name", engine.engine().name());
        json.writeStringField("technology", engine.engine().technology().label());
        json.writeStringField("mode", engine.engine().mode().label());
        json.writeNumberField("passes", engine.passes());
        json.writeStringField("method", engine.sampled() ? "sampled" : "measured");
        if (descent.medianNs(side).isPresent()) {
            json.writeNumberField("median_step_ns", descent.medianNs(side).getAsDouble());
        }
        json.writeEndObject();
    }

    private void step(JsonGenerator json, Descent.Step step) throws IOException {
        json.writeStartObject();
        json.writeNumberField("cost", step.cost());
        json.writeNumberField("gradient_norm", step.gradientNorm());
        json.writeNumberField("rate", step.rate());
        json.writeNumberField("trials", step.trials());
        for (Mode mode : Mode.values()) {
            if (side(mode).isPresent()) {
                json.writeNumberField(
                        mode.label() + "_ns", step.timesNs().get(side(mode).getAsInt()));
            }
        }
        json.writeEndObject();
    }
}
