package dev.gradgap.results.file;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import dev.gradgap.text.UserError;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A kind of CSV file: its columns in order, and how a row becomes an object again. RFC 4180 in UTF-8 without a byte order
 * mark; lines end in CR LF, as the RFC has it. Reading takes lines ending in LF alone too, finds columns by name, and
 * ignores columns it does not know, since files only ever gain columns; those gained later may be missing.
 *
 * @param <T> what a row stands for
 */
public final class CsvTable<T> {

    private static final CsvMapper MAPPER = CsvMapper.builder()
            .enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING)
            .enable(CsvParser.Feature.WRAP_AS_ARRAY)
            .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
            .build();
    private static final ObjectWriter WRITER =
            MAPPER.writer(CsvSchema.emptySchema().withLineSeparator("\r\n"));
    private static final ObjectReader READER = MAPPER.readerFor(String[].class);

    private final List<CsvColumn<T>> columns;
    private final Function<CsvRow, T> parser;

    public CsvTable(List<CsvColumn<T>> columns, Function<CsvRow, T> parser) {
        this.columns = List.copyOf(columns);
        this.parser = parser;
    }

    /** Writes a file with a header and a row for each element. */
    public void write(Path file, List<T> rows) {
        write(file, columns, rows);
    }

    /**
     * Writes a file with a header and a row for each element, whole or not at all.
     *
     * @throws java.io.UncheckedIOException naming the file and the cause in one line
     */
    public static <T> void write(Path file, List<CsvColumn<T>> columns, List<T> rows) {
        AtomicFile.write(file, out -> write(out, columns, rows));
    }

    private static <T> void write(OutputStream out, List<CsvColumn<T>> columns, List<T> rows) throws IOException {
        try (SequenceWriter writer = WRITER.writeValues(out)) {
            writer.write(columns.stream().map(CsvColumn::name).toArray());
            for (T row : rows) {
                writer.write(
                        columns.stream().map(column -> column.text().apply(row)).toArray());
            }
        }
    }

    /**
     * Reads a file that has at least these columns.
     *
     * @throws UserError if it is not a file of this kind, with the file, the line and the column
     * @throws java.io.UncheckedIOException if it cannot be read
     */
    public static <T> List<T> read(Path file, List<String> columns, Function<CsvRow, T> parser) {
        List<CsvColumn<T>> named =
                columns.stream().map(name -> CsvColumn.<T>text(name, row -> "")).toList();
        return new CsvTable<>(named, parser).read(file);
    }

    /**
     * Reads a file.
     *
     * @throws UserError if it is not a file of this kind, with the file, the line and the column
     * @throws java.io.UncheckedIOException if it cannot be read
     */
    public List<T> read(Path file) {
        LineCount line = new LineCount();
        try (InputStream in = InputFile.open(file);
                MappingIterator<String[]> rows = READER.readValues(in)) {
            if (!rows.hasNextValue()) {
                throw new UserError(file + ":1: the header is missing");
            }
            String[] header = rows.nextValue();
            line.advance(header);
            Map<String, Integer> positions = positions(file, header);
            List<T> result = new ArrayList<>();
            while (rows.hasNextValue()) {
                String[] values = rows.nextValue();
                if (!isBlank(values)) {
                    result.add(parser.apply(row(file, line.number, positions, values)));
                }
                line.advance(values);
            }
            return result;
        } catch (JacksonException e) {
            throw new UserError(file + ":" + line.number + ": not CSV: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw IoErrors.unchecked("cannot read " + file, e);
        }
    }

    private Map<String, Integer> positions(Path file, String[] header) {
        Map<String, Integer> positions = new HashMap<>();
        for (int i = 0; i < header.length; i++) {
            if (positions.put(header[i], i) != null) {
                throw new UserError(file + ":1: column " + header[i] + " appears twice");
            }
        }
        List<String> missing = columns.stream()
                .filter(CsvColumn::required)
                .map(CsvColumn::name)
                .filter(column -> !positions.containsKey(column))
                .toList();
        if (!missing.isEmpty()) {
            throw new UserError(file + ":1: missing column " + String.join(", ", missing));
        }
        return positions;
    }

    private static CsvRow row(Path file, long line, Map<String, Integer> positions, String[] values) {
        if (values.length != positions.size()) {
            throw new UserError(
                    file + ":" + line + ": " + values.length + " columns where the header has " + positions.size());
        }
        return new CsvRow(file, line, positions, values);
    }

    private static boolean isBlank(String[] values) {
        return values.length == 0 || (values.length == 1 && values[0].isEmpty());
    }

    /** The line on which the next row begins, from 1: a quoted value may span several. */
    private static final class LineCount {

        private long number = 1;

        void advance(String[] row) {
            number++;
            for (String value : row) {
                number += value.chars().filter(c -> c == '\n').count();
            }
        }
    }
}
