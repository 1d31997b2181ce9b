package dev.gradgap.statistics;

import org.apache.commons.math3.distribution.TDistribution;

/** Quantiles of Student's t distribution. */
final class StudentT {

    /** What lies beyond either bound of a 95 % interval. */
    static final double UPPER_TAIL = 0.025;

    private StudentT() {}

    /**
     * The t with 2.5 % of the probability above it, so that 95 % lies between -t and t.
     *
     * @param degreesOfFreedom above 0, need not be whole (Satterthwaite)
     */
    static double quantile95(double degreesOfFreedom) {
        return upper(degreesOfFreedom, UPPER_TAIL);
    }

    /**
     * The t with so much of the probability above it.
     *
     * @param degreesOfFreedom above 0, need not be whole
     * @param tail between 0 and 1
     */
    static double upper(double degreesOfFreedom, double tail) {
        return -new TDistribution(null, degreesOfFreedom).inverseCumulativeProbability(tail);
    }

    /**
     * Satterthwaite's approximate degrees of freedom of a sum of independent variance estimates: (sum
     * v<sub>i</sub>)² / sum (v<sub>i</sub>² / d<sub>i</sub>). Source: F. E. Satterthwaite, An approximate
     * distribution of estimates of variance components, Biometrics Bulletin 2, 1946.
     *
     * @param variances v, at least one of them positive
     * @param degreesOfFreedom d, as many
     */
    static double satterthwaite(double[] variances, double[] degreesOfFreedom) {
        double largest = 0;
        for (double v : variances) {
            largest = Math.max(largest, v);
        }
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < variances.length; i++) {
            double v = variances[i] / largest; // so that the square of a tiny variance does not underflow
            sum += v;
            squares += v * v / degreesOfFreedom[i];
        }
        return sum * sum / squares;
    }
}
