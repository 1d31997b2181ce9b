package dev.gradgap.statistics.steps;

import java.util.Arrays;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.StatUtils;

/**
 * Whether the newest values have risen above all that was before. The mean of the newest k is held against the means of k
 * neighbours before it, so that correlation is in both, and judged by the {@link Tails} of those.
 *
 * <p>Rises only: that something became faster can wait until it has lasted.
 */
final class NewestRise {

    /** The newest values that are looked at, at most; more are found by what lasted. */
    private static final int MOST_NEW = 3;

    /** The fewest means before. */
    private static final int FEWEST_BEFORE = 5;

    /** What is longer ago says less of today's noise. */
    private static final int MOST_BEFORE = 256;

    private NewestRise() {}

    /**
     * The position of the first value after the rise, if there is one.
     *
     * @param from the first value of the newest level
     * @param significance the share of series without a step that may show one
     */
    static OptionalInt of(double[] values, int from, double significance) {
        double clearest = 1;
        OptionalInt found = OptionalInt.empty();
        for (int count = 1; count <= MOST_NEW; count++) {
            int at = values.length - count;
            if (at - from - count + 1 < FEWEST_BEFORE) {
                break;
            }
            double[] before = Arrays.copyOfRange(values, Math.max(from, at - MOST_BEFORE), at);
            double centre = StatUtils.percentile(before, 50);
            double[] means = means(before, count, centre);
            Tails tails = Tails.of(means(before, 1, centre));
            double most = tails.bound(means, count, significance / MOST_NEW);
            double rise = StatUtils.mean(values, at, count) - centre;
            if (rise > clearest * most) {
                clearest = rise / most;
                found = OptionalInt.of(at);
            }
        }
        return found;
    }

    /** The means of so many neighbours, less the centre. */
    private static double[] means(double[] values, int count, double centre) {
        return IntStream.rangeClosed(0, values.length - count)
                .mapToDouble(i -> StatUtils.mean(values, i, count) - centre)
                .toArray();
    }
}
