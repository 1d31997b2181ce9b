package dev.gradgap.workload.program.maker;

import dev.gradgap.workload.Seed;
import java.util.List;

/** What a generator decides by chance. */
final class Draws {

    /** Lengths at which a planner begins or ceases to do something, or a little off. */
    private static final int[] THRESHOLDS = {
        2, 3, 4, 6, 8, 12, 16, 20, 30, 32, 40, 48, 60, 64, 96, 100, 120, 128, 255, 256, 512, 1024, 2048, 3000, 4096
    };

    private static final double[] CONSTANTS = {0.25, 0.5, 0.75, 1, 1.25, 0.1, 0.2, 0.3, -0.5, -0.25, -1, 2, 0};

    private final Seed seed;

    Draws(Seed seed) {
        this.seed = seed;
    }

    Seed seed() {
        return seed;
    }

    /** True so often in a hundred times. */
    boolean chance(int inHundred) {
        return seed.nextInt(100) < inHundred;
    }

    /** One of the numbers from low to high, both included. */
    int between(int low, int high) {
        return high <= low ? low : low + seed.nextInt(high - low + 1);
    }

    /** From low to high, small numbers more likely: each doubling is as likely as the next. */
    int skewed(int low, int high) {
        int doublings = 32 - Integer.numberOfLeadingZeros(Math.max(1, high - low + 1));
        int most = 1 << between(0, doublings);
        return Math.min(high, low + seed.nextInt(most));
    }

    <E> E oneOf(List<E> elements) {
        return elements.get(seed.nextInt(elements.size()));
    }

    /** A constant out of few, so that equal ones are common. */
    double constant() {
        return chance(70) ? CONSTANTS[seed.nextInt(CONSTANTS.length)] : between(-125, 125) / 100.0;
    }

    /** The length of a loop, from 1 to a number: small, near one of the thresholds, or any. */
    int count(int most) {
        int chance = between(1, 100);
        if (chance <= 45) {
            return between(Math.min(2, most), Math.min(9, most));
        }
        int within = 0;
        while (within < THRESHOLDS.length && THRESHOLDS[within] <= most) {
            within++;
        }
        return chance <= 60 || within == 0
                ? between(Math.min(2, most), most)
                : Math.min(most, THRESHOLDS[seed.nextInt(within)] + between(-1, 1));
    }
}
