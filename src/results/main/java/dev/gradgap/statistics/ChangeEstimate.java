package dev.gradgap.statistics;

import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.StatUtils;

/**
 * How a time changed from base to head: the logarithm of their ratio, and how sure it is.
 *
 * @param logRatio the mean of ln(head / base); 0 is no change, positive is slower
 * @param standardError of that mean; 0 if the forks do not differ at all
 * @param degreesOfFreedom of the standard error
 * @param deviation the standard deviation of the log-ratio of a single pair
 * @param pairs the pairs of forks; if they were not paired, the forks of the side that has fewer
 * @param pValue of Student's t, two-sided
 */
public record ChangeEstimate(
        double logRatio, double standardError, double degreesOfFreedom, double deviation, int pairs, double pValue) {

    /**
     * From forks that ran in pairs, base and head next to one another. Source: Student, The probable error of a mean,
     * Biometrika 6, 1908.
     *
     * @param base by pair, positive, in any unit
     * @param head by pair, as many, positive, in the same unit
     * @throws IllegalArgumentException if the lengths differ, there are fewer than two pairs, or a value is not positive
     *     and finite
     */
    public static ChangeEstimate paired(double[] base, double[] head) {
        double[] differences = Samples.logRatios(head, base);
        int n = differences.length;
        requireTwo(n);
        double deviation = Math.sqrt(StatUtils.variance(differences));
        double mean = StatUtils.mean(differences);
        double error = deviation / Math.sqrt(n);
        return new ChangeEstimate(mean, error, n - 1, deviation, n, pValue(mean, error, n - 1));
    }

    /**
     * From forks that were not measured together: Welch's t, which does not assume that both sides vary alike. A drift of
     * the machine between the two counts as a change. Source: B. L. Welch, Biometrika 34, 1947.
     *
     * @param base at least two, positive, in any unit
     * @param head at least two, positive, in the same unit
     * @throws IllegalArgumentException if a side has fewer than two forks, or a value is not positive and finite
     */
    public static ChangeEstimate unpaired(double[] base, double[] head) {
        double[] above = Samples.logarithms(head, "head");
        double[] below = Samples.logarithms(base, "base");
        requireTwo(Math.min(above.length, below.length));
        double mean = StatUtils.mean(above) - StatUtils.mean(below);
        double[] variances = {StatUtils.variance(above) / above.length, StatUtils.variance(below) / below.length};
        double error = Math.sqrt(variances[0] + variances[1]);
        double degrees = error == 0
                ? above.length + below.length - 2
                : StudentT.satterthwaite(variances, new double[] {above.length - 1, below.length - 1});
        return new ChangeEstimate(
                mean,
                error,
                degrees,
                Math.sqrt(StatUtils.variance(above) + StatUtils.variance(below)),
                Math.min(above.length, below.length),
                pValue(mean, error, degrees));
    }

    /** Head over base: 1 is no change, above 1 is slower. */
    public double ratio() {
        return Math.exp(logRatio);
    }

    /**
     * The ratio with its t interval.
     *
     * @param alpha the probability that the interval misses the true ratio, between 0 and 1
     */
    public Interval interval(double alpha) {
        return ForkStatistics.exponential(logRatio, halfWidth(alpha));
    }

    /** Half of the width of the interval of the logarithm. */
    double halfWidth(double alpha) {
        return StudentT.upper(degreesOfFreedom, alpha / 2) * standardError;
    }

    private static double pValue(double mean, double error, double degrees) {
        if (error == 0) {
            return mean == 0 ? 1 : 0;
        }
        return 2 * new TDistribution(null, degrees).cumulativeProbability(-Math.abs(mean) / error);
    }

    private static void requireTwo(int pairs) {
        if (pairs < 2) {
            throw new IllegalArgumentException("a change needs at least 2 forks of base and of head, not " + pairs);
        }
    }
}
