package dev.gradgap.text;

import dev.gradgap.statistics.Interval;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.function.DoubleFunction;

/** Numbers as a person reads them, the same in every locale. */
public final class Numbers {

    private static final String[] TIME_UNITS = {"ns", "µs", "ms", "s"};
    private static final double[] LONG_TIMES = {60, 3600, 86_400, 31_557_600};
    private static final String[] LONG_UNITS = {"min", "h", "days", "years"};

    private static final MathContext THREE_DIGITS = new MathContext(3);

    private Numbers() {}

    /** Three significant digits, such as 0.0123, 4.56, 789 or 12,300,000. */
    public static String plain(double value) {
        if (!Double.isFinite(value)) {
            return "unknown";
        }
        double magnitude = Math.abs(value);
        if (magnitude != 0 && (magnitude < 1e-4 || magnitude >= 1e15)) {
            return String.format(Locale.ROOT, "%.2e", value);
        }
        BigDecimal rounded = new BigDecimal(value).round(THREE_DIGITS);
        int decimals =
                value == 0 ? 0 : Math.max(0, THREE_DIGITS.getPrecision() - rounded.precision() + rounded.scale());
        return String.format(Locale.ROOT, "%,." + decimals + "f", rounded);
    }

    /** An exponent with a number of decimals; never minus zero. */
    public static String exponent(double value, int decimals) {
        if (!Double.isFinite(value)) {
            return "unknown";
        }
        String text = String.format(Locale.ROOT, "%." + decimals + "f", value);
        return text.matches("-0\\.0*") ? text.substring(1) : text;
    }

    /** The interval of an exponent in brackets after a space; empty if it is unknown. */
    public static String exponentRange(Interval exponent, int decimals) {
        return range(exponent, bound -> exponent(bound, decimals));
    }

    /** A duration with its unit, such as 1.23 µs or 5.40 days. */
    public static String duration(double nanoseconds) {
        if (!Double.isFinite(nanoseconds)) {
            return "unknown";
        }
        double value = nanoseconds;
        int unit = 0;
        while (unit < TIME_UNITS.length - 1 && value >= 999.5) {
            value /= 1000;
            unit++;
        }
        int larger = -1;
        while (unit == TIME_UNITS.length - 1 && larger < LONG_TIMES.length - 1 && value >= 2 * LONG_TIMES[larger + 1]) {
            larger++;
        }
        return larger < 0
                ? plain(value) + " " + TIME_UNITS[unit]
                : plain(value / LONG_TIMES[larger]) + " " + LONG_UNITS[larger];
    }

    /** A round number, as of things or on an axis, to three significant digits without trailing zeros: 7, 0.5, 123 or 12,300. */
    public static String count(double value) {
        return plain(value).replaceAll("(\\.\\d*?)0+(?!\\d)", "$1").replaceAll("\\.(?!\\d)", "");
    }

    /** A number of things with its interval in brackets, or without if it is unknown. */
    public static String counts(Interval interval) {
        return count(interval.estimate()) + range(interval, Numbers::count);
    }

    /** A number of inputs: 512, 1K, 16K, 1M where it is such a power of two times one; in full elsewhere. */
    public static String size(double inputs) {
        long whole = Math.round(inputs);
        if (whole >= 1 << 20 && whole % (1 << 20) == 0) {
            return (whole >> 20) + "M";
        }
        if (whole >= 1 << 10 && whole % (1 << 10) == 0) {
            return (whole >> 10) + "K";
        }
        return Math.abs(inputs - whole) < 1e-9 ? Long.toString(whole) : plain(inputs);
    }

    /** An estimate with its interval in brackets, or without if it is unknown. */
    public static String interval(Interval interval) {
        return plain(interval.estimate()) + range(interval);
    }

    /** A duration with its interval in brackets, or without if it is unknown. */
    public static String durations(Interval nanoseconds) {
        return duration(nanoseconds.estimate()) + range(nanoseconds, Numbers::duration);
    }

    /** The interval in brackets after a space; empty if it is unknown. */
    public static String range(Interval interval) {
        return range(interval, Numbers::plain);
    }

    private static String range(Interval interval, DoubleFunction<String> bound) {
        return interval.isKnown() ? " [" + bound.apply(interval.low()) + ", " + bound.apply(interval.high()) + "]" : "";
    }
}
