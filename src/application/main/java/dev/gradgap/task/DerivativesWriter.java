package dev.gradgap.task;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.gradgap.terminal.Json;
import dev.gradgap.verify.expected.Verdict;
import dev.gradgap.workload.Workload;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.function.IntFunction;

/** Writes derivatives at full precision, row by row, so that ten million of them need no more memory than one. */
public final class DerivativesWriter {

    private static final int WIDEST_DOUBLE = 24;

    private final PrintWriter out;

    public DerivativesWriter(PrintWriter out) {
        this.out = out;
    }

    /** A table for a person; inputs by name. */
    public void text(Derivatives derivatives, long seed, IntFunction<String> inputName) {
        Workload workload = derivatives.workload();
        int n = workload.inputs();
        out.println(
                Members.describe(workload) + ", engine " + derivatives.engine().name() + ", seed " + seed);
        for (int j = 0; j < workload.outputs(); j++) {
            String output = workload.outputs() == 1 ? "f" : "y" + j;
            out.println();
            out.println(output + " = " + Json.number(derivatives.value()[j]));
            for (int i = 0; i < n; i++) {
                String input = inputName.apply(i) + " = " + Json.number(workload.point()[i]);
                out.write(input + " ".repeat(Math.max(2, WIDEST_DOUBLE + 6 - input.length())));
                out.write("d" + output + "/d" + inputName.apply(i) + " = "
                        + Json.number(derivatives.jacobian()[j * n + i]) + "\n");
            }
        }
        out.flush();
    }

    /** RFC 4180, one row for each derivative; outputs and inputs by their positions from 0. */
    public void csv(Derivatives derivatives) {
        int n = derivatives.workload().inputs();
        out.write("output,value,input,x,derivative\r\n");
        for (int k = 0; k < derivatives.jacobian().length; k++) {
            out.write((k / n) + "," + Json.number(derivatives.value()[k / n]) + "," + (k % n) + ","
                    + Json.number(derivatives.workload().point()[k % n]) + ","
                    + Json.number(derivatives.jacobian()[k]) + "\r\n");
        }
        out.flush();
    }

    /** One object; a number and an array for one output, an array and rows for several. */
    public void json(Derivatives derivatives, long seed, Verdict verdict) throws IOException {
        Workload workload = derivatives.workload();
        try (JsonGenerator json = Json.generator(out)) {
            json.writeStartObject();
            json.writeStringField("workload", workload.name());
            json.writeNumberField("inputs", workload.inputs());
            json.writeNumberField("outputs", workload.outputs());
            json.writeStringField("engine", derivatives.engine().name());
            json.writeNumberField("seed", seed);
            json.writeFieldName("x");
            json.writeArray(workload.point(), 0, workload.inputs());
            if (workload.outputs() == 1) {
                json.writeNumberField("value", derivatives.value()[0]);
                json.writeFieldName("gradient");
                json.writeArray(derivatives.jacobian(), 0, workload.inputs());
            } else {
                json.writeFieldName("value");
                json.writeArray(derivatives.value(), 0, workload.outputs());
                json.writeArrayFieldStart("gradient");
                for (int j = 0; j < workload.outputs(); j++) {
                    json.writeArray(derivatives.jacobian(), j * workload.inputs(), workload.inputs());
                }
                json.writeEndArray();
            }
            EngineCode.writeFields(json);
            json.writeBooleanField("verified", verdict.ok());
            if (!verdict.ok()) {
                json.writeStringField("unverified_reason", verdict.message());
            }
            json.writeEndObject();
        }
        out.println();
    }
}
