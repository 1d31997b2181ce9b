package dev.gradgap.verify.rounding;

import dev.gradgap.function.Elemental;
import dev.gradgap.graph.Operation;

/**
 * One operation at one point: its value and partials up to the second, and how far rounding alone may move value and
 * first partials, whichever of the usual formulas an engine takes. Written out here once more, independently of {@link
 * Operation}.
 *
 * <p>The unit is u = 2<sup>-53</sup>. Assumed of an engine:
 *
 * <ul>
 *   <li>arithmetic and square root round correctly: 1 u; a division may be a multiplication by the reciprocal, by way of
 *       a power: {@value #QUOTIENT} u;
 *   <li>elementary functions are right to 4 ulp, that is {@value #FUNCTION} u: what vector forms promise, where {@link
 *       Math} promises 1 to 2.5 ulp;
 *   <li>a power may be exp(y log x), whose argument is rounded: 4 u |y log x| more;
 *   <li>a partial may be computed from the operand or from the rounded value v, but not in the tails of a function, where
 *       v has lost what the partial is made of: tanh' = 1 - v² at small v², e^x at large |x|. So a partial is right to
 *       some units of its own, however small it is. Of the partials of an angle only the larger is.
 * </ul>
 *
 * <p>An operand whose error is more than {@value #LARGEST_ERROR} of its distance to a singularity, or of 1 where there is
 * none and the operation is not a polynomial, is beyond such an analysis; all roundings are then infinite.
 */
final class LocalAnalysis {

    /** The unit roundoff u of a double. */
    static final double U = 0x1p-53;

    private static final double FUNCTION = 8;
    private static final double QUOTIENT = 4;
    private static final double LARGEST_ERROR = 0x1p-10;
    private static final double LARGEST_UNDERFLOW = 16 * Double.MIN_VALUE;
    private static final double INFINITE = Double.POSITIVE_INFINITY;

    double value;

    /** The partials with respect to the first and the second operand. */
    double first;

    double second;

    /** The derivatives of the partials: of the first by both operands, of the second by the second. */
    double firstFirst;

    double firstSecond;
    double secondSecond;

    /** Bounds of the absolute rounding errors of value and partials. */
    double valueRounding;

    double firstRounding;
    double secondRounding;

    /** Whether it cannot be told to which operand a maximum or minimum, or to which side an absolute value, belongs. */
    boolean undecidable;

    /**
     * Analyses an operation.
     *
     * @param x the first operand
     * @param ex a bound of its error
     * @param y the second operand, as the first if there is none
     * @param ey a bound of its error
     * @param same whether both operands are one number
     */
    void analyse(Operation operation, double x, double ex, double y, double ey, boolean same) {
        undecidable = false;
        second = 0;
        firstFirst = 0;
        firstSecond = 0;
        secondSecond = 0;
        valueRounding = 0;
        firstRounding = 0;
        secondRounding = 0;
        switch (operation) {
            case ADD -> linear(x + y, 1, 1);
            case SUBTRACT -> linear(x - y, 1, -1);
            case NEGATE -> linear(-x, -1, 0);
            case ABS -> abs(x, ex);
            case MAX -> choice(Math.max(x, y), x >= y, undecidable(x, ex, y, ey, same));
            case MIN -> choice(Math.min(x, y), x <= y, undecidable(x, ex, y, ey, same));
            case MULTIPLY -> multiply(x, y);
            case SQUARE -> unary(x * x, 1, 2 * x, 0, 2);
            case DIVIDE -> divide(x, y, ey);
            case RECIPROCAL -> reciprocal(x, ex);
            case SQRT -> squareRoot(x, ex);
            case POW_CONSTANT -> powerOfConstant(x, ex, y);
            case POW -> power(x, ex, y, ey);
            case HYPOT -> hypot(x, ex, y, ey);
            case ATAN2 -> angle(x, ex, y, ey);
            default -> function(operation, x, ex, y, ey);
        }
        firstRounding += underflow(first);
        secondRounding += underflow(second);
        if (!(Math.abs(value) < INFINITE)) {
            lose();
        }
    }

