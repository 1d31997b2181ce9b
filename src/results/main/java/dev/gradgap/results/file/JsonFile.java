package dev.gradgap.results.file;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gradgap.text.UserError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.Function;

/** A file that is one JSON object. */
public final class JsonFile {

    private JsonFile() {}

    /**
     * Reads a file.
     *
     * @param what it is, after "not"
     * @param parser throws a {@link FieldException} for a field that cannot be right
     * @throws UserError naming the file, the line and the field, if it is no such object
     * @throws java.io.UncheckedIOException naming the file and the cause in one line, if it cannot be read
     */
    public static <T> T read(Path file, String what, Function<JsonNode, T> parser) {
        byte[] bytes;
        try {
            bytes = InputFile.bytes(file, InputFile.LARGE);
        } catch (IOException e) {
            throw IoErrors.unchecked("cannot read " + file, e);
        }
        try {
            return parser.apply(JsonFields.object(bytes));
        } catch (FieldException e) {
            throw new UserError(file + ":" + line(bytes, e.field()) + ": not " + what + ": " + e.getMessage());
        } catch (NoJsonException e) {
            throw new UserError(file + ":" + e.line() + ": " + e.getMessage());
        }
    }

    /** The line on which a field is first named, from 1; the first line if it is nowhere. */
    private static long line(byte[] bytes, String field) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        int position = Math.max(0, text.indexOf('"' + field + '"'));
        return 1 + text.substring(0, position).chars().filter(c -> c == '\n').count();
    }
}
