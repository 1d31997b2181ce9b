package dev.gradgap.verify.expected;

import dev.gradgap.workload.Seed;
import java.util.Arrays;

/** Which positions of a vector are looked at. */
public final class Positions {

    private Positions() {}

    /** All positions from 0 to n - 1. */
    public static int[] upTo(int n) {
        int[] positions = new int[n];
        Arrays.setAll(positions, k -> k);
        return positions;
    }

    /**
     * Some of the positions from 0 to n - 1, ascending and distinct: all if they are few enough, else one from each of
     * {@code count} stretches of equal length, the first and the last position among them.
     */
    public static int[] sample(int n, int count, Seed seed) {
        if (n <= count) {
            return upTo(n);
        }
        int[] positions = new int[count];
        for (int k = 0; k < count; k++) {
            int from = (int) ((long) n * k / count);
            int to = (int) ((long) n * (k + 1) / count);
            positions[k] = from + seed.nextInt(to - from);
        }
        positions[0] = 0;
        positions[count - 1] = n - 1;
        return positions;
    }
}
