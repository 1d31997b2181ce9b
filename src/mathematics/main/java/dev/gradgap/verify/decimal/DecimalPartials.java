package dev.gradgap.verify.decimal;

import static dev.gradgap.verify.decimal.DecimalFunctions.half;
import static dev.gradgap.verify.decimal.DecimalFunctions.leg;
import static dev.gradgap.verify.decimal.DecimalFunctions.one;
import static dev.gradgap.verify.decimal.DecimalFunctions.reciprocal;
import static dev.gradgap.verify.decimal.DecimalFunctions.square;
import static dev.gradgap.verify.decimal.DecimalFunctions.zero;

import dev.gradgap.graph.Operation;
import org.apache.commons.math3.dfp.Dfp;

/**
 * Value and partials of one operation in decimal numbers.
 *
 * @param second 0 for a unary operation
 */
record DecimalPartials(Dfp value, Dfp first, Dfp second) {

    private static DecimalPartials unary(Dfp value, Dfp first) {
        return new DecimalPartials(value, first, zero());
    }

    static DecimalPartials of(Operation operation, Dfp x, Dfp y) {
        return switch (operation) {
            case ADD -> new DecimalPartials(x.add(y), one(), one());
            case SUBTRACT -> new DecimalPartials(x.subtract(y), one(), one().negate());
            case MULTIPLY -> new DecimalPartials(x.multiply(y), y, x);
            case DIVIDE ->
                new DecimalPartials(
                        x.divide(y), reciprocal(y), x.divide(square(y)).negate());
            case NEGATE -> unary(x.negate(), one().negate());
            case RECIPROCAL -> unary(reciprocal(x), reciprocal(square(x)).negate());
            case SQUARE -> unary(square(x), x.multiply(2));
            case SQRT -> unary(x.sqrt(), x.isZero() ? zero() : half().divide(x.sqrt()));
            case POW_CONSTANT -> unary(DecimalFunctions.pow(x, y), powerPartial(x, y));
            case POW -> power(x, y);
            case ABS -> unary(x.abs(), x.isZero() ? zero() : x.strictlyPositive() ? one() : one().negate());
            case MAX -> choice(x, y, !x.lessThan(y));
            case MIN -> choice(x, y, !x.greaterThan(y));
            case ATAN2 -> angle(x, y);
            case HYPOT -> length(x, y);
            default -> function(operation, x);
        };
    }

    private static DecimalPartials function(Operation operation, Dfp x) {
        return switch (operation) {
            case EXP -> unary(DecimalFunctions.exp(x), DecimalFunctions.exp(x));
            case EXPM1 -> unary(DecimalFunctions.expm1(x), DecimalFunctions.exp(x));
            case LOG -> unary(DecimalFunctions.log(x), reciprocal(x));
            case LOG1P -> unary(DecimalFunctions.log1p(x), reciprocal(x.add(one())));
            case SIN -> unary(DecimalFunctions.sin(x), DecimalFunctions.cos(x));
            case COS -> unary(DecimalFunctions.cos(x), DecimalFunctions.sin(x).negate());
            case TAN -> unary(DecimalFunctions.tan(x), reciprocal(square(DecimalFunctions.cos(x))));
            case ASIN -> unary(DecimalFunctions.asin(x), reciprocalOr0(leg(x)));
            case ACOS -> unary(DecimalFunctions.acos(x), reciprocalOr0(leg(x)).negate());
            case ATAN -> unary(DecimalFunctions.atan(x), reciprocal(one().add(square(x))));
            case SINH -> unary(DecimalFunctions.sinh(x), DecimalFunctions.cosh(x));
            case COSH -> unary(DecimalFunctions.cosh(x), DecimalFunctions.sinh(x));
            case TANH -> unary(DecimalFunctions.tanh(x), reciprocal(square(DecimalFunctions.cosh(x))));
            case SIGMOID ->
                unary(
                        DecimalFunctions.sigmoid(x),
                        DecimalFunctions.sigmoid(x).multiply(DecimalFunctions.sigmoid(x.negate())));
            default -> throw new IllegalArgumentException("not known in decimal numbers: " + operation);
        };
    }

    private static Dfp reciprocalOr0(Dfp x) {
        return x.isZero() ? zero() : reciprocal(x);
    }

    private static Dfp powerPartial(Dfp x, Dfp c) {
        boolean infinite = x.isZero() && c.lessThan(one()) && c.strictlyPositive();
        return c.isZero() || infinite ? zero() : c.multiply(DecimalFunctions.pow(x, c.subtract(one())));
    }

    private static DecimalPartials power(Dfp x, Dfp y) {
        Dfp value = DecimalFunctions.pow(x, y);
        Dfp byExponent = x.strictlyPositive() ? value.multiply(DecimalFunctions.log(x)) : zero();
        return new DecimalPartials(value, powerPartial(x, y), byExponent);
    }

    private static DecimalPartials choice(Dfp x, Dfp y, boolean takesFirst) {
        return takesFirst ? new DecimalPartials(x, one(), zero()) : new DecimalPartials(y, zero(), one());
    }

    private static DecimalPartials angle(Dfp ordinate, Dfp abscissa) {
        Dfp angle = DecimalFunctions.atan2(ordinate, abscissa);
        Dfp norm = square(ordinate).add(square(abscissa));
        return norm.isZero()
                ? new DecimalPartials(angle, zero(), zero())
                : new DecimalPartials(
                        angle, abscissa.divide(norm), ordinate.divide(norm).negate());
    }

    private static DecimalPartials length(Dfp x, Dfp y) {
        Dfp length = DecimalFunctions.hypot(x, y);
        return length.isZero()
                ? new DecimalPartials(zero(), zero(), zero())
                : new DecimalPartials(length, x.divide(length), y.divide(length));
    }
}
