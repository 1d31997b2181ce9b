package dev.gradgap.workload.family;

import dev.gradgap.function.Inputs;

/** The coordinates of a point as inputs of a function on doubles. */
final class Coordinates implements Inputs<Double> {

    private final double[] x;

    Coordinates(double... x) {
        this.x = x;
    }

    @Override
    public int size() {
        return x.length;
    }

    @Override
    public Double get(int i) {
        return x[i];
    }
}
