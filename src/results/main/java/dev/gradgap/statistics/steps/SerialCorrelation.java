package dev.gradgap.statistics.steps;

import org.apache.commons.math3.stat.StatUtils;

/**
 * How much a value's noise is that of the value before, whatever steps the series has.
 *
 * <p>Differences of neighbours hardly know of steps: a step is in one of them. Those of an autoregressive series of first
 * order with coefficient φ have autocorrelation -(1 - φ) / 2. The idea is that of S. Chakar, E. Lebarbier, C. Lévy-Leduc and
 * S. Robin, A robust approach for estimating change-points in the mean of an AR(1) process, Bernoulli 23, 2017, who take
 * medians; here differences are clipped, which wastes less.
 */
final class SerialCorrelation {

    private static final double LARGEST = 0.95;

    /** Where differences are clipped: two standard deviations, were they normal. */
    private static final double CLIPPED_AT = 2 * 1.4826;

    /** Short series know little of their correlation: as if so many more values had told of none. */
    private static final double PRIOR = 20;

    /** The standard error of the estimate, times the root of the number of values. */
    private static final double SPREAD = 1.4;

    private SerialCorrelation() {}

    /**
     * The coefficient to reckon with, from 0 on: the estimate and one standard error, since a false step is worse than one
     * found later.
     */
    static double of(double[] values) {
        if (values.length < 3) {
            return 0;
        }
        double[] differences = new double[values.length - 1];
        double[] sizes = new double[values.length - 1];
        for (int i = 0; i < differences.length; i++) {
            differences[i] = values[i + 1] - values[i];
            sizes[i] = Math.abs(differences[i]);
        }
        double most = CLIPPED_AT * StatUtils.percentile(sizes, 50);
        double squares = 0;
        double products = 0;
        double before = 0;
        for (double difference : differences) {
            double clipped = Math.max(-most, Math.min(most, difference));
            squares += clipped * clipped;
            products += clipped * before;
            before = clipped;
        }
        if (squares == 0) {
            return 0;
        }
        double n = differences.length;
        double estimate = Math.min(1, 1 + 2 * products / (n - 1) / (squares / n));
        double careful = (estimate + SPREAD / Math.sqrt(n)) * n / (n + PRIOR);
        return Math.max(0, Math.min(LARGEST, careful));
    }
}
