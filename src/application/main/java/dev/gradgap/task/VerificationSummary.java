package dev.gradgap.task;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.gradgap.task.Verification.Result;
import dev.gradgap.terminal.ExitCode;
import dev.gradgap.terminal.Json;
import dev.gradgap.text.UserError;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What became of all checks together: how many ended how, in words or in JSON, and the exit code. */
public final class VerificationSummary {

    private final List<Checked> all = new ArrayList<>();

    /** A check and its subject. */
    private record Checked(String workload, int inputs, String engine, Verification check) {}

    public void add(String workload, int inputs, String engine, Verification check) {
        all.add(new Checked(workload, inputs, engine, check));
    }

    private long count(Result result) {
        return all.stream()
                .filter(checked -> checked.check().result() == result)
                .count();
    }

    /** The reasons, the counts, and why checks were skipped. What is unverified is only counted if there is any. */
    public void text(PrintWriter out) {
        out.println();
        all.stream()
                .map(Checked::check)
                .filter(check -> check.result() != Result.RIGHT && check.result() != Result.SKIPPED)
                .forEach(check -> out.println(check.reason()));
        out.println("verified with " + EngineCode.describe());
        long unverified = count(Result.UNVERIFIED);
        out.printf(
                Locale.ROOT,
                "%d right, %d wrong, %d failed, %d skipped%s%n",
                count(Result.RIGHT),
                count(Result.WRONG),
                count(Result.FAILED),
                count(Result.SKIPPED),
                unverified > 0 ? ", " + unverified + " unverified" : "");
        all.stream()
                .map(Checked::check)
                .filter(check -> check.result() == Result.SKIPPED)
                .collect(Collectors.groupingBy(Verification::reason, TreeMap::new, Collectors.counting()))
                .forEach((reason, times) -> out.println("  skipped " + times + ": " + reason));
    }

    /** One object: how many checks ended how, and each of them. */
    public void json(PrintWriter out) throws IOException {
        try (JsonGenerator json = Json.generator(out)) {
            json.writeStartObject();
            for (Result result : Result.values()) {
                json.writeNumberField(result.label(), count(result));
            }
            json.writeArrayFieldStart("checks");
            for (Checked checked : all) {
                write(json, checked);
            }
            json.writeEndArray();
            EngineCode.writeFields(json);
            json.writeEndObject();
        }
        out.println();
    }

    private static void write(JsonGenerator json, Checked checked) throws IOException {
        json.writeStartObject();
        json.writeStringField("workload", checked.workload());
        json.writeNumberField("inputs", checked.inputs());
        json.writeStringField("engine", checked.engine());
        json.writeStringField("result", checked.check().result().label());
        if (checked.check().result() == Result.RIGHT) {
            json.writeNumberField(
                    "max_relative_error",
                    checked.check().verdict().orElseThrow().maxRelativeError());
        } else {
            json.writeStringField("reason", checked.check().reason());
        }
        json.writeEndObject();
    }

    /**
     * The exit code: what is wrong before what broke down, before what could not be judged.
     *
     * @throws UserError if every combination was skipped
     */
    public int exitCode() {
        if (count(Result.WRONG) > 0) {
            return ExitCode.WRONG_GRADIENT;
        }
        if (all.stream().map(Checked::check).anyMatch(Verification::isInternalError)) {
            return ExitCode.INTERNAL_ERROR;
        }
        if (count(Result.FAILED) > 0) {
            return ExitCode.CELLS_FAILED;
        }
        if (count(Result.UNVERIFIED) > 0) {
            return ExitCode.UNVERIFIED;
        }
        if (count(Result.RIGHT) == 0) {
            throw new UserError(
                    "nothing was verified: every combination was skipped; choose other --inputs or engines");
        }
        return ExitCode.OK;
    }
}
