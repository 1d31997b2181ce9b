package dev.gradgap.compare;

import dev.gradgap.results.journal.PlannedCell;
import dev.gradgap.statistics.ChangeTest;
import dev.gradgap.statistics.Proportion;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What comparisons of a program with itself found: how often they raise an alarm although nothing changed, and what they
 * would find if something did.
 *
 * @param jar what the user calls the program
 * @param settings of one comparison
 * @param planned how many comparisons there should be
 * @param regressions the finished comparisons, and in how many of them any cell was called a regression
 * @param changes the same of a regression or an improvement
 * @param cells those with at least two pairs, in the order of the plan
 * @param notCalibrated the others
 */
public record Calibration(
        String jar,
        ComparisonSettings settings,
        int planned,
        Proportion regressions,
        Proportion changes,
        List<CellCalibration> cells,
        List<NotCalibrated> notCalibrated) {

    /** The slowdown that a cell must let a comparison find, to be gated on: 10 %. */
    public static final double WORTH_GATING = 0.10;

    /** The probability with which a findable slowdown is found. */
    public static final double POWER = 0.9;

    private static final List<Integer> USUAL_PAIRS = List.of(10, 20, 40);

    /**
     * A cell that says nothing.
     *
     * @param reason why, in one line
     */
    public record NotCalibrated(PlannedCell cell, String reason) {}

    public Calibration {
        cells = List.copyOf(cells);
        notCalibrated = List.copyOf(notCalibrated);
    }

    /** The finished comparisons. */
    public int comparisons() {
        return regressions.of();
    }

    /** The numbers of pairs for which it is worth saying what they find: those of a comparison, and usual ones. */
    public List<Integer> pairCounts() {
        return Stream.concat(Stream.of(settings.pairs()), USUAL_PAIRS.stream())
                .distinct()
                .sorted()
                .toList();
    }

    /**
     * The smallest slowdown of a cell that a comparison of all cells finds with probability {@link #POWER}, if it is the
     * only one.
     *
     * @return a fraction: 0.05 is 5 % slower
     */
    public double smallestFindable(CellCalibration cell, int pairs) {
        return smallestFindable(settings, cell.deviation(), pairs, cells.size());
    }

    static double smallestFindable(ComparisonSettings settings, double deviation, int pairs, int cells) {
        return new ChangeTest(settings.gate()).smallestFindable(deviation, pairs, cells, settings.alpha(), POWER);
    }

    /** The cells, noisiest first. */
    public List<CellCalibration> noisiestFirst() {
        return cells.stream()
                .sorted(Comparator.comparingDouble(CellCalibration::deviation).reversed())
                .toList();
    }
}
