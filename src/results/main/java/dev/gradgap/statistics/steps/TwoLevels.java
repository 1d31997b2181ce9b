package dev.gradgap.statistics.steps;

import org.apache.commons.math3.special.Beta;

/**
 * Student's test of whether two neighbouring stretches of a series have the same level, when the noise is autoregressive of
 * first order: with the variance of a mean, the covariance of neighbouring means and the degrees of freedom that such noise
 * leaves. Without correlation it is Student's test as it stands in textbooks.
 */
public final class TwoLevels {

    /** The fewest values on either side: with fewer, a stretch with little noise by chance would be taken for a step. */
    static final int FEWEST_BESIDE = 3;

    private final double correlation;

    /** Sums of the first k values and of their squares, about the first value, for k from 0 to n. */
    private final double[] sums;

    private final double[] squares;

    /** 1 - φ to the k, and the variance of the mean of k values over that of one, for k from 0 to n. */
    private final double[] decay;

    private final double[] meanVariance;

    /**
     * Prepares a series.
     *
     * @param correlation of a value's noise with that of the value before, from 0 on and below 1
     */
    public TwoLevels(double[] values, double correlation) {
        this.correlation = correlation;
        int n = values.length;
        sums = new double[n + 1];
        squares = new double[n + 1];
        decay = new double[n + 1];
        meanVariance = new double[n + 1];
        double power = 1;
        for (int k = 1; k <= n; k++) {
            double value = values[k - 1] - values[0];
            sums[k] = sums[k - 1] + value;
            squares[k] = squares[k - 1] + value * value;
            power *= correlation;
            decay[k] = 1 - power;
            double rest = 1 - correlation;
            meanVariance[k] = ((1 + correlation) / rest - 2 * correlation * decay[k] / (k * rest * rest)) / k;
        }
    }

    /** The number of values. */
    int size() {
        return sums.length - 1;
    }

    /** A place to cut, 0 if there is none, and how far its sides differ there, in standard errors. */
    public record Cut(int at, double distance) {}

    /**
     * The place where two sides differ most.
     *
     * @param from the first value
     * @param to the value after the last
     * @param beside the fewest values on either side
     */
    public Cut best(int from, int to, int beside) {
        Cut best = new Cut(0, 0);
        for (int at = from + beside; at <= to - beside; at++) {
            double distance = distance(from, at, to);
            if (distance > best.distance) {
                best = new Cut(at, distance);
            }
        }
        return best;
    }

    private double distance(int from, int at, int to) {
        double k = at - from;
        double m = to - at;
        double left = (sums[at] - sums[from]) / k;
        double right = (sums[to] - sums[at]) / m;
        double all = squares[to] - squares[from];
        double within = all - k * left * left - m * right * right;
        double rounding = 1e-13 * squares[to];
        double freedom = k * (1 - meanVariance[at - from]) + m * (1 - meanVariance[to - at]);
        double variance = Math.max(within, rounding) / freedom;
        double rest = 1 - correlation;
        double covariance = correlation * decay[at - from] * decay[to - at] / (rest * rest * k * m);
        double scale = meanVariance[at - from] + meanVariance[to - at] - 2 * covariance;
        return variance == 0 ? 0 : Math.abs(right - left) / Math.sqrt(variance * scale);
    }

    /** How likely two sides of the same level differ so much, if the place was not chosen. */
    double pValue(Cut cut, int values) {
        double phi = correlation * correlation;
        double freedom = Math.max(1, (values - 2) * (1 - phi) / (1 + phi));
        return Beta.regularizedBeta(freedom / (freedom + cut.distance * cut.distance), freedom / 2, 0.5);
    }
}
