package dev.gradgap.statistics;

import org.apache.commons.math3.stat.StatUtils;

/** The ratio of two times, with a 95 % interval, from the values of their forks. */
public final class RatioInterval {

    private RatioInterval() {}

    /**
     * The ratio of values measured together in rounds: the geometric mean of numerators[i] / denominators[i] with
     * the t interval of their logarithms, see {@link ForkStatistics#interval}. Whatever slows a whole round
     * cancels, so this is narrower than {@link #independent} on a machine that drifts; where nothing is shared
     * within a round it is as honest but a little wider, having n - 1 instead of about 2n - 2 degrees of freedom.
     *
     * @param numerators by round, positive
     * @param denominators by round, as many, positive, in the same unit
     * @return without unit; unknown bounds for a single round
     * @throws IllegalArgumentException if the lengths differ, there is no value or one is not positive and finite
     */
    public static Interval paired(double[] numerators, double[] denominators) {
        return paired(numerators, denominators, Stopping.NEVER, SharedNoise.NONE);
    }

    /** The same of rounds whose number may depend on the values, and that have a noise in common with those of other pairs. */
    public static Interval paired(double[] numerators, double[] denominators, Stopping stopping, SharedNoise shared) {
        return ForkStatistics.ofLogarithms(Samples.logRatios(numerators, denominators), stopping, shared);
    }

    /**
     * The ratio of values that were not measured together: the quotient of the geometric means of a and b with
     * Welch's interval for the difference of the means of their logarithms, which does not assume that both vary
     * alike. Source: B. L. Welch, The generalization of "Student's" problem when several different population
     * variances are involved, Biometrika 34, 1947; degrees of freedom after Satterthwaite.
     *
     * @param a the forks of the numerator, positive
     * @param b the forks of the denominator, positive, in the same unit
     * @return without unit; unknown bounds if either side is a single fork
     * @throws IllegalArgumentException if a side has no value, or a value is not positive and finite
     */
    public static Interval independent(double[] a, double[] b) {
        double[] above = Samples.logarithms(a, "numerators");
        double[] below = Samples.logarithms(b, "denominators");
        double difference = StatUtils.mean(above) - StatUtils.mean(below);
        if (a.length == 1 || b.length == 1) {
            return Interval.unknown(Math.exp(difference));
        }
        double[] variances = {StatUtils.variance(above) / a.length, StatUtils.variance(below) / b.length};
        double variance = variances[0] + variances[1];
        if (variance == 0) {
            return ForkStatistics.exponential(difference, 0);
        }
        double degrees = StudentT.satterthwaite(variances, new double[] {a.length - 1, b.length - 1});
        return ForkStatistics.exponential(difference, StudentT.quantile95(degrees) * Math.sqrt(variance));
    }
}
