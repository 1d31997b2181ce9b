package dev.gradgap.engine.compiled.maker;

import java.util.Arrays;

/** A growing list of doubles. */
final class Doubles {

    private double[] values = new double[16];
    private int size;

    int size() {
        return size;
    }

    void add(double value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, Math.addExact(size, size));
        }
        values[size++] = value;
    }

    /** Forgets all but the first so many. */
    void truncate(int length) {
        size = length;
    }

    double[] toArray() {
        return Arrays.copyOf(values, size);
    }
}
