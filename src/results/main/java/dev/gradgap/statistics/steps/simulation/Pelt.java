package dev.gradgap.statistics.steps.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.stat.StatUtils;

/**
 * The segmentation with the least squared error and a penalty of 2 log n for each step; the deviation of the noise is from
 * the median difference of neighbours.
 *
 * <p>Source: R. Killick, P. Fearnhead and I. A. Eckley, Optimal detection of changepoints with a linear computational cost,
 * Journal of the American Statistical Association 107, 2012.
 */
final class Pelt {

    private static final double NORMAL_QUARTILE = 0.6745;

    private Pelt() {}

    /** The positions of the steps. */
    static List<Integer> steps(double[] values) {
        int n = values.length;
        double[] sums = new double[n + 1];
        double[] squares = new double[n + 1];
        for (int i = 0; i < n; i++) {
            sums[i + 1] = sums[i] + values[i];
            squares[i + 1] = squares[i] + values[i] * values[i];
        }
        double penalty = 2 * Math.log(n) * variance(values);
        double[] least = new double[n + 1];
        int[] last = new int[n + 1];
        least[0] = -penalty;
        List<Integer> candidates = new ArrayList<>();
        for (int to = 1; to <= n; to++) {
            candidates.add(to - 1);
            least[to] = Double.POSITIVE_INFINITY;
            double[] costs = new double[to];
            for (int from : candidates) {
                double sum = sums[to] - sums[from];
                costs[from] = least[from] + squares[to] - squares[from] - sum * sum / (to - from);
                if (costs[from] + penalty < least[to]) {
                    least[to] = costs[from] + penalty;
                    last[to] = from;
                }
            }
            double bound = least[to];
            candidates.removeIf(from -> costs[from] > bound);
        }
        List<Integer> steps = new ArrayList<>();
        for (int at = last[n]; at > 0; at = last[at]) {
            steps.add(0, at);
        }
        return steps;
    }

    private static double variance(double[] values) {
        double[] differences = new double[values.length - 1];
        Arrays.setAll(differences, i -> Math.abs(values[i + 1] - values[i]));
        double deviation = StatUtils.percentile(differences, 50) / NORMAL_QUARTILE;
        return deviation * deviation / 2;
    }
}
