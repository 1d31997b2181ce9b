package dev.gradgap.engine.forward;

import dev.gradgap.function.Inputs;

/** Inputs as dual numbers whose tangents are the elements of a direction: the derivative along it. */
final class DirectionInputs implements Inputs<Dual> {

    private final double[] x;
    private final double[] direction;

    DirectionInputs(double[] x, double[] direction) {
        this.x = x;
        this.direction = direction;
    }

    @Override
    public int size() {
        return x.length;
    }

    @Override
    public Dual get(int i) {
        return Dual.of(x[i], direction[i]);
    }
}
