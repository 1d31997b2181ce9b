package dev.gradgap.plain.running;

import dev.gradgap.plain.Decision;
import java.util.Objects;

/** What methods of {@code Double}, {@code Number} and {@code Comparable} become. */
public final class RunningDouble {

    private RunningDouble() {}

    public static Object valueOf(Object x) {
        return x;
    }

    public static Object doubleValue(Object x) {
        if (x instanceof Double) {
            return x;
        }
        return x instanceof Number other ? (Object) other.doubleValue() : Objects.requireNonNull(x);
    }

    public static int intValue(Object x) {
        return x instanceof Number c ? c.intValue() : Running.toInt(Objects.requireNonNull(x));
    }

    public static long longValue(Object x) {
        return x instanceof Number c ? c.longValue() : Running.toLong(Objects.requireNonNull(x));
    }

    public static int compare(Object x, Object y) {
        return (int) Running.decided(Decision.COMPARE, x, y);
    }

    @SuppressWarnings("unchecked") // as raw as what it stands for
    public static int compareTo(Object x, Object y) {
        boolean numbers = Running.isDouble(x) && Running.isDouble(y);
        return numbers ? compare(x, y) : ((Comparable<Object>) x).compareTo(y);
    }

    public static boolean equals(Object x, Object y) {
        return (Running.isDouble(x) && Running.isDouble(y)) ? compare(x, y) == 0 : x.equals(y);
    }

    public static boolean isNaN(Object x) {
        return Running.decided(Decision.NOT_A_NUMBER, x, 0.0) != 0;
    }

    public static boolean isInfinite(Object x) {
        return Running.decided(Decision.INFINITE, x, 0.0) != 0;
    }

    public static boolean isFinite(Object x) {
        return !isNaN(x) && !isInfinite(x);
    }

    public static Object sum(Object x, Object y) {
        return Running.add(x, y);
    }

    public static Object max(Object x, Object y) {
        return RunningMath.max(x, y);
    }

    public static Object min(Object x, Object y) {
        return RunningMath.min(x, y);
    }

    public static String toString(Object x) {
        return RunningText.valueOf(x);
    }
}
