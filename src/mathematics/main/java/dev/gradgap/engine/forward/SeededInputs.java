package dev.gradgap.engine.forward;

import dev.gradgap.function.Inputs;

/**
 * Inputs as dual numbers with w tangents, of which w neighbours carry a unit tangent each and all others none: the
 * derivatives with respect to these neighbours. The numbers are made when they are read, so that the zeros of a million
 * unseeded inputs never exist in memory.
 *
 * @param <T> the number type
 */
final class SeededInputs<T> implements Inputs<T> {

    private final DualArithmetic<T> arithmetic;
    private final double[] x;
    private final int first;

    /**
     * Inputs at a point.
     *
     * @param first the input that carries the first unit tangent; beyond the last input for none at all
     */
    SeededInputs(DualArithmetic<T> arithmetic, double[] x, int first) {
        this.arithmetic = arithmetic;
        this.x = x;
        this.first = first;
    }

    @Override
    public int size() {
        return x.length;
    }

    @Override
    public T get(int i) {
        return arithmetic.seeded(x[i], i - first);
    }
}
