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
import dev.gradgap.results.file.Component.Column;
import dev.gradgap.text.UserError;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * CSV files whose rows are records. RFC 4180 in UTF-8 without a byte order mark; lines end in CR LF, as the RFC has it. Reading
 * takes lines ending in LF alone too, finds columns by name, and ignores columns it does not know, since files only ever gain
 * columns; those gained later may be missing.
 */
public final class CsvTable {

    private static final CsvMapper MAPPER = CsvMapper.builder()
            .enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING)
            .enable(CsvParser.Feature.WRAP_AS_ARRAY)
            .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
            .build();
    private static final ObjectWriter WRITER =
            MAPPER.writer(CsvSchema.emptySchema().withLineSeparator("\r\n"));
    private static final ObjectReader READER = MAPPER.readerFor(String[].class);

    private CsvTable() {}

    /**
     * Writes a file with a header and a row for each record, whole or not at all.
     *
     * @throws java.io.UncheckedIOException naming the file and the cause in one line
     */
    public static <R extends Record> void write(Path file, Class<R> type, List<R> rows) {
        Schema<R> schema = Schema.of(type);
        List<String> names = schema.columns().stream().map(Column::name).toList();
        write(file, names, rows, row -> List.copyOf(schema.texts(row).values()));
    }

    /**
     * Writes a file with a header and a row for each element, whole or not at all.
     *
     * @throws java.io.UncheckedIOException naming the file and the cause in one line
     */
    public static <T> void write(Path file, List<CsvColumn<T>> columns, List<T> rows) {
        List<String> names = columns.stream().map(CsvColumn::name).toList();
        write(file, names, rows, row -> columns.stream()
                .map(column -> column.text().apply(row))
                .toList());
    }

    private static <T> void write(Path file, List<String> names, List<T> rows, Function<T, List<String>> texts) {
        AtomicFile.write(file, out -> {
            try (SequenceWriter writer = WRITER.writeValues(out)) {
                writer.write(names.toArray());
                for (T row : rows) {
                    writer.write(texts.apply(row).toArray());
                }
            }
        });
    }

    /**
     * Reads a file.
     *
     * @throws UserError if it is not a file of such records, with the file, the line and the column
     * @throws java.io.UncheckedIOException if it cannot be read
     */
    public static <R extends Record> List<R> read(Path file, Class<R> type) {
        Schema<R> schema = Schema.of(type);
        LineCount line = new LineCount();
        try (InputStream in = InputFile.open(file);
                MappingIterator<String[]> rows = READER.readValues(in)) {
            if (!rows.hasNextValue()) {
                throw new UserError(file + ":1: the header is missing");
            }
            String[] header = rows.nextValue();
            line.advance(header);
            requireColumns(file, List.of(header), schema);
            List<R> result = new ArrayList<>();
            while (rows.hasNextValue()) {
                String[] values = rows.nextValue();
                if (!isBlank(values)) {
                    String place = file + ":" + line.number;
                    result.add(schema.ofTexts(texts(place, header, values), place));
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

    private static void requireColumns(Path file, List<String> header, Schema<?> schema) {
        header.stream()
                .filter(name -> header.indexOf(name) != header.lastIndexOf(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new UserError(file + ":1: column " + name + " appears twice");
                });
        String missing = schema.columns().stream()
                .filter(column -> column.required() && !header.contains(column.name()))
                .map(Column::name)
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            throw new UserError(file + ":1: missing column " + missing);
        }
    }

    private static Map<String, String> texts(String place, String[] header, String[] values) {
        if (values.length != header.length) {
            throw new UserError(place + ": " + values.length + " columns where the header has " + header.length);
        }
        Map<String, String> texts = new HashMap<>();
        for (int i = 0; i < header.length; i++) {
            texts.put(header[i], values[i]);
        }
        return texts;
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
