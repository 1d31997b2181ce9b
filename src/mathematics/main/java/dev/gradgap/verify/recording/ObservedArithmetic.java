package dev.gradgap.verify.recording;

import dev.gradgap.function.Arithmetic;

/**
 * The operations of another arithmetic, whose results are seen, and may be changed, before the function gets them.
 *
 * @param <T> the number type
 */
abstract class ObservedArithmetic<T> implements Arithmetic<T> {

    private final Arithmetic<T> observed;

    ObservedArithmetic(Arithmetic<T> observed) {
        this.observed = observed;
    }

    /** What the function gets for the result of an operation. */
    abstract T seen(T result);

    @Override
    public final T constant(double value) {
        return observed.constant(value);
    }

    @Override
    public final T[] array(int length) {
        return observed.array(length);
    }

    @Override
    public T add(T x, T y) {
        return seen(observed.add(x, y));
    }

    @Override
    public T subtract(T x, T y) {
        return seen(observed.subtract(x, y));
    }

    @Override
    public T multiply(T x, T y) {
        return seen(observed.multiply(x, y));
    }

    @Override
    public T divide(T x, T y) {
        return seen(observed.divide(x, y));
    }

    @Override
    public T add(T x, double y) {
        return seen(observed.add(x, y));
    }

    @Override
    public T subtract(T x, double y) {
        return seen(observed.subtract(x, y));
    }

    @Override
    public T multiply(T x, double y) {
        return seen(observed.multiply(x, y));
    }

    @Override
    public T divide(T x, double y) {
        return seen(observed.divide(x, y));
    }

    @Override
    public T subtract(double x, T y) {
        return seen(observed.subtract(x, y));
    }

    @Override
    public T divide(double x, T y) {
        return seen(observed.divide(x, y));
    }

    @Override
    public T pow(T x, double c) {
        return seen(observed.pow(x, c));
    }

    @Override
    public T pow(T x, T y) {
        return seen(observed.pow(x, y));
    }

    @Override
    public T atan2(T y, T x) {
        return seen(observed.atan2(y, x));
    }

    @Override
    public T max(T x, T y) {
        return seen(observed.max(x, y));
    }

    @Override
    public T min(T x, T y) {
        return seen(observed.min(x, y));
    }

    @Override
    public T hypot(T x, T y) {
        return seen(observed.hypot(x, y));
    }

    @Override
    public T negate(T x) {
        return seen(observed.negate(x));
    }

    @Override
    public T reciprocal(T x) {
        return seen(observed.reciprocal(x));
    }

    @Override
    public T square(T x) {
        return seen(observed.square(x));
    }

    @Override
    public T sqrt(T x) {
        return seen(observed.sqrt(x));
    }

    @Override
    public T exp(T x) {
        return seen(observed.exp(x));
    }

    @Override
    public T expm1(T x) {
        return seen(observed.expm1(x));
    }

    @Override
    public T log(T x) {
        return seen(observed.log(x));
    }

    @Override
    public T log1p(T x) {
        return seen(observed.log1p(x));
    }

    @Override
    public T sin(T x) {
        return seen(observed.sin(x));
    }

    @Override
    public T cos(T x) {
        return seen(observed.cos(x));
    }

    @Override
    public T tan(T x) {
        return seen(observed.tan(x));
    }

    @Override
    public T asin(T x) {
        return seen(observed.asin(x));
    }

    @Override
    public T acos(T x) {
        return seen(observed.acos(x));
    }

    @Override
    public T atan(T x) {
        return seen(observed.atan(x));
    }

    @Override
    public T sinh(T x) {
        return seen(observed.sinh(x));
    }

    @Override
    public T cosh(T x) {
        return seen(observed.cosh(x));
    }

    @Override
    public T tanh(T x) {
        return seen(observed.tanh(x));
    }

    @Override
    public T sigmoid(T x) {
        return seen(observed.sigmoid(x));
    }

    @Override
    public T abs(T x) {
        return seen(observed.abs(x));
    }
}
