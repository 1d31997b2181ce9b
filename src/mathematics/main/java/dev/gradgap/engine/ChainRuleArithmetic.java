package dev.gradgap.engine;

import dev.gradgap.function.Arithmetic;
import dev.gradgap.graph.Operation;

/**
 * Arithmetic by the chain rule, for numbers that carry a derivative beside their value. It computes the value and the
 * local partials of every operation; what the partials are applied to, a kind of number says in the methods left open.
 *
 * <p>Each operation is named by a constant, so that its value and partials are inlined from {@link Operation}, their only
 * definition. The methods left open are inlined, too, as long as a JVM runs one kind of number; only then can escape
 * analysis keep the numbers off the heap.
 *
 * <p>Source: Griewank and Walther, Evaluating Derivatives, 2nd ed., SIAM 2008, sec. 2.2 and 3.1.
 *
 * @param <T> the number type
 */
public abstract class ChainRuleArithmetic<T> implements Arithmetic<T> {

    /** The value of a number, without its derivative. */
    public abstract double value(T x);

    /**
     * The result of an operation that has one operand, constants aside.
     *
     * @param value the value of the result
     * @param p the derivative of the result with respect to x
     */
    protected abstract T result(double value, double p, T x);

    /**
     * The result of an operation that has two operands, which may be the same number.
     *
     * @param value the value of the result
     * @param p the derivative of the result with respect to x alone
     * @param q the derivative of the result with respect to y alone
     */
    protected abstract T result(double value, double p, T x, double q, T y);

    @Override
    public final T add(T x, T y) {
        return binary(Operation.ADD, x, y);
    }

    @Override
    public final T subtract(T x, T y) {
        return binary(Operation.SUBTRACT, x, y);
    }

    @Override
    public final T multiply(T x, T y) {
        return binary(Operation.MULTIPLY, x, y);
    }

    @Override
    public final T divide(T x, T y) {
        return binary(Operation.DIVIDE, x, y);
    }

    @Override
    public final T add(T x, double y) {
        return withConstant(Operation.ADD, x, y);
    }

    @Override
    public final T subtract(T x, double y) {
        return withConstant(Operation.SUBTRACT, x, y);
    }

    @Override
    public final T multiply(T x, double y) {
        return withConstant(Operation.MULTIPLY, x, y);
    }

    @Override
    public final T divide(T x, double y) {
        return withConstant(Operation.DIVIDE, x, y);
    }

    @Override
    public final T subtract(double x, T y) {
        return withConstant(Operation.SUBTRACT, x, y);
    }

    @Override
    public final T divide(double x, T y) {
        return withConstant(Operation.DIVIDE, x, y);
    }

    @Override
    public final T pow(T x, double c) {
        return withConstant(Operation.POW_CONSTANT, x, c);
    }

    @Override
    public final T pow(T x, T y) {
        return binary(Operation.POW, x, y);
    }

    @Override
    public final T atan2(T y, T x) {
        return binary(Operation.ATAN2, y, x);
    }

    @Override
    public final T max(T x, T y) {
        return binary(Operation.MAX, x, y);
    }

    @Override
    public final T min(T x, T y) {
        return binary(Operation.MIN, x, y);
    }

    @Override
    public final T hypot(T x, T y) {
        return binary(Operation.HYPOT, x, y);
    }

    @Override
    public final T negate(T x) {
        return unary(Operation.NEGATE, x);
    }

    @Override
    public final T reciprocal(T x) {
        return unary(Operation.RECIPROCAL, x);
    }

    @Override
    public final T square(T x) {
        return unary(Operation.SQUARE, x);
    }

    @Override
    public final T sqrt(T x) {
        return unary(Operation.SQRT, x);
    }

    @Override
    public final T exp(T x) {
        return unary(Operation.EXP, x);
    }

    @Override
    public final T expm1(T x) {
        return unary(Operation.EXPM1, x);
    }

    @Override
    public final T log(T x) {
        return unary(Operation.LOG, x);
    }

    @Override
    public final T log1p(T x) {
        return unary(Operation.LOG1P, x);
    }

    @Override
    public final T sin(T x) {
        return unary(Operation.SIN, x);
    }

    @Override
    public final T cos(T x) {
        return unary(Operation.COS, x);
    }

    @Override
    public final T tan(T x) {
        return unary(Operation.TAN, x);
    }

    @Override
    public final T asin(T x) {
        return unary(Operation.ASIN, x);
    }

    @Override
    public final T acos(T x) {
        return unary(Operation.ACOS, x);
    }

    @Override
    public final T atan(T x) {
        return unary(Operation.ATAN, x);
    }

    @Override
    public final T sinh(T x) {
        return unary(Operation.SINH, x);
    }

    @Override
    public final T cosh(T x) {
        return unary(Operation.COSH, x);
    }

    @Override
    public final T tanh(T x) {
        return unary(Operation.TANH, x);
    }

    @Override
    public final T sigmoid(T x) {
        return unary(Operation.SIGMOID, x);
    }

    @Override
    public final T abs(T x) {
        return unary(Operation.ABS, x);
    }

    private T unary(Operation operation, T x) {
        double first = value(x);
        double value = operation.value(first, first);
        return result(value, operation.firstPartial(first, first, value), x);
    }

    private T binary(Operation operation, T x, T y) {
        double first = value(x);
        double second = value(y);
        double value = operation.value(first, second);
        double p = operation.firstPartial(first, second, value);
        double q = operation.secondPartial(first, second, value);
        return result(value, p, x, q, y);
    }

    private T withConstant(Operation operation, T x, double second) {
        double first = value(x);
        double value = operation.value(first, second);
        return result(value, operation.firstPartial(first, second, value), x);
    }

    private T withConstant(Operation operation, double first, T y) {
        double second = value(y);
        double value = operation.value(first, second);
        return result(value, operation.secondPartial(first, second, value), y);
    }
}
