package dev.gradgap.function;

/**
 * The operations a differentiable function may use, over a number type {@code T}.
 *
 * <p>One implementation exists for each kind of number: plain doubles, dual numbers, chunks of tangents, tape variables,
 * nodes of a graph being traced, a library's own numbers. The function receives the arithmetic as an argument instead of
 * calling methods on the numbers, so that a library's numbers need no wrapper: a wrapper costs small-value libraries up
 * to three times their own time.
 *
 * <p>Where a value is finite but its derivative does not exist or is infinite, every engine uses the same convention:
 *
 * <ul>
 *   <li>{@code max}, {@code min} at a tie: the whole derivative goes to the first operand;
 *   <li>{@code abs} at 0, {@code sqrt} at 0, {@code hypot} at (0, 0), {@code atan2} at (0, 0), {@code asin} and {@code
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

    T add(T x, T y);

    T subtract(T x, T y);

    T multiply(T x, T y);

    T divide(T x, T y);

    default T add(T x, double y) {
        return add(x, constant(y));
    }

    default T subtract(T x, double y) {
        return subtract(x, constant(y));
    }

    default T subtract(double x, T y) {
        return subtract(constant(x), y);
    }

    default T multiply(T x, double y) {
        return multiply(x, constant(y));
    }

    default T divide(T x, double y) {
        return divide(x, constant(y));
    }

    default T divide(double x, T y) {
        return divide(constant(x), y);
    }

    T negate(T x);

    /** 1 / x. */
    T reciprocal(T x);

    /** x<sup>2</sup>. */
    T square(T x);

    /** The square root; its derivative at 0 is 0 by convention. */
    T sqrt(T x);

    /** x<sup>c</sup> for a constant exponent. */
    T pow(T x, double c);

    /** x<sup>y</sup> for a variable exponent; the derivative with respect to y at x &le; 0 is 0 by convention. */
    T pow(T x, T y);

    T exp(T x);

    /** e<sup>x</sup> - 1, exact near 0. */
    T expm1(T x);

    /** The natural logarithm. */
    T log(T x);

    /** ln(1 + x), exact near 0. */
    T log1p(T x);

    T sin(T x);

    T cos(T x);

    T tan(T x);

    T asin(T x);

    T acos(T x);

    T atan(T x);

    /** The angle of the point with ordinate {@code y} and abscissa {@code x}, as {@link Math#atan2(double, double)}. */
    T atan2(T y, T x);

    T sinh(T x);

    T cosh(T x);

    T tanh(T x);

    /** 1 / (1 + e<sup>-x</sup>). */
    T sigmoid(T x);

    /** |x|; its derivative at 0 is 0 by convention. */
    T abs(T x);

    /** The larger operand; it routes the whole derivative to that operand, and to {@code x} at a tie. */
    T max(T x, T y);

    /** The smaller operand; it routes the whole derivative to that operand, and to {@code x} at a tie. */
    T min(T x, T y);

    /** sqrt(x<sup>2</sup> + y<sup>2</sup>) without overflow in between. */
    T hypot(T x, T y);
}
