package dev.gradgap.results.file;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.nio.file.Path;

/** JSON files for people and version control: one value a line, the same line ends on every platform. */
public final class PrettyJson {

    private static final DefaultIndenter LINES = new DefaultIndenter("  ", "\n");
    private static final ObjectWriter WRITER = new ObjectMapper()
            .writer(new DefaultPrettyPrinter().withObjectIndenter(LINES).withArrayIndenter(LINES));

    private PrettyJson() {}

    /** Writes a tree, or maps and lists of texts, numbers and truth values; whole or not at all. */
    public static void write(Path file, Object value) {
        AtomicFile.write(file, out -> {
            out.write(WRITER.writeValueAsBytes(value));
            out.write('\n');
        });
    }
}
