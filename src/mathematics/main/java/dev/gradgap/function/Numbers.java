package dev.gradgap.function;

/** Arithmetic on plain doubles, boxed: what a function computes, without derivatives. For checking, not for timing. */
public class Numbers implements Arithmetic<Double> {

    static final Numbers INSTANCE = new Numbers();

    /** Numbers have no state. */
    protected Numbers() {}

    @Override
    public final Double constant(double value) {
        return value;
    }

    @Override
    public final Double[] array(int length) {
        return new Double[length];
    }

    @Override
    public final Double apply(UnaryElemental f, Double x) {
        return f.value(x);
    }

    @Override
    public final Double apply(BinaryElemental f, Double x, Double y) {
        return f.value(x, y);
    }

    @Override
    public final double value(Double x) {
        return x;
    }
}
