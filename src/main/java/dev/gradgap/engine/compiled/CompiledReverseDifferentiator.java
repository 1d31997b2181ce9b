package dev.gradgap.engine.compiled;

import dev.gradgap.engine.ReverseDifferentiator;
import dev.gradgap.engine.compiled.Operand.Home;
import java.util.Arrays;

/** Runs generated code on one set of slots and adjoints. */
final class CompiledReverseDifferentiator implements ReverseDifferentiator {

    private final ReverseCode[] parts;
    private final int inputs;
    private final Outputs outputs;
    private final double[] tables;
    private final double[] slots;
    private final double[] slotAdjoints;
    private final double[] point;
    private double[] row = new double[0]; // of the Jacobian

    CompiledReverseDifferentiator(Plan plan, ReversePlan reverse) {
        parts = ReverseCompiler.compile(plan, reverse).toArray(ReverseCode[]::new);
        inputs = plan.inputs();
        outputs = new Outputs(plan.outputs());
        tables = plan.tables();
        slots = new double[reverse.valueSlots()];
        slotAdjoints = new double[plan.slots()];
        point = new double[inputs];
    }

    @Override
    public int inputs() {
        return inputs;
    }

    @Override
    public int outputs() {
        return outputs.size();
    }

    /** The values kept for the reverse sweep. */
    @Override
    public long tapeBytes() {
        return 8L * slots.length;
    }

    @Override
    public void primal(double[] x, double[] y) {
        for (ReverseCode part : parts) {
            part.primal(x, slots, tables);
        }
        outputs.read(x, slots, y);
    }

    @Override
    public void record(double[] x, double[] y) {
        System.arraycopy(x, 0, point, 0, inputs);
        evaluate(point);
        outputs.read(x, slots, y);
    }

    private void evaluate(double[] x) {
        for (ReverseCode part : parts) {
            part.record(x, slots, tables);
        }
    }

    private void prepareGradient(double[] x) {
        for (ReverseCode part : parts) {
            part.prepareGradient(x, slots, tables);
        }
    }

    private void sweepBack(double[] x, double[] inputAdjoint) {
        for (int p = parts.length - 1; p >= 0; p--) {
            parts[p].sweep(x, slots, tables, slotAdjoints, inputAdjoint);
        }
    }

    @Override
    public void sweep(double[] outputAdjoint, double[] inputAdjoint) {
        sweep(point, outputAdjoint, inputAdjoint);
    }

    private void sweep(double[] x, double[] outputAdjoint, double[] inputAdjoint) {
        Arrays.fill(slotAdjoints, 0);
        outputs.seed(outputAdjoint, slotAdjoints);
        sweepBack(x, inputAdjoint);
        outputs.addToInputs(outputAdjoint, inputAdjoint);
    }

    @Override
    public void pullback(double[] x, double[] outputAdjoint, double[] y, double[] inputAdjoint) {
        evaluate(x);
        outputs.read(x, slots, y);
        sweep(x, outputAdjoint, inputAdjoint);
    }

    @Override
    public void gradient(double[] x, double[] gradient) {
        if (outputs.size() != 1) {
            ReverseDifferentiator.super.gradient(x, gradient);
        }
        prepareGradient(x);
        sweepRow(x, 0, gradient);
    }

    @Override
    public void jacobian(double[] x, double[] jacobian) {
        if (outputs.size() == 1) {
            gradient(x, jacobian);
            return;
        }
        if (row.length == 0) {
            row = new double[inputs];
        }
        prepareGradient(x);
        for (int j = 0; j < outputs.size(); j++) {
            sweepRow(x, j, row);
            System.arraycopy(row, 0, jacobian, j * inputs, inputs);
        }
    }

    private void sweepRow(double[] x, int output, double[] gradient) {
        Arrays.fill(slotAdjoints, 0);
        Operand place = outputs.place(output);
        if (place.home() == Home.SLOT) {
            slotAdjoints[place.base()] = 1;
        }
        sweepBack(x, gradient);
        if (place.home() == Home.INPUT) {
            gradient[place.base()] += 1;
        }
    }
}
