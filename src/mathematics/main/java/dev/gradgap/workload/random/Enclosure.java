package dev.gradgap.workload.random;

import dev.gradgap.graph.Operation;

/**
 * Bounds of an operation's value and of the magnitude of its partials when its operands are anywhere in given
 * intervals.
 *
 * <p>A random graph is built by these bounds. They are computed with IEEE 754 basic arithmetic and square roots only,
 * which are the same on every platform, and so the elementary functions are bounded by simple rational functions: e^u
 * by 1 + u and 1 / (1 - u), ln u by 1 - 1/u and u - 1, and so on. The bounds hold but are not the narrowest.
 *
 * <p>Source: R. E. Moore, R. B. Kearfott and M. J. Cloud, Introduction to Interval Analysis, SIAM 2009.
 */
public final class Enclosure {

    private double low;
    private double high;
    private double firstPartial;
    private double secondPartial;

    /** The lower bound of the value. */
    public double low() {
        return low;
    }

    /** The upper bound of the value. */
    public double high() {
        return high;
    }

    /** The largest magnitude of the value. */
    public double magnitude() {
        return magnitude(low, high);
    }

    /** The largest magnitude of the partial with respect to the first operand. */
    public double firstPartial() {
        return firstPartial;
    }

    /** The largest magnitude of the partial with respect to the second operand; 0 for a unary operation. */
    public double secondPartial() {
        return secondPartial;
    }

    /**
     * Encloses an operation on u in [uLow, uHigh] and v in [vLow, vHigh]; a unary operation ignores v.
     *
     * @return false, leaving the bounds undefined, if the operands may come near a singularity or are too large for the
     *     bounds used here
     */
    public boolean enclose(Operation operation, double uLow, double uHigh, double vLow, double vHigh) {
        double u = magnitude(uLow, uHigh);
        double v = magnitude(vLow, vHigh);
        return switch (operation) {
            case ADD -> set(uLow + vLow, uHigh + vHigh, 1, 1);
            case SUBTRACT -> set(uLow - vHigh, uHigh - vLow, 1, 1);
            case MULTIPLY -> {
                double a = uLow * vLow;
                double b = uLow * vHigh;
                double c = uHigh * vLow;
                double d = uHigh * vHigh;
                yield set(Math.min(Math.min(a, b), Math.min(c, d)), Math.max(Math.max(a, b), Math.max(c, d)), v, u);
            }
            case DIVIDE ->
                vLow >= 0.5
                        && set(
                                Math.min(uLow / vLow, uLow / vHigh),
                                Math.max(uHigh / vLow, uHigh / vHigh),
                                1 / vLow,
                                u / (vLow * vLow));
            case NEGATE -> set(-uHigh, -uLow, 1, 0);
            case RECIPROCAL -> uLow >= 0.5 && set(1 / uHigh, 1 / uLow, 1 / (uLow * uLow), 0);
            case SQUARE -> set(square(distanceFromZero(uLow, uHigh)), square(u), 2 * u, 0);
            case SQRT -> uLow >= 0.25 && set(Math.sqrt(uLow), Math.sqrt(uHigh), 0.5 / Math.sqrt(uLow), 0);
            case POW_CONSTANT, POW -> uLow >= 0.25 && vLow >= 0 && vHigh <= 2 && power(uLow, uHigh);
            case CBRT -> uLow >= 0.25 && set(Math.min(1, uLow), Math.max(1, uHigh), 1 / (3 * Math.min(1, uLow)), 0);
            case EXP -> uHigh <= 0.75 && set(Math.max(0, 1 + uLow), 1 / (1 - uHigh), 1 / (1 - uHigh), 0);
            case EXPM1 -> uHigh <= 0.75 && set(Math.max(-1, uLow), uHigh / (1 - uHigh), 1 / (1 - uHigh), 0);
            case LOG -> uLow >= 0.25 && set(1 - 1 / uLow, uHigh - 1, 1 / uLow, 0);
            case LOG1P -> uLow >= -0.5 && set(uLow / (1 + uLow), uHigh, 1 / (1 + uLow), 0);
            case LOGADDEXP -> set(Math.max(uLow, vLow), Math.max(uHigh, vHigh) + 0.75, 1, 1);
            case SIN -> set(uLow >= 0 && uHigh <= 3 ? 0 : -Math.min(1, u), Math.min(1, u), 1, 0);
            case COS -> set(Math.max(-1, 1 - u * u / 2), 1, Math.min(1, u), 0);
            case TAN -> u <= 1 && odd(uLow, uHigh, 1, 1.6, 1 + square(1.6 * u));
            case ASIN -> u <= 0.9 && odd(uLow, uHigh, 1, 1.25, 1 / Math.sqrt(1 - u * u));
            case ACOS -> u <= 0.9 && odd(-uHigh, -uLow, 1, 1.25, 1 / Math.sqrt(1 - u * u)) && shift(1.57, 1.58);
            case ATAN -> odd(uLow, uHigh, 0, 1, 1) && cut(1.6);
            case ATAN2 ->
                vLow >= 0.5
                        && odd(uLow / vLow, uHigh / vLow, 0, 1, 1 / vLow)
                        && cut(1.6)
                        && set(low, high, 1 / vLow, 0.5 / vLow);
            case SINH -> u <= 1 && odd(uLow, uHigh, 1, 1.2, 1.6);
            case COSH -> u <= 1 && set(1, 1 + 0.55 * u * u, 1.2 * u, 0);
            case TANH -> odd(uLow, uHigh, 0, 1, 1) && cut(1);
            case SIGMOID ->
                set(Math.max(0, 0.5 + Math.min(uLow, 0) / 4), Math.min(1, 0.5 + Math.max(uHigh, 0) / 4), 0.25, 0);
            case ABS -> set(distanceFromZero(uLow, uHigh), u, 1, 0);
            case MAX -> set(Math.max(uLow, vLow), Math.max(uHigh, vHigh), 1, 1);
            case MIN -> set(Math.min(uLow, vLow), Math.min(uHigh, vHigh), 1, 1);
            case HYPOT -> {
                double distance = Math.max(distanceFromZero(uLow, uHigh), distanceFromZero(vLow, vHigh));
                yield distance >= 0.25 && set(distance, u + v, 1, 1);
            }
        };
    }

