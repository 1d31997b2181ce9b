package dev.gradgap.results.analysis;

import dev.gradgap.results.Cell;
import dev.gradgap.results.Gap;
import dev.gradgap.results.RunResults;
import dev.gradgap.results.journal.RunData;
import dev.gradgap.statistics.noise.Noise;
import java.util.List;
import java.util.Optional;

/**
 * From what the forks reported to cells, gaps, crossovers and scalings. The unit is the fork throughout: it counts as one
 * value, and all intervals come from the variation between forks.
 */
public final class Analysis {

    private Analysis() {}

    /** All results of a run, finished or not. */
    public static RunResults of(RunData run) {
        List<Row> rows = Row.of(run);
        List<Cell> cells = Cells.of(run, rows);
        List<Gap> gaps = Gaps.of(rows, cells);
        return new RunResults(
                cells,
                gaps,
                Crossovers.of(gaps),
                Scalings.ofTimes(cells),
                BreakEvens.of(rows, cells),
                Scalings.ofCostRatios(cells));
    }

    /** How sampled and whole measurements agree, for each cell of a run that has both. */
    public static List<Agreement> agreement(RunData run) {
        return agreement(Sample.of(run));
    }

    /** How sampled and whole measurements agree, for each cell that has both among the samples of a run. */
    public static List<Agreement> agreement(List<Sample> samples) {
        return Agreement.of(samples);
    }

    /** The cells whose forks contradict each other, those that differ most first. */
    public static List<ForkDisagreement> disagreements(List<Sample> samples) {
        return ForkDisagreement.of(samples);
    }

    /** How much the forks of one cell differ, over all cells; empty if every cell has a single fork. */
    public static Optional<Noise> noise(List<Sample> samples) {
        return Noise.of(
                ForkValues.of(samples).values().stream().map(ForkValues::values).toList());
    }
}
