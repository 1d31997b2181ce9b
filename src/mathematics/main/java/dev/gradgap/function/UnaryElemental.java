package dev.gradgap.function;

/** An operation on one operand. */
public abstract non-sealed class UnaryElemental extends Elemental {

    protected UnaryElemental(int code, String symbol, Cost cost, String lanes) {
        super(code, symbol, cost, lanes);
    }

    /** The value at x. */
    public abstract double value(double x);

    /** The derivative of the value, in any arithmetic. */
    public abstract <T> T partial(Arithmetic<T> a, T x, T value);

    /** The derivative of the value on doubles; what is not overridden is the generic one, on boxed numbers. */
    public double partial(double x, double value) {
        return partial(Numbers.INSTANCE, x, value);
    }

    /** Calls the method of an arithmetic that is this operation. */
    public abstract <T> T on(Arithmetic<T> a, T x);

    /** The value by other operations. */
    public <T> T composed(Arithmetic<T> a, T x) {
        throw unknown();
    }

    @Override
    public final int arity() {
        return 1;
    }

    @Override
    public final double value(double x, double y) {
        return value(x);
    }

    @Override
    public final double firstPartial(double x, double y, double value) {
        return partial(x, value);
    }

    @Override
    public final double secondPartial(double x, double y, double value) {
        return 0;
    }

    @Override
    public final <T> T firstPartial(Arithmetic<T> a, T x, T y, T value) {
        return partial(a, x, value);
    }

    @Override
    public final <T> T secondPartial(Arithmetic<T> a, T x, T y, T value) {
        return a.constant(0);
    }

    @Override
    public final <T> T on(Arithmetic<T> a, T x, T y) {
        return on(a, x);
    }

    @Override
    public final <T> T composed(Arithmetic<T> a, T x, T y) {
        return composed(a, x);
    }
}
