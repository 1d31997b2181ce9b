package dev.gradgap.results.directory;

import static dev.gradgap.results.file.CsvColumn.interval;
import static dev.gradgap.results.file.CsvColumn.label;
import static dev.gradgap.results.file.CsvColumn.number;
import static dev.gradgap.results.file.CsvColumn.optionalNumber;
import static dev.gradgap.results.file.CsvColumn.optionalWhole;
import static dev.gradgap.results.file.CsvColumn.text;
import static dev.gradgap.results.file.CsvColumn.whole;

import dev.gradgap.engine.Mode;
import dev.gradgap.results.BreakEven;
import dev.gradgap.results.Method;
import dev.gradgap.results.file.CsvRow;
import dev.gradgap.results.file.CsvTable;
import dev.gradgap.statistics.BreakEvenEstimate;
import dev.gradgap.statistics.Interval;
import dev.gradgap.text.UserError;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** breakeven.csv: after how many gradients preparing has paid for itself, for each workload, size and pair of engines. */
public final class BreakEvenCsv {

    private static final CsvTable<BreakEven> TABLE = new CsvTable<BreakEven>(
            List.of(
                    text("workload", BreakEven::workload),
                    whole("inputs", BreakEven::inputs),
                    optionalWhole("operations", BreakEven::operations),
                    label("mode", BreakEven::mode),
                    text("engine", BreakEven::engine),
                    text("rival", BreakEven::rival),
                    number("prepare_ns", BreakEven::prepareNs),
                    number("gradient_ns", BreakEven::gradientNs),
                    optionalNumber("rival_prepare_ns", BreakEven::rivalPrepareNs),
                    number("rival_gradient_ns", BreakEven::rivalGradientNs),
                    interval("evaluations", BreakEvenCsv::evaluations, Interval::estimate),
                    interval("evaluations_lo", BreakEvenCsv::evaluations, Interval::low),
                    interval("evaluations_hi", BreakEvenCsv::evaluations, Interval::high),
                    label("status", row -> row.estimate().status()),
                    label("method", BreakEven::method)),
            BreakEvenCsv::breakEven);

    private BreakEvenCsv() {}

    /** Writes the file whole or not at all. */
    public static void write(Path file, List<BreakEven> breakEvens) {
        TABLE.write(file, breakEvens);
    }

    /**
     * Reads what {@link #write} wrote, or a later version with more columns.
     *
     * @throws UserError naming file, line and column, if it is not such a file
     */
    public static List<BreakEven> read(Path file) {
        return TABLE.read(file);
    }

    private static Optional<Interval> evaluations(BreakEven breakEven) {
        return breakEven.estimate().uses();
    }

    private static BreakEven breakEven(CsvRow row) {
        BreakEvenEstimate.Status status = row.label("status", BreakEvenEstimate.Status.class);
        return new BreakEven(
                row.text("workload"),
                row.count("inputs"),
                row.optionalWhole("operations"),
                row.label("mode", Mode.class),
                row.text("engine"),
                row.text("rival"),
                row.positive("prepare_ns"),
                row.positive("gradient_ns"),
                row.optionalPositive("rival_prepare_ns"),
                row.positive("rival_gradient_ns"),
                new BreakEvenEstimate(
                        status, row.intervalIf(status.pays(), "evaluations", "evaluations_lo", "evaluations_hi")),
                row.label("method", Method.class));
    }
}