    private boolean set(double newLow, double newHigh, double newFirstPartial, double newSecondPartial) {
        low = newLow;
        high = newHigh;
        firstPartial = newFirstPartial;
        secondPartial = newSecondPartial;
        return true;
    }

    /** u<sup>v</sup> for u above 0 and v in [0, 2], by its values at v = 0, 1 and 2. */
    private boolean power(double uLow, double uHigh) {
        double largest = Math.max(1, uHigh * uHigh);
        double logarithm = Math.max(uHigh - 1, 1 / uLow - 1);
        return set(Math.min(1, uLow * uLow), largest, 2 * Math.max(uHigh, 1 / uLow), largest * Math.max(0, logarithm));
    }

    /** An odd increasing function between {@code lower * |u|} and {@code upper * |u|} in magnitude. */
    private boolean odd(double uLow, double uHigh, double lower, double upper, double partial) {
        return set(uLow * (uLow < 0 ? upper : lower), uHigh * (uHigh < 0 ? lower : upper), partial, 0);
    }

    private boolean cut(double bound) {
        low = Math.max(low, -bound);
        high = Math.min(high, bound);
        return true;
    }

    private boolean shift(double byAtLeast, double byAtMost) {
        low += byAtLeast;
        high += byAtMost;
        return true;
    }

    private static double magnitude(double low, double high) {
        return Math.max(Math.abs(low), Math.abs(high));
    }

    private static double distanceFromZero(double low, double high) {
        return Math.max(0, Math.max(low, -high));
    }

    private static double square(double x) {
        return x * x;
    }
}
