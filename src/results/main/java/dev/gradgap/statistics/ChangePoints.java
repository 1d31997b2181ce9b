package dev.gradgap.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;

/**
 * Where a series changes its distribution: E-divisive with a permutation test. The series is cut where the two sides differ
 * most in energy distance, as long as a permutation of the values inside the segment hardly ever differs as much.
 *
 * <p>Source: D. S. Matteson and N. A. James, A nonparametric approach for multiple change point analysis of multivariate
 * data, Journal of the American Statistical Association 109, 2014, with exponent 1. D. Daly and others, The use of change
 * point detection to identify software performance regressions in a continuous integration system, ICPE 2020, found it fit
 * for benchmark histories.
 */
public final class ChangePoints {

    /** The fewest values between two changes. */
    public static final int SHORTEST_SEGMENT = 3;

    private static final int PERMUTATIONS = 999;

    private ChangePoints() {}

    /**
     * The changes of a series. Takes O(n²) time for each segment and permutation.
     *
     * @param values in the order of time; logarithms, if changes are to be relative
     * @param significance the share of permutations that may differ as much as the series, for example 0.01
     * @param seed of the permutations
     * @return the index of the first value after each change, ascending
     */
    public static List<Integer> of(double[] values, double significance, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        TreeSet<Integer> changes = new TreeSet<>();
        List<int[]> open = new ArrayList<>();
        open.add(new int[] {0, values.length});
        while (!open.isEmpty()) {
            int[] segment = open.remove(open.size() - 1);
            Cut cut = best(values, segment[0], segment[1]);
            if (cut.at > 0 && isSignificant(values, segment, cut.distance, significance, random)) {
                changes.add(cut.at);
                open.add(new int[] {segment[0], cut.at});
                open.add(new int[] {cut.at, segment[1]});
            }
        }
        return List.copyOf(changes);
    }

    /** A place to cut, 0 if there is none, and how much its sides differ. */
    private record Cut(int at, double distance) {}

    /** The cut with the largest energy distance, scaled by the lengths of its sides; equation (6) of the paper. */
    private static Cut best(double[] values, int start, int end) {
        Cut best = new Cut(0, Double.NEGATIVE_INFINITY);
        double left = 0; // sums of |a - b| over pairs on the left, on the right and across
        double right = 0;
        double across = 0;
        for (int i = start; i < end; i++) {
            for (int j = start; j < i; j++) {
                right += Math.abs(values[i] - values[j]);
            }
        }
        for (int at = start + 1; at < end; at++) {
            double moved = values[at - 1];
            double toLeft = 0;
            double toRight = 0;
            for (int j = start; j < at - 1; j++) {
                toLeft += Math.abs(moved - values[j]);
            }
            for (int j = at; j < end; j++) {
                toRight += Math.abs(moved - values[j]);
            }
            left += toLeft;
            right -= toRight;
            across += toRight - toLeft;
            double n = at - start;
            double m = end - at;
            if (n < SHORTEST_SEGMENT || m < SHORTEST_SEGMENT) {
                continue;
            }
            double energy = 2 * across / (n * m) - 2 * left / (n * (n - 1)) - 2 * right / (m * (m - 1));
            double distance = energy * n * m / (n + m);
            if (distance > best.distance) {
                best = new Cut(at, distance);
            }
        }
        return best;
    }

    private static boolean isSignificant(
            double[] values, int[] segment, double distance, double significance, SplittableRandom random) {
        double[] permuted = new double[segment[1] - segment[0]];
        System.arraycopy(values, segment[0], permuted, 0, permuted.length);
        int allowed = (int) (significance * (PERMUTATIONS + 1)) - 1;
        int asLarge = 0;
        for (int k = 0; k < PERMUTATIONS && asLarge <= allowed; k++) {
            for (int i = permuted.length - 1; i > 0; i--) {
                int j = random.nextInt(i + 1);
                double swapped = permuted[i];
                permuted[i] = permuted[j];
                permuted[j] = swapped;
            }
            if (best(permuted, 0, permuted.length).distance >= distance) {
                asLarge++;
            }
        }
        return asLarge <= allowed;
    }
}