    /** What rounding to subnormal numbers may add. */
    private static double underflow(double partial) {
        return isSubnormal(partial) ? LARGEST_UNDERFLOW : 0;
    }

    private static boolean isSubnormal(double x) {
        return x != 0 && Math.abs(x) < Double.MIN_NORMAL;
    }

    /** Nothing can be said of value and partials. */
    private void lose() {
        valueRounding = INFINITE;
        firstRounding = INFINITE;
        secondRounding = INFINITE;
    }

    private void linear(double result, double p, double q) {
        value = result;
        first = p;
        second = q;
        valueRounding = U * Math.abs(result);
    }

    /** Value and derivatives of a unary operation; the roundings in units of u, relative to value and partial. */
    private void unary(double result, double valueUnits, double p, double partialUnits, double pp) {
        value = result;
        first = p;
        firstFirst = pp;
        valueRounding = valueUnits * U * Math.abs(result);
        firstRounding = partialUnits * U * Math.abs(p);
    }

    private void abs(double x, double ex) {
        value = Math.abs(x);
        first = Math.signum(x);
        undecidable(ex > 0 && value <= ex);
    }

    private static boolean undecidable(double x, double ex, double y, double ey, boolean same) {
        return !same && ex + ey > 0 && !(Math.abs(x - y) > ex + ey);
    }

    private void choice(double result, boolean takesFirst, boolean isUndecidable) {
        value = result;
        first = takesFirst ? 1 : 0;
        second = 1 - first;
        undecidable(isUndecidable);
    }

    private void undecidable(boolean isUndecidable) {
        undecidable = isUndecidable;
        if (isUndecidable) {
            firstRounding = INFINITE;
            secondRounding = INFINITE;
        }
    }

    private void multiply(double x, double y) {
        value = x * y;
        first = y;
        second = x;
        firstSecond = 1;
        valueRounding = U * Math.abs(value);
    }

    /** The second partial -v/y is computed from the value. */
    private void divide(double x, double y, double ey) {
        double reciprocal = 1 / y;
        value = x / y;
        first = reciprocal;
        second = -value / y;
        firstSecond = -reciprocal * reciprocal;
        secondSecond = -2 * second / y;
        valueRounding = QUOTIENT * U * Math.abs(value);
        firstRounding = QUOTIENT * U * Math.abs(reciprocal);
        secondRounding =
                3 * QUOTIENT * U * Math.abs(second) + (isSubnormal(value) ? Double.MIN_VALUE / Math.abs(y) : 0);
        scale(ey, Math.abs(y));
    }

    private void reciprocal(double x, double ex) {
        double v = 1 / x;
        unary(v, QUOTIENT, -v * v, 3 * QUOTIENT, 2 * v * v * v);
        scale(ex, Math.abs(x));
    }

    private void squareRoot(double x, double ex) {
        double v = Math.sqrt(x);
        double p = v == 0 ? 0 : 0.5 / v;
        unary(v, 1, p, 3, v == 0 ? 0 : -0.5 * p / x);
        scale(ex, x);
    }

    private void powerOfConstant(double x, double ex, double c) {
        double p = powerPartial(x, c);
        double logarithm = x == 0 ? 0 : Math.abs(Math.log(Math.abs(x)));
        double pp = x == 0 ? (c == 2 ? 2 : 0) : (c - 1) * p / x;
        unary(Math.pow(x, c), powerUnits(c * logarithm), p, powerUnits((Math.abs(c) + 1) * logarithm) + 2, pp);
        boolean isPolynomial = c == 0 || c == 1 || c == 2;
        scale(isPolynomial ? 0 : ex * Math.max(1, Math.abs(c)), Math.abs(x));
    }

