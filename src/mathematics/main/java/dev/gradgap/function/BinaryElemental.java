package dev.gradgap.function;

/** An operation on two operands. */
public abstract non-sealed class BinaryElemental extends Elemental {

    protected BinaryElemental(int code, String symbol, Cost cost, String lanes) {
        super(code, symbol, cost, lanes);
    }

    /** What is not overridden is the generic partial, on boxed numbers. */
    @Override
    public double firstPartial(double x, double y, double value) {
        return firstPartial(Numbers.INSTANCE, x, y, value);
    }

    /** What is not overridden is the generic partial, on boxed numbers. */
    @Override
    public double secondPartial(double x, double y, double value) {
        return secondPartial(Numbers.INSTANCE, x, y, value);
    }

    /** Calls the method of an arithmetic that is this operation with a constant; by way of a number if there is none. */
    public <T> T on(Arithmetic<T> a, T x, double y) {
        return on(a, x, a.constant(y));
    }

    /** Calls the method of an arithmetic that is this operation with a constant; by way of a number if there is none. */
    public <T> T on(Arithmetic<T> a, double x, T y) {
        return on(a, a.constant(x), y);
    }

    /** Whether y is a constant always. */
    public boolean takesConstant() {
        return false;
    }

    @Override
    public <T> T composed(Arithmetic<T> a, T x, T y) {
        throw unknown();
    }

    @Override
    public final int arity() {
        return 2;
    }
}
