package dev.gradgap.results.directory;

import static dev.gradgap.results.file.CsvColumn.interval;
import static dev.gradgap.results.file.CsvColumn.label;
import static dev.gradgap.results.file.CsvColumn.optionalNumber;
import static dev.gradgap.results.file.CsvColumn.optionalWhole;
import static dev.gradgap.results.file.CsvColumn.text;
import static dev.gradgap.results.file.CsvColumn.whole;

import dev.gradgap.engine.Mode;
import dev.gradgap.engine.Operator;
import dev.gradgap.engine.Technology;
import dev.gradgap.results.Cell;
import dev.gradgap.results.Method;
import dev.gradgap.results.Status;
import dev.gradgap.results.file.CsvRow;
import dev.gradgap.results.file.CsvTable;
import dev.gradgap.statistics.Interval;
import dev.gradgap.text.UserError;
import java.nio.file.Path;
import java.util.List;

/** cells.csv: a row for each planned cell, two where it was both measured and sampled. */
public final class CellsCsv {

    private static final CsvTable<Cell> TABLE = new CsvTable<Cell>(
            List.of(
                    text("workload", Cell::workload),
                    whole("inputs", Cell::inputs),
                    whole("outputs", Cell::outputs),
                    optionalWhole("operations", Cell::operations),
                    text("engine", Cell::engine),
                    label("technology", Cell::technology),
                    label("mode", Cell::mode),
                    label("operator", Cell::operator),
                    label("status", Cell::status),
                    text("method", cell -> cell.method().map(Method::label).orElse("")),
                    optionalWhole("passes", Cell::passes),
                    interval("time_ns", Cell::time, Interval::estimate),
                    interval("time_lo_ns", Cell::time, Interval::low),
                    interval("time_hi_ns", Cell::time, Interval::high),
                    whole("forks", Cell::forks),
                    whole("iterations", Cell::iterations),
                    optionalNumber("ratio_to_primal", Cell::ratioToPrimal),
                    optionalNumber("ns_per_operation", Cell::nsPerOperation),
                    optionalNumber("alloc_bytes", Cell::allocBytes),
                    optionalWhole("tape_bytes", Cell::tapeBytes),
                    text("verified", cell -> Boolean.toString(cell.verified())),
                    optionalNumber("max_rel_error", Cell::maxRelError),
                    text("reason", Cell::reason),
                    optionalWhole("predicted_bytes", Cell::predictedBytes).addedLater(),
                    optionalWhole("live_bytes", Cell::liveBytes).addedLater(),
                    optionalNumber("ratio_to_adjoint", Cell::ratioToAdjoint).addedLater(),
                    text("family", Cell::family).addedLater()),
            CellsCsv::cell);

    private CellsCsv() {}

    /** Writes the file whole or not at all. */
    public static void write(Path file, List<Cell> cells) {
        TABLE.write(file, cells);
    }

    /**
     * Reads what {@link #write} wrote, or a later version with more columns.
     *
     * @throws UserError naming file, line and column, if it is not such a file
     */
    public static List<Cell> read(Path file) {
        return TABLE.read(file);
    }

    private static Cell cell(CsvRow row) {
        Technology technology = row.label("technology", Technology.class);
        return new Cell(
                row.text("workload"),
                row.count("inputs"),
                row.count("outputs"),
                row.optionalWhole("operations"),
                row.text("engine"),
                technology,
                row.label("mode", Mode.class),
                row.label("operator", Operator.class),
                row.label("status", Status.class),
                row.optionalLabel("method", Method.class),
                row.optionalWhole("passes"),
                row.optionalPositiveInterval("time_ns", "time_lo_ns", "time_hi_ns"),
                row.integer("forks"),
                row.integer("iterations"),
                row.optionalPositive("ratio_to_primal"),
                row.optionalPositive("ns_per_operation"),
                row.optionalQuantity("alloc_bytes"),
                row.optionalWhole("tape_bytes"),
                row.flag("verified"),
                row.optionalQuantity("max_rel_error"),
                row.text("reason"),
                row.optionalWhole("predicted_bytes"),
                row.optionalWhole("live_bytes"),
                row.optionalPositive("ratio_to_adjoint"),
                row.family(technology));
    }
}