    private void power(double x, double ex, double y, double ey) {
        double v = Math.pow(x, y);
        double logarithm = x > 0 ? Math.log(x) : 0;
        double p = powerPartial(x, y);
        double units = powerUnits(Math.abs(y * logarithm));
        unary(v, units, p, units + powerUnits(Math.abs(logarithm)), x == 0 ? 0 : (y - 1) * p / x);
        second = v * logarithm;
        firstSecond = x > 0 ? v / x * (1 + y * logarithm) : 0;
        secondSecond = second * logarithm;
        boolean isZero = x == 0 && ex == 0 && y > ey; // whatever the exponent
        boolean hasDigits = v >= Double.MIN_NORMAL || isZero;
        secondRounding = hasDigits ? (units + FUNCTION + 2) * U * Math.abs(second) : INFINITE;
        scale(ex * Math.max(1, Math.abs(y)), x);
        scale(ey * Math.abs(logarithm), 1);
        loseIf(x <= 0 && ey > 0 && !isZero);
    }

    private static double powerPartial(double x, double c) {
        return c == 0 || (x == 0 && c > 0 && c < 1) ? 0 : c * Math.pow(x, c - 1);
    }

    private static double powerUnits(double exponent) {
        return FUNCTION + 4 * Math.abs(exponent);
    }

    private void hypot(double x, double ex, double y, double ey) {
        double v = Math.hypot(x, y);
        if (v == 0) {
            unary(0, 0, 0, 0, 0);
        } else {
            double p = x / v;
            double q = y / v;
            unary(v, FUNCTION, p, FUNCTION + 2, q * q / v);
            second = q;
            firstSecond = -p * q / v;
            secondSecond = p * p / v;
            secondRounding = (FUNCTION + 2) * U * Math.abs(q);
        }
        scale(ex + ey, v);
        loseIf(isSubnormal(v));
    }

    /** The partials' roundings relative to the length of the gradient: some engines compute them from half the angle. */
    private void angle(double x, double ex, double y, double ey) {
        double length = Math.hypot(x, y);
        if (length == 0) {
            unary(Math.atan2(x, y), 0, 0, 0, 0);
        } else {
            double p = y / length / length;
            double q = -x / length / length;
            unary(Math.atan2(x, y), FUNCTION, p, 0, 2 * p * q);
            second = q;
            firstSecond = (q - p) * (q + p);
            secondSecond = -2 * p * q;
            firstRounding = 2 * FUNCTION * U / length;
            secondRounding = firstRounding;
        }
        boolean isAtCut = y < 0 && Math.abs(x) <= ex; // where the sign of a zero decides
        loseIf(isAtCut || isSubnormal(length));
        scale(ex + ey, length);
    }

