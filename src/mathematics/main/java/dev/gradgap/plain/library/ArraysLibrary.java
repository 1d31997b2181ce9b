package dev.gradgap.plain.library;

import java.util.function.DoubleBinaryOperator;
import java.util.function.IntToDoubleFunction;

/** Methods of {@code Arrays} on doubles. */
public final class ArraysLibrary {

    private ArraysLibrary() {}

    public static double[] copyOf(double[] array, int length) {
        return copyOfRange(array, 0, length);
    }

    public static double[] copyOfRange(double[] array, int from, int to) {
        if (from > to) {
            throw new IllegalArgumentException(from + " > " + to);
        }
        double[] copy = new double[to - from];
        int length = Math.min(array.length - from, copy.length);
        for (int i = 0; i < length; i++) {
            copy[i] = array[from + i];
        }
        return copy;
    }

    public static void fill(double[] array, double value) {
        fill(array, 0, array.length, value);
    }

    public static void fill(double[] array, int from, int to, double value) {
        for (int i = from; i < to; i++) {
            array[i] = value;
        }
    }

    public static void setAll(double[] array, IntToDoubleFunction element) {
        for (int i = 0; i < array.length; i++) {
            array[i] = element.applyAsDouble(i);
        }
    }

    public static void parallelPrefix(double[] array, DoubleBinaryOperator operator) {
        for (int i = 1; i < array.length; i++) {
            array[i] = operator.applyAsDouble(array[i - 1], array[i]);
        }
    }

    public static Doubles stream(double[] array) {
        return new Doubles(array);
    }

    public static Doubles stream(double[] array, int from, int to) {
        return new Doubles(copyOfRange(array, from, to));
    }

    public static void sort(double[] array) {
        sort(array, 0, array.length);
    }

    /** Merges sorted halves; equal elements keep their order. */
    public static void sort(double[] array, int from, int to) {
        if (to - from < 2) {
            return;
        }
        int middle = (from + to) >>> 1;
        sort(array, from, middle);
        sort(array, middle, to);
        double[] merged = new double[to - from];
        int left = from;
        int right = middle;
        for (int k = 0; k < merged.length; k++) {
            boolean takesLeft = right == to || (left < middle && Double.compare(array[left], array[right]) <= 0);
            merged[k] = takesLeft ? array[left++] : array[right++];
        }
        for (int k = 0; k < merged.length; k++) {
            array[from + k] = merged[k];
        }
    }

    public static int binarySearch(double[] array, double key) {
        int low = 0;
        int high = array.length - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = Double.compare(array[middle], key);
            if (order < 0) {
                low = middle + 1;
            } else if (order > 0) {
                high = middle - 1;
            } else {
                return middle;
            }
        }
        return -(low + 1);
    }

    public static boolean equals(double[] one, double[] other) {
        if (one == null || other == null || one.length != other.length) {
            return one == null && other == null;
        }
        for (int i = 0; i < one.length; i++) {
            if (Double.compare(one[i], other[i]) != 0) {
                return false;
            }
        }
        return true;
    }
}
