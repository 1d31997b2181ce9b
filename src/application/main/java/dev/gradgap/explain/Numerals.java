package dev.gradgap.explain;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Numbers as a person reads them: at most six significant digits, and the sign that precedes one says whether anything
 * was lost: {@code = 0.5} but {@code ≈ 0.333333}. The same on every JVM and in every locale.
 */
final class Numerals {

    private static final int READABLE_DIGITS = 6;
    private static final int ROUND_TRIP_DIGITS = 17;
    private static final double LARGEST_PLAIN_INTEGER = 1e9;
    private static final int SMALLEST_PLAIN_EXPONENT = -5;

    private Numerals() {}

    /** The number rounded to six significant digits; whole numbers below 10<sup>9</sup> in full. */
    static String rounded(double x) {
        if (!Double.isFinite(x)) {
            return Double.toString(x);
        }
        boolean smallInteger = x == Math.rint(x) && Math.abs(x) < LARGEST_PLAIN_INTEGER;
        return smallInteger ? Long.toString((long) x) : digits(x, READABLE_DIGITS);
    }

    /** Whether {@link #rounded} loses nothing. */
    static boolean isExact(double x) {
        return !Double.isFinite(x) || Double.parseDouble(rounded(x)) == x;
    }

    /** The rounded number after {@code =}, or after {@code ≈} if it had to be rounded. */
    static String equal(double x) {
        return sign(isExact(x)) + rounded(x);
    }

    /** {@code "= "} or {@code "≈ "}. */
    static String sign(boolean exact) {
        return exact ? "= " : "≈ ";
    }

    /** The shortest decimal that reads back as the same double. */
    static String full(double x) {
        if (isExact(x)) {
            return rounded(x);
        }
        int precision = READABLE_DIGITS + 1;
        while (precision < ROUND_TRIP_DIGITS && Double.parseDouble(digits(x, precision)) != x) {
            precision++;
        }
        return digits(x, precision);
    }

    /** In parentheses if negative, to stand after an operator. */
    static String operand(String number) {
        return number.startsWith("-") ? "(" + number + ")" : number;
    }

    private static String digits(double x, int precision) {
        BigDecimal decimal = new BigDecimal(x)
                .round(new MathContext(precision, RoundingMode.HALF_EVEN))
                .stripTrailingZeros();
        int exponent = decimal.precision() - decimal.scale() - 1;
        if (exponent >= SMALLEST_PLAIN_EXPONENT && exponent <= precision) {
            return decimal.toPlainString();
        }
        return decimal.scaleByPowerOfTen(-exponent).toPlainString() + "e" + exponent;
    }
}
