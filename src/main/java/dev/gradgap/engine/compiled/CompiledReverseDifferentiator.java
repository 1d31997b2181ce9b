package dev.gradgap.engine.compiled;

import dev.gradgap.engine.ReverseDifferentiator;
import dev.gradgap.engine.compiled.Operand.Home;
import java.util.Arrays;

/** Runs generated code on one set of slots and adjoints. */
final class CompiledReverseDifferentiator implements ReverseDifferentiator {

    private final ReverseCode code;
    private final int inputs;
    private final Outputs outputs;
    private final double[] tables;
    private final double[] slots;
    private final double[] slotAdjoints;
    private final double[] point;
    private double[] row = new double[0]; // of the Jacobian

    CompiledReverseDifferentiator(Plan plan) {
        ReversePlan reverse = new ReversePlan(plan);
        code = ReverseCompiler.compile(plan, reverse);
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
        code.primal(x, slots, tables);
        outputs.read(x, slots, y);
    }

    @Override
    public void record(double[] x, double[] y) {
        System.arraycopy(x, 0, point, 0, inputs);
        code.record(point, slots, tables);
        outputs.read(x, slots, y);
    }

    @Override
    public void sweep(double[] outputAdjoint, double[] inputAdjoint) {
        sweep(point, outputAdjoint, inputAdjoint);
    }

    private void sweep(double[] x, double[] outputAdjoint, double[] inputAdjoint) {
        Arrays.fill(slotAdjoints, 0);
        outputs.seed(outputAdjoint, slotAdjoints);
        code.sweep(x, slots, tables, slotAdjoints, inputAdjoint);
        outputs.addToInputs(outputAdjoint, inputAdjoint);
    }

    @Override
    public void pullback(double[] x, double[] outputAdjoint, double[] y, double[] inputAdjoint) {
        code.record(x, slots, tables);
        outputs.read(x, slots, y);
        sweep(x, outputAdjoint, inputAdjoint);
    }

    @Override
    public void gradient(double[] x, double[] gradient) {
        if (outputs.size() != 1) {
            ReverseDifferentiator.super.gradient(x, gradient);
        }
        code.prepareGradient(x, slots, tables);
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
        code.prepareGradient(x, slots, tables);
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
        code.sweep(x, slots, tables, slotAdjoints, gradient);
        if (place.home() == Home.INPUT) {
            gradient[place.base()] += 1;
        }
    }
}
