package dev.gradgap.verify.expected;

import dev.gradgap.workload.Seed;

/**
 * Where a function is looked at a second time: so near to its sample point that it is as well behaved there, and so far that
 * all derivatives are others. Every coordinate moves by about a thousandth of itself, and one that is 0 by about a thousandth
 * of the largest; if the function has no value there, by less, or all to one side, for the sample point may lie on the edge of
 * a domain such as [-1, 1] or [0, &infin;).
 */
public final class NearbyPoint {

    /** What follows the name of an element, to say where it was looked at. */
    public static final String WHERE = " near the sample point";

    /** How many points there are to be tried. */
    public static final int CANDIDATES = 8;

    private static final double[] STEPS = {0x1p-10, 0x1p-20};

    private NearbyPoint() {}

    /** Which way coordinates move. */
    private enum Way {
        RANDOM,
        TO_ZERO,
        UP,
        DOWN
    }

    /**
     * A point nearby.
     *
     * @param candidate which, from 0 to {@link #CANDIDATES} - 1, the usual one first
     * @param distance 1 for the point itself, 2 for the one twice as far away
     */
    public static double[] of(double[] x, long seed, int candidate, int distance) {
        Way way = Way.values()[candidate % Way.values().length];
        double step = distance * STEPS[candidate / Way.values().length];
        double largest = 0;
        for (double xi : x) {
            largest = Math.max(largest, Math.abs(xi));
        }
        double scaleOfZeros = largest == 0 ? 1 : largest;
        Seed random = new Seed(seed);
        double[] moved = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            double size = random.nextDouble(0.5, 1);
            boolean up =
                    switch (way) {
                        case RANDOM -> random.nextLong() < 0;
                        case TO_ZERO -> x[i] <= 0;
                        case UP -> true;
                        case DOWN -> false;
                    };
            double move = step * size * (x[i] == 0 ? scaleOfZeros : Math.abs(x[i]));
            moved[i] = up ? x[i] + move : x[i] - move;
        }
        return moved;
    }
}
