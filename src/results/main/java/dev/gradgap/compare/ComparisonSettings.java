package dev.gradgap.compare;

import dev.gradgap.statistics.ChangeTest;
import dev.gradgap.statistics.Looks;
import dev.gradgap.statistics.SequentialTest;

/**
 * How a comparison decides.
 *
 * @param alpha the probability of calling anything changed where nothing is, for the comparison as a whole
 * @param gate the change that matters, a fraction
 * @param pairs the pairs of forks of each cell before the first look
 * @param mostPairs the pairs of a cell that stays inconclusive
 * @param seed of the order and of the bootstraps
 */
public record ComparisonSettings(double alpha, double gate, int pairs, int mostPairs, long seed) {

    /** The most pairs of a cell, of all looks or of all comparisons of a calibration. */
    public static final int MOST_PAIRS = 100_000;

    /** One false alarm in a hundred comparisons, 3 %, ten pairs and up to forty. */
    public static final ComparisonSettings DEFAULT = new ComparisonSettings(0.01, 0.03, 10, 40, 1);

    /** The test that decides. */
    public SequentialTest test() {
        return new SequentialTest(new ChangeTest(gate), looks());
    }

    /** When is looked. */
    public Looks looks() {
        return new Looks(alpha, pairs, mostPairs);
    }
}
