package dev.gradgap.function;

/**
 * The operations a differentiable function may use, over a number type {@code T}.
 *
 * <p>One implementation exists for each kind of number: plain doubles, dual numbers, chunks of tangents, tape variables,
 * nodes of a graph being traced, a library's own numbers. The function receives the arithmetic as an argument instead of
 * calling methods on the numbers, so that a library's numbers need no wrapper: a wrapper costs small-value libraries up
 * to three times their own time.
 *
 * <p>An arithmetic makes constants and arrays, and applies operations: the two methods {@code apply} are all of them, each of
 * the named methods comes to one of the two, and is overridden where a number type does better. What an operation is, says
 * its {@link Elemental}.
 *
 * <p>Where a value is finite but its derivative does not exist or is infinite, every engine uses the same convention:
 *
 * <ul>
 *   <li>{@code max}, {@code min} at a tie: the whole derivative goes to the first operand;
 *   <li>{@code abs} at 0, {@code sqrt} and {@code cbrt} at 0, {@code hypot} at (0, 0), {@code atan2} at (0, 0), {@code asin} and {@code
 *       acos} at -1 and 1: 0;
 *   <li>{@code pow(x, c)} at x = 0 with 0 &lt; c &lt; 1: 0; {@code pow(x, y)} with respect to y at x &le; 0: 0.
 * </ul>
 *
 * <p>Where the value itself is not finite the partials follow IEEE 754.
 *
 * <p>Where a partial is infinite, an operand that does not depend on an input has no part in the derivative with respect to
 * it: the gradient of ln x + y at (0, 1) is (&infin;, 1) in forward mode, too, where a tangent 0 meets the infinite partial.
 * Along a path that does lead from an input to an output, tangents, adjoints and partials are multiplied as IEEE 754 has
 * it, and 0 times infinity is not a number; that holds for the adjoint 0 of an output of weight 0, too.
 *
 * @param <T> the number type; instances are treated as immutable
 */
public interface Arithmetic<T> {

    /** A number whose derivative with respect to every input is zero. */
    T constant(double value);

    /** An array for a function's own intermediate numbers, all elements null. */
    T[] array(int length);

    /**
     * Any operation on one operand.
     *
     * @throws UnsupportedOperationException if this arithmetic does not have it, and it is not composed of others
     */
    default T apply(UnaryElemental f, T x) {
        return f.composed(this, x);
    }

    /**
     * Any operation on two operands.
     *
     * @throws UnsupportedOperationException if this arithmetic does not have it, and it is not composed of others
     */
    default T apply(BinaryElemental f, T x, T y) {
        return f.composed(this, x, y);
    }

    /** An operation with a constant as the second operand. */
    default T apply(BinaryElemental f, T x, double y) {
        return f.on(this, x, constant(y));
    }

    /** An operation with a constant as the first operand. */
    default T apply(BinaryElemental f, double x, T y) {
        return f.on(this, constant(x), y);
    }

    /**
     * The value of a number, without its derivatives. A function that compares values is {@link Branching}.
     *
     * @throws UnsupportedOperationException if numbers of this kind have none, such as those of a trace
     */
    default double value(T x) {
        throw new UnsupportedOperationException("numbers of this kind do not tell their values");
    }

    /**
     * One of two numbers: what the derivatives of choices are made of.
     *
     * @throws UnsupportedOperationException if numbers of this kind cannot be compared, such as those of a trace
     */
    default T select(Relation relation, T x, T y, T then, T otherwise) {
        return relation.holds(value(x), value(y)) ? then : otherwise;
    }

    default T add(T x, T y) {
        return apply(Rational.ADD, x, y);
    }

    default T subtract(T x, T y) {
        return apply(Rational.SUBTRACT, x, y);
    }

    default T multiply(T x, T y) {
        return apply(Rational.MULTIPLY, x, y);
    }

    default T divide(T x, T y) {
        return apply(Rational.DIVIDE, x, y);
    }

    default T add(T x, double y) {
        return apply(Rational.ADD, x, y);
    }