    private void function(Operation operation, double x, double ex, double y, double ey) {
        switch (operation) {
            case EXP -> {
                double v = Math.exp(x);
                unary(v, FUNCTION, v, FUNCTION, v);
            }
            case EXPM1 -> {
                double v = Math.expm1(x);
                double p = Math.exp(x);
                unary(v, FUNCTION, p, FUNCTION + 1, p);
            }
            case LOG -> {
                double p = 1 / x;
                unary(Math.log(x), FUNCTION, p, QUOTIENT, -p * p);
                scale(ex, x);
            }
            case LOG1P -> {
                double p = 1 / (1 + x);
                unary(Math.log1p(x), FUNCTION, p, QUOTIENT, -p * p);
                scale(ex, 1 + x);
            }
            case SIN -> {
                double v = Math.sin(x);
                unary(v, FUNCTION, Math.cos(x), FUNCTION, -v);
            }
            case COS -> {
                double v = Math.cos(x);
                unary(v, FUNCTION, -Math.sin(x), FUNCTION, -v);
            }
            case TAN -> {
                double v = Math.tan(x);
                double p = 1 + v * v;
                unary(v, FUNCTION, p, 2 * FUNCTION + 4, 2 * v * p);
                scale(ex * Math.abs(v), 1);
            }
            case ASIN -> arc(Math.asin(x), 1, x, ex);
            case ACOS -> arc(Math.acos(x), -1, x, ex);
            case ATAN -> {
                double p = 1 / (1 + x * x);
                unary(Math.atan(x), FUNCTION, p, QUOTIENT, -2 * x * p * p);
            }
            case SINH -> {
                double v = Math.sinh(x);
                unary(v, FUNCTION, Math.cosh(x), FUNCTION, v);
            }
            case COSH -> {
                double v = Math.cosh(x);
                unary(v, FUNCTION, Math.sinh(x), FUNCTION, v);
            }
            case TANH -> {
                double v = Math.tanh(x);
                double p = 1 / Math.cosh(x) / Math.cosh(x);
                unary(v, FUNCTION, p, 2 * FUNCTION + 4, -2 * v * p); // 1 - v² up to v² = 1/2, or two hyperbolic cosines
            }
            case SIGMOID -> {
                double e = Math.exp(-Math.abs(x));
                double v = (x < 0 ? e : 1) / (1 + e);
                double p = e / (1 + e) / (1 + e);
                unary(v, FUNCTION + 4, p, 2 * (FUNCTION + 4), p * (1 - 2 * v)); // v(x) v(-x)
            }
            default -> {
                composed(operation, x, ex, y, ey);
                return;
            }
        }
        scale(ex, 1);
    }

    /** What is not written out here: the roundings of what value and partials are composed of. */
    private void composed(Operation operation, double x, double ex, double y, double ey) {
        Elemental f = operation.elemental();
        RunningErrors errors = new RunningErrors();
        RunningErrors.Rounded u = new RunningErrors.Rounded(x, 0, 1, 0);
        RunningErrors.Rounded v = new RunningErrors.Rounded(y, 0, 0, 1);
        RunningErrors.Rounded result = f.composed(errors, u, v);
        value = result.value();
        valueRounding = Math.max(FUNCTION * U * Math.abs(value), result.error());
        RunningErrors.Rounded rounded =
                new RunningErrors.Rounded(value, valueRounding, result.byFirst(), result.bySecond());
        RunningErrors.Rounded p = f.firstPartial(errors, u, v, rounded);
        RunningErrors.Rounded q = f.secondPartial(errors, u, v, rounded);
        first = p.value();
        firstFirst = p.byFirst();
        firstSecond = operation.arity() == 2 ? p.bySecond() : 0;
        firstRounding = Math.max(FUNCTION * U * Math.abs(first), p.error());
        second = q.value();
        secondSecond = q.bySecond();
        secondRounding = Math.max(operation.arity() == 2 ? FUNCTION * U * Math.abs(second) : 0, q.error());
        scale(ex + (operation.arity() == 2 ? ey : 0), f.reach(x, y));
    }

    /** An arc sine or cosine; its partial is ±1/√(1 - x²), by way of (1 - x)(1 + x). */
    private void arc(double result, double sign, double x, double ex) {
        double rest = (1 - x) * (1 + x);
        double p = rest == 0 ? 0 : sign / Math.sqrt(rest);
        unary(result, FUNCTION, p, QUOTIENT + 4, x * p * p * p);
        scale(ex, 1 - Math.abs(x));
    }

    private void loseIf(boolean beyond) {
        if (beyond) {
            lose();
        }
    }

    /**
     * Takes into account that the partials change by more than their first derivatives say.
     *
     * @param error that of an operand
     * @param length the change of the operand at which the partials change by about themselves: the distance to a
     *     singularity, or 1
     */
    private void scale(double error, double length) {
        if (error > 0) {
            double part = error / length;
            if (!(part >= 0 && part <= LARGEST_ERROR)) {
                lose();
            } else {
                double higher = part * part * (Math.abs(first) + Math.abs(second));
                firstRounding += higher;
                secondRounding += higher;
            }
        }
    }
}
