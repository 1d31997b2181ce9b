package dev.gradgap.engine.forward;

import dev.gradgap.function.Inputs;

/**
 * Inputs as dual numbers of which one has the tangent 1 and all others 0: the derivative with respect to that input. The
 * numbers are made when they are read, so that a seed of a million zeros never exists in memory.
 */
final class OneHotInputs implements Inputs<Dual> {

    private final double[] x;
    private final int seed;

    /** Inputs at a point, seeded at a position; a position outside the point leaves all tangents 0. */
    OneHotInputs(double[] x, int seed) {
        this.x = x;
        this.seed = seed;
    }

    @Override
    public int size() {
        return x.length;
    }

    @Override
    public Dual get(int i) {
        return new Dual(x[i], i == seed ? 1 : 0);
    }
}
