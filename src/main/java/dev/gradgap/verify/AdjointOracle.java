package dev.gradgap.verify;

import dev.gradgap.function.HandWrittenAdjoint;
import dev.gradgap.function.PlainFunction;
import dev.gradgap.workload.Workload;

/** An adjoint that is no engine under test: a whole row of the Jacobian by one call, exact up to rounding. */
final class AdjointOracle implements Oracle {

    private static final double TOLERANCE = 1e-10;
    private static final int MAX_ROWS = 64;
    private static final int MIN_ROWS = 8;
    private static final int MAX_WORK = 1 << 24; // inputs times calls

    private final String name;
    private final double[] x;
    private final PlainFunction primal;
    private final HandWrittenAdjoint adjoint;
    private final double[] y;
    private final double[] row;

    AdjointOracle(String name, Workload workload, PlainFunction primal, HandWrittenAdjoint adjoint) {
        this.name = name;
        x = workload.point();
        this.primal = primal;
        this.adjoint = adjoint;
        y = new double[workload.outputs()];
        row = new double[workload.inputs()];
    }

    @Override
    public String name() {
        return name;
    }

    /** More at large sizes: a sum of n terms, added one after the other, may be off by n ulps. */
    @Override
    public double tolerance() {
        return Math.max(TOLERANCE, 4 * Math.ulp(1.0) * x.length);
    }

    @Override
    public void primal(double[] point, double[] values) {
        primal.evaluate(point, values);
    }

    @Override
    public int affordableInputs() {
        return Integer.MAX_VALUE;
    }

    @Override
    public int affordableOutputs() {
        return Math.max(MIN_ROWS, Math.min(MAX_ROWS, MAX_WORK / x.length));
    }

    @Override
    public Expected row(double[] w, int[] inputs) {
        adjoint.pullback(x, w, y, row);
        double[] values = new double[inputs.length];
        for (int k = 0; k < inputs.length; k++) {
            values[k] = row[inputs[k]];
        }
        return new Expected(inputs, values, new double[inputs.length]);
    }

    @Override
    public Expected along(double[] v, int[] outputs) {
        double[] values = new double[outputs.length];
        double[] w = new double[y.length];
        for (int k = 0; k < outputs.length; k++) {
            w[outputs[k]] = 1;
            adjoint.pullback(x, w, y, row);
            w[outputs[k]] = 0;
            for (int i = 0; i < v.length; i++) {
                values[k] += row[i] * v[i];
            }
        }
        return new Expected(outputs, values, new double[outputs.length]);
    }
}
