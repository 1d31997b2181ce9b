package dev.gradgap.statistics;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Many tests at once: of those called significant, a share of at most alpha is expected to be false. If there is nothing to
 * find at all, the probability of calling anything significant is at most alpha.
 *
 * <p>Source: Y. Benjamini and Y. Hochberg, Controlling the false discovery rate, Journal of the Royal Statistical Society B
 * 57, 1995. It holds for independent tests and for positively dependent ones.
 */
public final class BenjaminiHochberg {

    private BenjaminiHochberg() {}

    /**
     * The smallest alpha at which each test is significant: min over k at or above its rank of m p<sub>(k)</sub> / k.
     * Takes O(m log m) time.
     *
     * @param pValues m values from 0 to 1
     * @return as many, in the same order, each at least its p value and at most 1
     * @throws IllegalArgumentException if a value is not from 0 to 1
     */
    public static double[] adjusted(double[] pValues) {
        int m = pValues.length;
        for (double p : pValues) {
            if (!(p >= 0 && p <= 1)) {
                throw new IllegalArgumentException("a p value is from 0 to 1, not " + p);
            }
        }
        int[] byP = IntStream.range(0, m)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> pValues[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] adjusted = new double[m];
        double smallest = 1;
        for (int rank = m; rank >= 1; rank--) {
            int i = byP[rank - 1];
            smallest = Math.min(smallest, pValues[i] * m / rank);
            adjusted[i] = smallest;
        }
        return adjusted;
    }
}
