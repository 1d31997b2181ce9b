package dev.gradgap.results.directory;

import static dev.gradgap.results.file.CsvColumn.interval;
import static dev.gradgap.results.file.CsvColumn.label;
import static dev.gradgap.results.file.CsvColumn.text;

import dev.gradgap.engine.Technology;
import dev.gradgap.results.Crossover;
import dev.gradgap.results.file.CsvRow;
import dev.gradgap.results.file.CsvTable;
import dev.gradgap.statistics.CrossoverEstimate;
import dev.gradgap.statistics.Interval;
import dev.gradgap.text.UserError;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** crossover.csv: the number of inputs at which forward and reverse cost the same, for each workload and pair of engines. */
public final class CrossoverCsv {

    private static final CsvTable<Crossover> TABLE = new CsvTable<Crossover>(
            List.of(
                    text("workload", Crossover::workload),
                    label("technology", Crossover::technology),
                    text("forward_engine", Crossover::forwardEngine),
                    text("reverse_engine", Crossover::reverseEngine),
                    interval("crossover", CrossoverCsv::at, Interval::estimate),
                    interval("crossover_lo", CrossoverCsv::at, Interval::low),
                    interval("crossover_hi", CrossoverCsv::at, Interval::high),
                    label("status", crossover -> crossover.estimate().status()),
                    text("family", Crossover::family).addedLater()),
            CrossoverCsv::crossover);

    private CrossoverCsv() {}

    /** Writes the file whole or not at all. */
    public static void write(Path file, List<Crossover> crossovers) {
        TABLE.write(file, crossovers);
    }

    /**
     * Reads what {@link #write} wrote, or a later version with more columns.
     *
     * @throws UserError naming file, line and column, if it is not such a file
     */
    public static List<Crossover> read(Path file) {
        return TABLE.read(file);
    }

    private static Optional<Interval> at(Crossover crossover) {
        return crossover.estimate().at();
    }

    private static Crossover crossover(CsvRow row) {
        CrossoverEstimate.Status status = row.label("status", CrossoverEstimate.Status.class);
        Technology technology = row.label("technology", Technology.class);
        return new Crossover(
                row.text("workload"),
                technology,
                row.text("forward_engine"),
                row.text("reverse_engine"),
                new CrossoverEstimate(
                        status,
                        row.intervalIf(
                                status == CrossoverEstimate.Status.FOUND, "crossover", "crossover_lo", "crossover_hi")),
                row.family(technology));
    }
}
