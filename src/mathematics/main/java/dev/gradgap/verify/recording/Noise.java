package dev.gradgap.verify.recording;

import dev.gradgap.workload.Seed;

/**
 * Rounding errors at random: factors 1 + k 2<sup>-53</sup> with k from 4 to 11 of either sign, some times the largest error of
 * an operation. Calculating with such errors several times shows what rounding may do to a result, whatever the order in which an
 * engine adds and multiplies.
 *
 * <p>Source: J. Vignes, A stochastic arithmetic for reliable scientific computation, Mathematics and Computers in Simulation
 * 35, 1993.
 */
final class Noise {

    private static final double UNIT = Math.ulp(1.0) / 2;
    private static final int BITS = 4; // of a random number, for each error

    private final Seed random;
    private long bits;
    private int left;

    Noise(long seed) {
        random = new Seed(seed);
    }

    /** A number with an error. */
    double on(double number) {
        if (left == 0) {
            bits = random.nextLong();
            left = Long.SIZE / BITS;
        }
        int size = 4 + (int) (bits & 7);
        int error = (bits & 8) == 0 ? size : -size;
        bits >>>= BITS;
        left--;
        return number + number * (error * UNIT);
    }

    /** The value of an operation with an error, unless it is that of an operand, perhaps with another sign. */
    double on(double value, double first, double second) {
        double size = Math.abs(value);
        return size == Math.abs(first) || size == Math.abs(second) ? value : on(value);
    }
}
