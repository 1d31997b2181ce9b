package dev.gradgap.engine.reverse;

import dev.gradgap.engine.ReverseDifferentiator;
import dev.gradgap.graph.schedule.Schedule;
import dev.gradgap.graph.schedule.Sweeps;
import java.util.Arrays;

/** Evaluates a scheduled graph at a point and pulls adjoints back through it. Allocates nothing once warm. */
final class GraphReverseDifferentiator implements ReverseDifferentiator {

    private final int inputs;
    private final Sweeps sweeps;
    private final double[] weights; // all zero between calls
    private double[] recordedPoint = {};
    private double[] row = {}; // of the Jacobian
    private boolean recorded;

    GraphReverseDifferentiator(Schedule schedule) {
        inputs = schedule.inputs();
        sweeps = new Sweeps(schedule);
        weights = new double[schedule.outputs()];
    }

    @Override
    public int inputs() {
        return inputs;
    }

    @Override
    public int outputs() {
        return weights.length;
    }

    @Override
    public long tapeBytes() {
        return sweeps.bytes() + 8L * recordedPoint.length;
    }

    @Override
    public void primal(double[] x, double[] y) {
        sweeps.primal(x, y);
    }

    /** Copies the point, which the reverse sweep reads and which the caller may change before. */
    @Override
    public void record(double[] x, double[] y) {
        if (recordedPoint.length == 0) {
            recordedPoint = new double[inputs];
        }
        System.arraycopy(x, 0, recordedPoint, 0, inputs);
        sweeps.evaluate(x, y);
        recorded = true;
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalStateException if nothing has been recorded since the last Jacobian, which keeps no point
     */
    @Override
    public void sweep(double[] outputAdjoint, double[] inputAdjoint) {
        if (!recorded) {
            throw new IllegalStateException("a sweep needs a recording; a Jacobian leaves none: call record first");
        }
        sweeps.pullBack(recordedPoint, outputAdjoint, inputAdjoint);
    }

    @Override
    public void jacobian(double[] x, double[] jacobian) {
        recorded = false;
        sweeps.evaluateForAdjoints(x);
        if (weights.length == 1) {
            pullBack(0, x, jacobian);
            return;
        }
        if (row.length == 0) {
            row = new double[inputs];
        }
        for (int j = 0; j < weights.length; j++) {
            pullBack(j, x, row);
            System.arraycopy(row, 0, jacobian, j * inputs, inputs);
        }
    }

    private void pullBack(int output, double[] x, double[] gradient) {
        Arrays.fill(weights, 0);
        weights[output] = 1;
        sweeps.pullBack(x, weights, gradient);
    }
}