    default T subtract(T x, double y) {
        return apply(Rational.SUBTRACT, x, y);
    }

    default T subtract(double x, T y) {
        return apply(Rational.SUBTRACT, x, y);
    }

    default T multiply(T x, double y) {
        return apply(Rational.MULTIPLY, x, y);
    }

    default T divide(T x, double y) {
        return apply(Rational.DIVIDE, x, y);
    }

    default T divide(double x, T y) {
        return apply(Rational.DIVIDE, x, y);
    }

    default T negate(T x) {
        return apply(Rational.NEGATE, x);
    }

    /** 1 / x. */
    default T reciprocal(T x) {
        return apply(Rational.RECIPROCAL, x);
    }

    /** x<sup>2</sup>. */
    default T square(T x) {
        return apply(Rational.SQUARE, x);
    }

    /** The square root; its derivative at 0 is 0 by convention. */
    default T sqrt(T x) {
        return apply(Powers.SQRT, x);
    }

    /** The cube root; its derivative at 0 is 0 by convention. */
    default T cbrt(T x) {
        return apply(Powers.CBRT, x);
    }

    /** x<sup>c</sup> for a constant exponent. */
    default T pow(T x, double c) {
        return apply(Powers.POW_CONSTANT, x, c);
    }

    /** x<sup>y</sup> for a variable exponent; the derivative with respect to y at x &le; 0 is 0 by convention. */
    default T pow(T x, T y) {
        return apply(Powers.POW, x, y);
    }

    default T exp(T x) {
        return apply(Exponentials.EXP, x);
    }

    /** e<sup>x</sup> - 1, exact near 0. */
    default T expm1(T x) {
        return apply(Exponentials.EXPM1, x);
    }

    /** The natural logarithm. */
    default T log(T x) {
        return apply(Exponentials.LOG, x);
    }

    /** ln(1 + x), exact near 0. */
    default T log1p(T x) {
        return apply(Exponentials.LOG1P, x);
    }

    default T sin(T x) {
        return apply(Angles.SIN, x);
    }

    default T cos(T x) {
        return apply(Angles.COS, x);
    }

    default T tan(T x) {
        return apply(Angles.TAN, x);
    }

    default T asin(T x) {
        return apply(Angles.ASIN, x);
    }

    default T acos(T x) {
        return apply(Angles.ACOS, x);
    }

    default T atan(T x) {
        return apply(Angles.ATAN, x);
    }

    /** The angle of the point with ordinate {@code y} and abscissa {@code x}, as {@link Math#atan2(double, double)}. */
    default T atan2(T y, T x) {
        return apply(Angles.ATAN2, y, x);
    }

    default T sinh(T x) {
        return apply(Exponentials.SINH, x);
    }

    default T cosh(T x) {
        return apply(Exponentials.COSH, x);
    }

    default T tanh(T x) {
        return apply(Exponentials.TANH, x);
    }

    /** 1 / (1 + e<sup>-x</sup>). */
    default T sigmoid(T x) {
        return apply(Exponentials.SIGMOID, x);
    }

    /** ln(e<sup>x</sup> + e<sup>y</sup>) without overflow in between. */
    default T logaddexp(T x, T y) {
        return apply(Exponentials.LOGADDEXP, x, y);
    }

    /** |x|; its derivative at 0 is 0 by convention. */
    default T abs(T x) {
        return apply(Choices.ABS, x);
    }

    /** The larger operand; it routes the whole derivative to that operand, and to {@code x} at a tie. */
    default T max(T x, T y) {
        return apply(Choices.MAX, x, y);
    }

    /** The smaller operand; it routes the whole derivative to that operand, and to {@code x} at a tie. */
    default T min(T x, T y) {
        return apply(Choices.MIN, x, y);
    }

    /** sqrt(x<sup>2</sup> + y<sup>2</sup>) without overflow in between. */
    default T hypot(T x, T y) {
        return apply(Powers.HYPOT, x, y);
    }
}
