package dev.gradgap.statistics.steps;

import dev.gradgap.statistics.steps.TwoLevels.Cut;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Looks for steps through windows of many lengths, so that a level that comes and goes is seen by one that is no longer than
 * it. A window is cut in its middle half only: sides of like lengths keep Student's test true for noise with heavy tails.
 *
 * @param significance the share of series without a step that may show one
 */
record WindowSearch(TwoLevels test, double significance) {

    /** Windows of a length begin a quarter of it apart, and no side is shorter. */
    private static final int PARTS = 4;

    /** Adds the steps from a value to another, the clearest first. */
    void addSteps(int from, int to, Set<Integer> steps) {
        double least = significance / tests(test.size());
        int found = 0;
        for (int length : lengths(to - from)) {
            int beside = Math.max(TwoLevels.FEWEST_BESIDE, length / PARTS);
            for (int start : starts(from, to - length, Math.max(1, length / PARTS))) {
                Cut cut = test.best(start, start + length, beside);
                double pValue = test.pValue(cut, length);
                if (pValue < least) {
                    least = pValue;
                    found = cut.at();
                }
            }
        }
        if (found > 0) {
            steps.add(found);
            addSteps(from, found, steps);
            addSteps(found, to, steps);
        }
    }

    /** As how many independent tests all windows of a series count: one for each value and doubling of length. */
    private static double tests(int values) {
        double places = values - Steps.FEWEST_VALUES + 1;
        return Math.max(1, places * Math.log(1 + (double) values / Steps.FEWEST_VALUES) / Math.log(2));
    }

    /** From the first to the last, which is one of them. */
    private static int[] starts(int first, int last, int apart) {
        int steps = (last - first + apart - 1) / apart;
        return IntStream.rangeClosed(0, steps)
                .map(i -> Math.min(last, first + i * apart))
                .toArray();
    }

    /** 6, 8, 12, 16, 24 and so on, and the whole. */
    private static List<Integer> lengths(int whole) {
        List<Integer> lengths = new ArrayList<>();
        for (int length = Steps.FEWEST_VALUES; length < whole; length *= 2) {
            lengths.add(length);
            if (length / 3 * 4 < whole) {
                lengths.add(length / 3 * 4);
            }
        }
        if (whole >= Steps.FEWEST_VALUES) {
            lengths.add(whole);
        }
        return lengths;
    }

    /** Steps, each moved to where the levels between its neighbours differ most. */
    List<Integer> placed(Iterable<Integer> steps, int size) {
        List<Integer> found = new ArrayList<>();
        steps.forEach(found::add);
        List<Integer> placed = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            int from = i == 0 ? 0 : placed.get(i - 1);
            int to = i + 1 < found.size() ? found.get(i + 1) : size;
            int best = test.best(from, to, TwoLevels.FEWEST_BESIDE).at();
            placed.add(best == 0 ? found.get(i) : best); // 0: no room between its neighbours
        }
        return placed;
    }
}
