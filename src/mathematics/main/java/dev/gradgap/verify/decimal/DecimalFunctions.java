package dev.gradgap.verify.decimal;

import org.apache.commons.math3.dfp.Dfp;
import org.apache.commons.math3.dfp.DfpField;
import org.apache.commons.math3.dfp.DfpMath;

/**
 * Elementary functions to more than 50 decimal digits, relative to the result, on the decimal numbers of Apache Commons
 * Math. These have {@value #DIGITS} digits; where a function's textbook form cancels, a series or another form is used.
 *
 * <p>Arguments of trigonometric functions lose as many digits as they have before the point.
 *
 * <p>Sources of the forms: Abramowitz and Stegun, Handbook of Mathematical Functions, NBS 1964, sec. 4.1 (logarithm as an
 * inverse hyperbolic tangent), 4.2, 4.4 and 4.5.
 */
final class DecimalFunctions {

    /** The significant decimal digits that are computed. */
    static final int DIGITS = 64;

    private static final DfpField FIELD = new DfpField(DIGITS);
    private static final Dfp ZERO = FIELD.getZero();
    private static final Dfp ONE = FIELD.getOne();
    private static final Dfp TWO = FIELD.getTwo();
    private static final Dfp HALF = ONE.divide(2);
    private static final Dfp HALF_PI = FIELD.getPi().divide(2);
    private static final double SERIES_BELOW = 0.25;
    private static final int LARGEST_INTEGER_POWER = 1 << 16;

    private DecimalFunctions() {}

    /** A double as a decimal number, exact down to about 10<sup>-4</sup> and to all digits below. */
    static Dfp of(double x) {
        return FIELD.newDfp(x);
    }

    static Dfp zero() {
        return ZERO;
    }

    static Dfp one() {
        return ONE;
    }

    static Dfp half() {
        return HALF;
    }

    static Dfp square(Dfp x) {
        return x.multiply(x);
    }

    static Dfp reciprocal(Dfp x) {
        return ONE.divide(x);
    }

    private static boolean isSmall(Dfp x) {
        return Math.abs(x.toDouble()) < SERIES_BELOW;
    }

    static Dfp exp(Dfp x) {
        return DfpMath.exp(x);
    }

    static Dfp expm1(Dfp x) {
        return isSmall(x) ? powerSeries(x, x, 2, 1) : exp(x).subtract(ONE);
    }

    static Dfp log(Dfp x) {
        Dfp beyondOne = x.subtract(ONE);
        return isSmall(beyondOne) ? log1p(beyondOne) : DfpMath.log(x);
    }

    /** ln(1 + x) = 2 artanh(x / (2 + x)). */
    static Dfp log1p(Dfp x) {
        if (!isSmall(x)) {
            return DfpMath.log(ONE.add(x));
        }
        Dfp t = x.divide(TWO.add(x));
        Dfp squared = square(t);
        Dfp power = t;
        Dfp sum = t;
        for (int k = 3; !isNegligible(power, sum); k += 2) {
            power = power.multiply(squared);
            sum = sum.add(power.divide(k));
        }
        return sum.multiply(2);
    }

    static Dfp sin(Dfp x) {
        return DfpMath.sin(x);
    }

    static Dfp cos(Dfp x) {
        return DfpMath.cos(x);
    }

    static Dfp tan(Dfp x) {
        return sin(x).divide(cos(x));
    }

    /** √(1 - x²) without cancellation at the ends. */
    static Dfp leg(Dfp x) {
        return ONE.subtract(x).multiply(ONE.add(x)).sqrt();
    }

    static Dfp asin(Dfp x) {
        return atan2(x, leg(x));
    }

    static Dfp acos(Dfp x) {
        return atan2(leg(x), x);
    }

    static Dfp atan(Dfp x) {
        return atan2(x, ONE);
    }

    /** The angle with ordinate y and abscissa x; 0 at the origin. */
    static Dfp atan2(Dfp y, Dfp x) {
        if (y.isZero() && x.isZero()) {
            return ZERO;
        }
        if (x.abs().lessThan(y.abs())) {
            Dfp angle = arcTangent(x.divide(y));
            return (y.strictlyPositive() ? HALF_PI : HALF_PI.negate()).subtract(angle);
        }
        Dfp angle = arcTangent(y.divide(x));
        if (x.strictlyPositive()) {
            return angle;
        }
        return y.strictlyNegative() ? angle.subtract(FIELD.getPi()) : angle.add(FIELD.getPi());
    }

    /**
     * From an angle a that is right to 16 digits: arctan x = a + arctan t with t = (x - tan a) / (1 + x tan a), of which
     * two terms are enough. The library's own is right to 37 digits only.
     *
     * @param x between -1 and 1
     */
    private static Dfp arcTangent(Dfp x) {
        Dfp angle = of(Math.atan(x.toDouble()));
        Dfp sine = sin(angle);
        Dfp cosine = cos(angle);
        Dfp t = x.multiply(cosine).subtract(sine).divide(cosine.add(x.multiply(sine)));
        return angle.add(t).subtract(t.multiply(square(t)).divide(3));
    }

    static Dfp sinh(Dfp x) {
        return isSmall(x)
                ? powerSeries(x, square(x), 2, 2)
                : exp(x).subtract(exp(x.negate())).divide(2);
    }

    static Dfp cosh(Dfp x) {
        return exp(x).add(exp(x.negate())).divide(2);
    }

    static Dfp tanh(Dfp x) {
        if (isSmall(x)) {
            return sinh(x).divide(cosh(x));
        }
        Dfp decayed = exp(x.abs().multiply(-2));
        Dfp size = ONE.subtract(decayed).divide(ONE.add(decayed));
        return x.strictlyNegative() ? size.negate() : size;
    }

    static Dfp sigmoid(Dfp x) {
        Dfp decayed = exp(x.abs().negate());
        return (x.strictlyNegative() ? decayed : ONE).divide(ONE.add(decayed));
    }

    static Dfp hypot(Dfp x, Dfp y) {
        return square(x).add(square(y)).sqrt();
    }

    /** x to the power y: exact multiplications for small whole exponents, so that x may be negative; else exp(y log x). */
    static Dfp pow(Dfp x, Dfp y) {
        if (y.isZero()) {
            return ONE;
        }
        Dfp whole = y.rint();
        if (whole.equals(y) && Math.abs(y.toDouble()) <= LARGEST_INTEGER_POWER) {
            int exponent = (int) y.toDouble();
            Dfp power = integerPower(x, Math.abs(exponent));
            return exponent < 0 ? reciprocal(power) : power;
        }
        return x.isZero() ? ZERO : exp(y.multiply(log(x)));
    }

    private static Dfp integerPower(Dfp x, int exponent) {
        Dfp result = ONE;
        Dfp power = x;
        for (int rest = exponent; rest > 0; rest >>= 1) {
            if ((rest & 1) == 1) {
                result = result.multiply(power);
            }
            power = power.multiply(power);
        }
        return result;
    }

    /** x + x r/d + x r²/(d (d + 1) ...) ..., each term the one before times r over the next {@code step} factors. */
    private static Dfp powerSeries(Dfp x, Dfp ratio, int divisor, int step) {
        Dfp term = x;
        Dfp sum = x;
        for (int k = divisor; !isNegligible(term, sum); k += step) {
            term = term.multiply(ratio);
            for (int factor = k; factor < k + step; factor++) {
                term = term.divide(factor);
            }
            sum = sum.add(term);
        }
        return sum;
    }

    private static boolean isNegligible(Dfp term, Dfp sum) {
        return term.isZero() || term.intLog10() < sum.intLog10() - DIGITS;
    }
}
