package dev.gradgap.statistics.steps;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.StatUtils;

/**
 * The steps of a series.
 *
 * @param steps in the order of their positions
 * @param correlation the first-order autocorrelation of the noise that was reckoned with, from 0 on
 */
public record Steps(List<Step> steps, double correlation) {

    /** The fewest values in which a step can be found. */
    public static final int FEWEST_VALUES = 2 * TwoLevels.FEWEST_BESIDE;

    /** How many times as many series show a false step where their noise is strongly correlated; from the simulation. */
    public static final double MORE_WHEN_CORRELATED = 3;

    /** Of the false steps that may be; the rest is for the newest values. */
    private static final double SHARE_OF_LASTING = 0.5;

    public Steps {
        steps = List.copyOf(steps);
    }

    /**
     * A step.
     *
     * @param at the position of the first value after it
     * @param lasting whether it was found by what lasted; otherwise the newest values alone are above all before, which may
     *     be an outlier and is confirmed or taken back by the next
     */
    public record Step(int at, boolean lasting) {}

    /**
     * Finds the steps of a series: those that last by {@link TwoLevels tests} of windows of all lengths, and rises of the
     * newest values by {@link NewestRise}. Takes O(n log n) for each depth of splitting.
     *
     * <p>Source of the windows: S. Kovács, P. Bühlmann, H. Li and A. Munk, Seeded binary segmentation: a general methodology
     * for fast and optimal changepoint detection, Biometrika 110, 2023.
     *
     * @param values in the order of time; logarithms, if steps are to be relative
     * @param significance the share of series without a step that may show one, for example 0.01
     */
    public static Steps of(double[] values, double significance) {
        double correlation = SerialCorrelation.of(values);
        TwoLevels test = new TwoLevels(values, correlation);
        TreeSet<Integer> lasting = new TreeSet<>();
        WindowSearch search = new WindowSearch(test, significance * SHARE_OF_LASTING);
        search.addSteps(0, values.length, lasting);
        List<Integer> places = search.placed(lasting, values.length);
        List<Step> steps = new ArrayList<>();
        places.forEach(at -> steps.add(new Step(at, true)));
        int from = places.isEmpty() ? 0 : places.get(places.size() - 1);
        NewestRise.of(values, from, significance * (1 - SHARE_OF_LASTING))
                .ifPresent(at -> steps.add(new Step(at, false)));
        return new Steps(steps, correlation);
    }

    /**
     * Without steps that are too small to matter: the smallest is taken out until none of the others is.
     *
     * @param least the smallest that matters, in the unit of the values
     * @param values those of {@link #of}
     */
    public Steps above(double least, double[] values) {
        List<Step> left = new ArrayList<>(steps);
        while (!left.isEmpty()) {
            double[] sizes = sizes(left, values);
            int smallest = 0;
            for (int i = 1; i < sizes.length; i++) {
                smallest = sizes[i] < sizes[smallest] ? i : smallest;
            }
            if (sizes[smallest] >= least) {
                break;
            }
            left.remove(smallest);
        }
        return new Steps(left, correlation);
    }

    /** By how much the means on both sides of each step differ. */
    private static double[] sizes(List<Step> steps, double[] values) {
        double[] levels = new double[steps.size() + 1];
        for (int i = 0; i < levels.length; i++) {
            int from = i == 0 ? 0 : steps.get(i - 1).at();
            int to = i < steps.size() ? steps.get(i).at() : values.length;
            levels[i] = StatUtils.mean(values, from, to - from);
        }
        return IntStream.range(0, steps.size())
                .mapToDouble(i -> Math.abs(levels[i + 1] - levels[i]))
                .toArray();
    }
}
