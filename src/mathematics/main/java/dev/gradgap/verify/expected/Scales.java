package dev.gradgap.verify.expected;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The sizes of a point's coordinates, and how far a function is moved from the point to see its slope. Coordinates whose sizes
 * differ by less than a million form a group that may move together; a step that suits one coordinate of 10<sup>10</sup> would
 * throw one of 10<sup>-10</sup> out of everything.
 *
 * <p>A function may vary on a smaller scale than its point, and on a larger one, so that there is a ladder of steps, as exponents
 * of 2: from 2<sup>-41</sup> to 2<sup>-13</sup> of the group's largest coordinate in ratios of 16, and beyond that some pairs of
 * such a ratio: upwards as far as the point's largest coordinate would go, or one of size 1; downwards if all coordinates are 0,
 * which have no size. A power of 2 is added to a coordinate without a rounding error.
 */
public final class Scales {

    /** A step over the next smaller one is 2 to this power. */
    static final int RATIO_BITS = 4;

    private static final int GROUP_BITS = 20;
    private static final int MOST_GROUPS = 8;
    private static final int LARGEST_STEP = -13;
    private static final int SMALLEST_STEP = -41;
    private static final int PAIR_BITS = 20; // from one pair of steps to the next
    private static final int MOST_PAIRS = 4;
    private static final int LEAST_EXPONENT = -1100;

    private final int[] largest; // the exponent of each group's largest coordinate, descending
    private final boolean unknown;

    /** The sizes of a point's coordinates. */
    public Scales(double[] x) {
        BitSet exponents = new BitSet();
        for (double xi : x) {
            if (xi != 0) {
                exponents.set(Math.getExponent(xi) - LEAST_EXPONENT);
            }
        }
        unknown = exponents.isEmpty();
        if (unknown) {
            exponents.set(-LEAST_EXPONENT);
        }
        List<Integer> groups = new ArrayList<>();
        int first = exponents.length() - 1;
        while (first >= 0 && groups.size() < MOST_GROUPS) {
            groups.add(first + LEAST_EXPONENT);
            first = first < GROUP_BITS ? -1 : exponents.previousSetBit(first - GROUP_BITS);
        }
        largest = groups.stream().mapToInt(Integer::intValue).toArray();
    }

    /** How many groups there are, at least 1; group 0 has the largest coordinates. */
    public int groups() {
        return largest.length;
    }

    /** The group of a coordinate. One that is 0 has no size, and moves as the largest. */
    public int group(double coordinate) {
        if (coordinate == 0) {
            return 0;
        }
        int group = 0;
        while (group + 1 < largest.length && Math.getExponent(coordinate) <= largest[group + 1]) {
            group++;
        }
        return group;
    }

    /** The steps that are tried with a group, as exponents of 2 for the coordinate that moves farthest, ascending. */
    public int[] steps(int group) {
        List<Integer> steps = new ArrayList<>();
        int own = largest[group];
        if (unknown) {
            for (int pair = MOST_PAIRS; pair > 0; pair--) {
                addPair(steps, LARGEST_STEP - pair * PAIR_BITS - PAIR_BITS);
            }
        }
        for (int step = own + SMALLEST_STEP; step <= own + LARGEST_STEP; step += RATIO_BITS) {
            steps.add(step);
        }
        int highest = Math.max(largest[0], 0) + LARGEST_STEP;
        IntStream.rangeClosed(1, MOST_PAIRS)
                .map(pair -> own + LARGEST_STEP + pair * PAIR_BITS)
                .filter(step -> step <= highest)
                .forEach(step -> addPair(steps, step));
        return steps.stream().mapToInt(Integer::intValue).toArray();
    }

    private static void addPair(List<Integer> steps, int larger) {
        steps.add(larger - RATIO_BITS);
        steps.add(larger);
    }

    /**
     * The step at which a slope that is not seen is known to be none: one of the size of the point. Where that is unknown, a
     * slope may hide below any step.
     */
    public int trustedStep(int group) {
        return unknown ? steps(group)[0] : largest[group] + LARGEST_STEP;
    }

    /** The rounding error of a moved coordinate in units of its move, at most. */
    public double moveRounding(int group, int step) {
        return Math.scalb(Math.ulp(1.0), largest[group] - step);
    }
}
