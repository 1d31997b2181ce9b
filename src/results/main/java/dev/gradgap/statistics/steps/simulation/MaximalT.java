package dev.gradgap.statistics.steps.simulation;

import dev.gradgap.statistics.steps.TwoLevels;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Binary segmentation by the largest t of all cuts, at 1 % for independent normal noise: what is usually meant by a test for
 * a change of level.
 */
final class MaximalT {

    private static final int SIMULATED = 9_999;
    private static final double SIGNIFICANCE = 0.01;

    private final Map<Integer, Double> thresholds = new HashMap<>();

    /** The positions of the steps. */
    List<Integer> steps(double[] values) {
        List<Integer> steps = new ArrayList<>();
        split(new TwoLevels(values, 0), 0, values.length, steps);
        return steps;
    }

    private void split(TwoLevels series, int from, int to, List<Integer> steps) {
        if (to - from < 3) {
            return;
        }
        TwoLevels.Cut cut = series.best(from, to, 1);
        if (cut.distance() > thresholds.computeIfAbsent(to - from, MaximalT::threshold)) {
            steps.add(cut.at());
            split(series, from, cut.at(), steps);
            split(series, cut.at(), to, steps);
        }
    }

    private static double threshold(int count) {
        SplittableRandom random = new SplittableRandom(count);
        double[] largest = new double[SIMULATED];
        for (int i = 0; i < SIMULATED; i++) {
            double[] values = new double[count];
            Arrays.setAll(values, k -> random.nextGaussian());
            largest[i] = new TwoLevels(values, 0).best(0, count, 1).distance();
        }
        Arrays.sort(largest);
        return largest[(int) Math.ceil((1 - SIGNIFICANCE) * (SIMULATED + 1)) - 1];
    }
}
