package dev.gradgap.statistics.steps;

import org.apache.commons.math3.distribution.TDistribution;

/**
 * How far noise goes: Student's t distribution with the heaviest tails that the values do not speak against. A few values
 * speak against nothing, so that what is little known is taken to have outliers.
 *
 * @param freedom the degrees of freedom of the distribution
 */
record Tails(double freedom) {

    /** From the heaviest that is reckoned with to what is as good as normal. */
    private static final double[] FREEDOMS = {3, 6, 200};

    /** The logarithm of how many times likelier another distribution must make the values. */
    private static final double EVIDENCE = 0.5;

    private static final int ITERATIONS = 40;

    /** The tails of values around 0. */
    static Tails of(double[] values) {
        double[] likelihoods = new double[FREEDOMS.length];
        double likeliest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < FREEDOMS.length; i++) {
            likelihoods[i] = logLikelihood(values, FREEDOMS[i], scale(values, FREEDOMS[i]));
            likeliest = Math.max(likeliest, likelihoods[i]);
        }
        int heaviest = 0;
        while (likelihoods[heaviest] < likeliest - EVIDENCE) {
            heaviest++;
        }
        return new Tails(FREEDOMS[heaviest]);
    }

    /**
     * What so small a share of further values is above.
     *
     * @param values around 0
     * @param overlap how many neighbours tell of the same: as many values count as one
     */
    double bound(double[] values, int overlap, double share) {
        double known = Math.max(2, (double) values.length / overlap - 1);
        double quantile = -new TDistribution(null, Math.min(freedom, known)).inverseCumulativeProbability(share);
        return quantile * scale(values, freedom) * Math.sqrt(1 + 1 / (known + 1));
    }

    /** The scale that makes the values likeliest, by the EM algorithm. */
    private static double scale(double[] values, double freedom) {
        double square = meanSquare(values, freedom, Double.POSITIVE_INFINITY);
        for (int i = 0; i < ITERATIONS && square > 0; i++) {
            square = meanSquare(values, freedom, square);
        }
        return Math.sqrt(square);
    }

    private static double meanSquare(double[] values, double freedom, double square) {
        double sum = 0;
        for (double value : values) {
            double own = value * value;
            sum += own * (square == Double.POSITIVE_INFINITY ? 1 : (freedom + 1) / (freedom + own / square));
        }
        return sum / values.length;
    }

    private static double logLikelihood(double[] values, double freedom, double scale) {
        if (scale == 0) {
            return 0; // all values are the same
        }
        TDistribution student = new TDistribution(null, freedom);
        double sum = -values.length * Math.log(scale);
        for (double value : values) {
            sum += student.logDensity(value / scale);
        }
        return sum;
    }
}
