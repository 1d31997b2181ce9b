package dev.gradgap.terminal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.io.NumberOutput;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintWriter;

/** JSON and numbers at full precision, the same on every JVM: the shortest decimal that reads back as the same double. */
public final class Json {

    /** Made when JSON is first written: most commands write single numbers, and Jackson is hundreds of classes. */
    private static final class Jackson {

        // Double.toString is only the shortest from JDK 19 on.
        private static final JsonFactory FACTORY = JsonFactory.builder()
                .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
                .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                .build();
    }

    /** Made when a whole tree is first written, which needs most of Jackson. */
    private static final class Trees {
        private static final JsonMapper MAPPER = new JsonMapper(Jackson.FACTORY);
    }

    private Json() {}

    /** A generator that leaves the writer open; close it to end the text. */
    public static JsonGenerator generator(PrintWriter out) throws IOException {
        return Jackson.FACTORY.createGenerator(out).useDefaultPrettyPrinter();
    }

    /** Writes maps, lists, texts and numbers. */
    public static void write(PrintWriter out, Object value) throws IOException {
        try (JsonGenerator generator = generator(out)) {
            Trees.MAPPER.writeValue(generator, value);
        }
        out.println();
    }

    /** A double in as few digits as read back the same. */
    public static String number(double value) {
        return NumberOutput.toString(value, true);
    }
}
