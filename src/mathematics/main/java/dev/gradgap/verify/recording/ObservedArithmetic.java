package dev.gradgap.verify.recording;

import dev.gradgap.function.Arithmetic;
import dev.gradgap.function.BinaryElemental;
import dev.gradgap.function.UnaryElemental;

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
    public final T apply(UnaryElemental f, T x) {
        return seen(f.on(observed, x));
    }

    @Override
    public final T apply(BinaryElemental f, T x, T y) {
        return seen(f.on(observed, x, y));
    }

    @Override
    public final T apply(BinaryElemental f, T x, double y) {
        return seen(f.on(observed, x, y));
    }

    @Override
    public final T apply(BinaryElemental f, double x, T y) {
        return seen(f.on(observed, x, y));
    }

    @Override
    public final double value(T x) {
        return observed.value(x);
    }
}
