package dev.gradgap.statistics;

import org.apache.commons.math3.distribution.BetaDistribution;

/**
 * How often something happened.
 *
 * @param count how often
 * @param of how often it could have
 */
public record Proportion(int count, int of) {

    public Proportion {
        if (count < 0 || count > of) {
            throw new IllegalArgumentException(
                    "a proportion is of 0 or more, with a count in between, not " + count + " of " + of);
        }
    }

    /**
     * The proportion with its exact interval, which misses the true one with probability {@code alpha} at most: bounds
     * are quantiles of beta distributions. Source: C. J. Clopper and E. S. Pearson, The use of confidence or fiducial
     * limits illustrated in the case of the binomial, Biometrika 26, 1934.
     *
     * @param alpha between 0 and 1
     * @return fractions; from 0 to 1 with an unknown estimate (NaN) if it could never have happened
     */
    public Interval interval(double alpha) {
        double low = count == 0 ? 0 : beta(count, of - count + 1.0, alpha / 2);
        double high = count == of ? 1 : beta(count + 1.0, of - count, 1 - alpha / 2);
        return new Interval((double) count / of, low, high);
    }

    private static double beta(double a, double b, double probability) {
        return new BetaDistribution(null, a, b).inverseCumulativeProbability(probability);
    }
}
