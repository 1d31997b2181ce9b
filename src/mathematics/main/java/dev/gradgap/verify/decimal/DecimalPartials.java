package dev.gradgap.verify.decimal;

import static dev.gradgap.verify.decimal.DecimalFunctions.half;
import static dev.gradgap.verify.decimal.DecimalFunctions.leg;
import static dev.gradgap.verify.decimal.DecimalFunctions.one;
import static dev.gradgap.verify.decimal.DecimalFunctions.reciprocal;
import static dev.gradgap.verify.decimal.DecimalFunctions.square;
import static dev.gradgap.verify.decimal.DecimalFunctions.zero;

import dev.gradgap.function.Convention;
import dev.gradgap.graph.Operation;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import org.apache.commons.math3.dfp.Dfp;

/**
 * Value and partials of one operation in decimal numbers.
 *
 * @param second 0 for a unary operation
 */
record DecimalPartials(Dfp value, Dfp first, Dfp second) {

    private static final DecimalArithmetic ARITHMETIC = new DecimalArithmetic();
    private static final double STEP = 0x1p-43;

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
            default -> function(operation, x, y);
        };
    }

    private static DecimalPartials function(Operation operation, Dfp x, Dfp y) {
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
            default -> composed(operation, x, y);
        };
    }

    /** The value of an operation. */
    static Dfp value(Operation operation, Dfp x, Dfp y) {
        return of(operation, x, y).value();
    }

    /**
     * What is not written out here: the value by what the operation is composed of, its partials as difference quotients of
     * the value, independent of how the operation itself computes them; at a point of a convention, what that says.
     */
    private static DecimalPartials composed(Operation operation, Dfp x, Dfp y) {
        BinaryOperator<Dfp> value = (u, v) -> operation.elemental().composed(ARITHMETIC, u, v);
        for (Convention convention : operation.elemental().conventions()) {
            boolean isHere =
                    x.toDouble() == convention.x() && (operation.arity() == 1 || y.toDouble() == convention.y());
            if (isHere) {
                return new DecimalPartials(
                        value.apply(x, y),
                        DecimalFunctions.of(convention.first()),
                        DecimalFunctions.of(convention.second()));
            }
        }
        boolean hasSecond = operation.arity() == 2 && !operation.takesConstant();
        return new DecimalPartials(
                value.apply(x, y),
                slope(u -> value.apply(u, y), x),
                hasSecond ? slope(v -> value.apply(x, v), y) : zero());
    }

    /** A derivative by four values, whose steps are small enough for 48 digits and large enough to leave as many. */
    private static Dfp slope(UnaryOperator<Dfp> f, Dfp x) {
        Dfp step = x.isZero() ? DecimalFunctions.of(STEP) : x.abs().multiply(DecimalFunctions.of(STEP));
        Dfp near = f.apply(x.add(step)).subtract(f.apply(x.subtract(step)));
        Dfp far = f.apply(x.add(step.multiply(2))).subtract(f.apply(x.subtract(step.multiply(2))));
        return near.multiply(8).subtract(far).divide(step.multiply(12));
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
