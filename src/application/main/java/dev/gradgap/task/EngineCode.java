package dev.gradgap.task;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.gradgap.engine.Vectors;
import java.io.IOException;

/** What decides, beside the engines, which code runs: so that a result says what it is a result of. */
final class EngineCode {

    private EngineCode() {}

    /** In words, such as: vectors of 8 doubles on OpenJDK 64-Bit Server VM 17.0.15. */
    static String describe() {
        int width = Vectors.width();
        return (width == 1 ? "scalars, no vectors, on " : "vectors of " + width + " doubles on ") + jvm();
    }

    /** Writes the fields {@code vector_width}, in doubles and 1 for none, and {@code jvm}. */
    static void writeFields(JsonGenerator json) throws IOException {
        json.writeNumberField("vector_width", Vectors.width());
        json.writeStringField("jvm", jvm());
    }

    private static String jvm() {
        return System.getProperty("java.vm.name") + " " + System.getProperty("java.version");
    }
}
