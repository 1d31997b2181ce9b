package dev.gradgap.statistics;

import org.apache.commons.math3.stat.StatUtils;
import org.apache.commons.math3.stat.descriptive.rank.Median;

/** What the forks of one cell say together. A fork is summarised by one value, usually the median of its iterations. */
public final class ForkStatistics {

    private ForkStatistics() {}

    /**
     * The median: the middle value, or the mean of the two middle ones. Takes O(n) time on average; the values are
     * not changed.
     *
     * @param values at least one, in any order and unit, none NaN
     * @throws IllegalArgumentException if there is no value or one is NaN
     */
    public static double median(double[] values) {
        Samples.requireAny(values, "median");
        for (double value : values) {
            if (Double.isNaN(value)) {
                throw new IllegalArgumentException("median: a value is NaN; all must be numbers");
            }
        }
        return new Median().evaluate(values);
    }

    /**
     * The geometric mean of the fork values with its 95 % interval: with m and s the mean and the standard
     * deviation of the n logarithms, exp(m) and exp(m ± t<sub>n-1</sub> s / sqrt(n)).
     *
     * <p>Logarithms, because what disturbs a time multiplies it, because a bound must not be negative, and because
     * the ratio of two such estimates is again one. Source of the interval: Student, The probable error of a mean,
     * Biometrika 6, 1908. It assumes that the logarithms of the forks are independent and about normal; with two
     * forks t is 12.7, so the interval is wide, as it should be.
     *
     * @param forkValues one value per fork, positive, in any unit
     * @return in the same unit; unknown bounds for a single fork
     * @throws IllegalArgumentException if there is no value or one is not positive and finite
     */
    public static Interval interval(double[] forkValues) {
        return interval(forkValues, Stopping.NEVER, SharedNoise.NONE);
    }

    /** The same of forks whose number may depend on their values, and that have a noise in common with those of other cells. */
    public static Interval interval(double[] forkValues, Stopping stopping, SharedNoise shared) {
        return ofLogarithms(Samples.logarithms(forkValues, "fork values"), stopping, shared);
    }

    /**
     * The geometric mean, without an interval.
     *
     * @param values at least one, positive, in any unit
     * @throws IllegalArgumentException if there is no value or one is not positive and finite
     */
    public static double geometricMean(double[] values) {
        return Math.exp(StatUtils.mean(Samples.logarithms(values, "geometric mean")));
    }

    /** The exponential of the mean of the logarithms with its t interval. */
    static Interval ofLogarithms(double[] logarithms, Stopping stopping, SharedNoise shared) {
        int n = logarithms.length;
        double mean = StatUtils.mean(logarithms);
        if (n == 1) {
            return Interval.unknown(Math.exp(mean));
        }
        double variance = shared.variance(StatUtils.variance(logarithms), n);
        double halfWidth = StudentT.upper(shared.degrees(n), stopping.tail(n)) * Math.sqrt(variance / n);
        return exponential(mean, halfWidth);
    }

    /** The interval exp(mean ± halfWidth). */
    static Interval exponential(double mean, double halfWidth) {
        return new Interval(Math.exp(mean), Math.exp(mean - halfWidth), Math.exp(mean + halfWidth));
    }
}
