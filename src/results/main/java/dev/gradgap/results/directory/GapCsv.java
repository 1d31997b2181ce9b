package dev.gradgap.results.directory;

import static dev.gradgap.results.file.CsvColumn.label;
import static dev.gradgap.results.file.CsvColumn.number;
import static dev.gradgap.results.file.CsvColumn.optionalWhole;
import static dev.gradgap.results.file.CsvColumn.text;
import static dev.gradgap.results.file.CsvColumn.whole;

import dev.gradgap.engine.Technology;
import dev.gradgap.results.Gap;
import dev.gradgap.results.Method;
import dev.gradgap.results.file.CsvRow;
import dev.gradgap.results.file.CsvTable;
import dev.gradgap.text.UserError;
import java.nio.file.Path;
import java.util.List;

/** gap.csv: forward time over reverse time, for each workload, size and pair of engines of one family. */
public final class GapCsv {

    private static final CsvTable<Gap> TABLE = new CsvTable<Gap>(
            List.of(
                    text("workload", Gap::workload),
                    whole("inputs", Gap::inputs),
                    optionalWhole("operations", Gap::operations),
                    label("technology", Gap::technology),
                    text("forward_engine", Gap::forwardEngine),
                    text("reverse_engine", Gap::reverseEngine),
                    whole("passes", Gap::passes),
                    number("forward_ns", Gap::forwardNs),
                    number("reverse_ns", Gap::reverseNs),
                    number("gap", gap -> gap.gap().estimate()),
                    number("gap_lo", gap -> gap.gap().low()),
                    number("gap_hi", gap -> gap.gap().high()),
                    label("method", Gap::method),
                    text("family", Gap::family).addedLater()),
            GapCsv::gap);

    private GapCsv() {}

    /** Writes the file whole or not at all. */
    public static void write(Path file, List<Gap> gaps) {
        TABLE.write(file, gaps);
    }

    /**
     * Reads what {@link #write} wrote, or a later version with more columns.
     *
     * @throws UserError naming file, line and column, if it is not such a file
     */
    public static List<Gap> read(Path file) {
        return TABLE.read(file);
    }

    private static Gap gap(CsvRow row) {
        Technology technology = row.label("technology", Technology.class);
        return new Gap(
                row.text("workload"),
                row.count("inputs"),
                row.optionalWhole("operations"),
                technology,
                row.text("forward_engine"),
                row.text("reverse_engine"),
                row.whole("passes"),
                row.positive("forward_ns"),
                row.positive("reverse_ns"),
                row.positiveInterval("gap", "gap_lo", "gap_hi"),
                row.label("method", Method.class),
                row.family(technology));
    }
}
