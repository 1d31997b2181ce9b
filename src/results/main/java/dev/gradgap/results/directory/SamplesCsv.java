package dev.gradgap.results.directory;

import static dev.gradgap.results.file.CsvColumn.label;
import static dev.gradgap.results.file.CsvColumn.number;
import static dev.gradgap.results.file.CsvColumn.optionalNumber;
import static dev.gradgap.results.file.CsvColumn.text;
import static dev.gradgap.results.file.CsvColumn.whole;

import dev.gradgap.engine.Operator;
import dev.gradgap.results.Method;
import dev.gradgap.results.analysis.Sample;
import dev.gradgap.results.file.CsvColumn;
import dev.gradgap.results.file.CsvRow;
import dev.gradgap.results.file.CsvTable;
import dev.gradgap.text.UserError;
import java.nio.file.Path;
import java.util.List;

/** samples.csv: the raw time of every measured iteration of every fork. */
public final class SamplesCsv {

    private static final CsvTable<Sample> TABLE = new CsvTable<Sample>(
            List.of(
                    text("workload", Sample::workload),
                    whole("inputs", Sample::inputs),
                    text("engine", Sample::engine),
                    label("operator", Sample::operator),
                    label("method", Sample::method),
                    whole("round", Sample::round),
                    whole("iteration", Sample::iteration),
                    number("time_ns", Sample::timeNs),
                    optionalNumber("alloc_bytes", Sample::allocBytes),
                    CsvColumn.<Sample>optionalNumber("waited", Sample::waited).addedLater()),
            SamplesCsv::sample);

    private SamplesCsv() {}

    /** Writes the file whole or not at all. */
    public static void write(Path file, List<Sample> samples) {
        TABLE.write(file, samples);
    }

    /**
     * Reads what {@link #write} wrote, or a later version with more columns.
     *
     * @throws UserError naming file, line and column, if it is not such a file
     */
    public static List<Sample> read(Path file) {
        return TABLE.read(file);
    }

    private static Sample sample(CsvRow row) {
        return new Sample(
                row.text("workload"),
                row.count("inputs"),
                row.text("engine"),
                row.label("operator", Operator.class),
                row.label("method", Method.class),
                row.integer("round"),
                row.integer("iteration"),
                row.positive("time_ns"),
                row.optionalQuantity("alloc_bytes"),
                row.optionalQuantity("waited"));
    }
}
