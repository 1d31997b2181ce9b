package dev.gradgap.verify.expected;

import dev.gradgap.workload.Seed;

/**
 * A vector that a Jacobian is multiplied with: of weights of the outputs, or a direction of the inputs. One element is 1
 * and all others are 0, or all have random signs and sizes between 1/2 and 1. Two with equal components are the same vector.
 *
 * @param length the number of elements
 * @param position of the only element, which is 1; -1 if all have random signs
 * @param seed decides the signs and sizes
 */
public record Weights(int length, int position, long seed) {

    private static final int ALL = -1;

    /** 1 at a position and 0 elsewhere. */
    public static Weights one(int length, int position) {
        return new Weights(length, position, 0);
    }

    /** Random signs, whose sum over many elements cancels no mistake but by chance. */
    public static Weights signs(int length, long seed) {
        return new Weights(length, ALL, seed);
    }

    /** Whether it asks for one element alone. */
    public boolean isOne() {
        return position != ALL;
    }

    /** The elements. */
    public double[] toArray() {
        double[] vector = new double[length];
        if (isOne()) {
            vector[position] = 1;
            return vector;
        }
        Seed random = new Seed(seed);
        for (int i = 0; i < length; i++) {
            double size = random.nextDouble(0.5, 1);
            vector[i] = random.nextLong() < 0 ? -size : size;
        }
        return vector;
    }
}
