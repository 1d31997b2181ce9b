package dev.gradgap.statistics;

/**
 * When a comparison looks at its growing data, and what each look may spend: look k, from 0, comes after half as many pairs
 * again as the one before and spends alpha / 2<sup>k + 1</sup>, the last one what is left. The levels add up to alpha.
 *
 * <p>Source: K. K. G. Lan and D. L. DeMets, Discrete sequential boundaries for clinical trials, Biometrika 70, 1983. Adding
 * the levels up (Bonferroni) is stricter than their boundaries and assumes nothing of how the looks depend on each other.
 *
 * @param alpha the probability of calling anything changed where nothing is, over all looks; between 0 and 1
 * @param firstPairs the pairs at the first look, at least 2
 * @param mostPairs the pairs at the last look, at least as many
 */
public record Looks(double alpha, int firstPairs, int mostPairs) {

    public Looks {
        if (!(alpha > 0 && alpha < 1)) {
            throw new IllegalArgumentException("alpha is between 0 and 1, not " + alpha);
        }
        if (firstPairs < 2 || mostPairs < firstPairs) {
            throw new IllegalArgumentException(
                    "pairs go from at least 2 upwards, not from " + firstPairs + " to " + mostPairs);
        }
    }

    /** The number of pairs at a look. */
    public int pairs(int look) {
        return (int) Math.min(mostPairs, Math.round(firstPairs * Math.pow(1.5, look)));
    }

    /** Whether a look is the last. */
    public boolean isLast(int look) {
        return pairs(look) == mostPairs;
    }

    /** The probability of a false call that a look may spend. */
    public double level(int look) {
        return alpha * Math.pow(0.5, isLast(look) ? look : look + 1.0);
    }
}
