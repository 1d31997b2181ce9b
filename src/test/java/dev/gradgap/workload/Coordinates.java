package dev.gradgap.workload;

import dev.gradgap.function.Inputs;

/** The coordinates of a point as inputs of a function on doubles. */
record Coordinates(double[] x) implements Inputs<Double> {

    @Override
    public int size() {
        return x.length;
    }

    @Override
    public Double get(int i) {
        return x[i];
    }
}
