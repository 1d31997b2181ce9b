package dev.gradgap.engine.compiled;

import dev.gradgap.engine.ReverseDifferentiator;
import dev.gradgap.engine.compiled.code.ReverseCode;
import dev.gradgap.engine.compiled.code.ReverseCompiler;
import dev.gradgap.engine.compiled.plan.Nest;
import dev.gradgap.engine.compiled.plan.Operand;
import dev.gradgap.engine.compiled.plan.Operand.Home;
import dev.gradgap.engine.compiled.plan.Plan;
import dev.gradgap.engine.compiled.plan.ReversePlan;
import java.lang.invoke.MethodHandles;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Runs generated code on one set of slots and adjoints. What a {@link dev.gradgap.engine.compiled.plan.RunningProduct} doubts
 * is computed again by code in which products keep their order, compiled when it is first needed.
 */
final class CompiledReverseDifferentiator implements ReverseDifferentiator {

    private final ReverseCode[] parts;
    private final int inputs;
    private final Outputs outputs;
    private final double[] tables;
    private final double[] slots;
    private final double[] slotAdjoints;
    private final double[] point;
    private final int[] products; // their slots
    private final int[] doubts; // the slots that tell whether a sweep is in doubt
    private final Supplier<ReverseDifferentiator> compileInOrder;
    private Optional<ReverseDifferentiator> inOrder = Optional.empty();
    private double[] row = new double[0]; // of the Jacobian

    /**
     * Compiles a plan.
     *
     * @param compileInOrder compiles the same function without running products; called if one of this plan fails
     */
    CompiledReverseDifferentiator(Plan plan, ReversePlan reverse, Supplier<ReverseDifferentiator> compileInOrder) {
        this.compileInOrder = compileInOrder;
        List<Nest> multiplied =
                plan.nests().stream().filter(nest -> nest.product().isPresent()).toList();
        products = multiplied.stream()
                .mapToInt(nest -> nest.product().orElseThrow().productSlot(nest))
                .toArray();
        doubts = multiplied.stream()
                .mapToInt(nest -> nest.product().orElseThrow().doubtSlot(nest))
                .toArray();
        parts = ReverseCompiler.compile(plan, reverse, MethodHandles.lookup()).toArray(ReverseCode[]::new);
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
        if (isValueInDoubt()) {
            inOrder().primal(x, y);
        }
    }

    private boolean isValueInDoubt() {
        boolean normal = true;
        for (int slot : products) {
            double size = Math.abs(slots[slot]);
            normal &= size >= Double.MIN_NORMAL && size <= Double.MAX_VALUE;
        }
        return !normal;
    }

    private boolean isSweepInDoubt() {
        boolean trusted = true;
        for (int slot : doubts) {
            trusted &= slots[slot] == 0;
        }
        return !trusted;
    }

    private ReverseDifferentiator inOrder() {
        if (inOrder.isEmpty()) {
            inOrder = Optional.of(compileInOrder.get());
        }
        return inOrder.get();
    }

    @Override
    public void record(double[] x, double[] y) {
        System.arraycopy(x, 0, point, 0, inputs);
        evaluate(point);
        outputs.read(x, slots, y);
        if (isValueInDoubt()) {
            inOrder().primal(x, y);
        }
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
        if (isSweepInDoubt()) {
            inOrder().pullback(point, outputAdjoint, new double[outputs.size()], inputAdjoint);
        }
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
        if (isValueInDoubt() || isSweepInDoubt()) {
            inOrder().pullback(x, outputAdjoint, y, inputAdjoint);
        }
    }

    @Override
    public void gradient(double[] x, double[] gradient) {
        if (outputs.size() != 1) {
            ReverseDifferentiator.super.gradient(x, gradient);
        }
        prepareGradient(x);
        sweepRow(x, 0, gradient);
        if (isSweepInDoubt()) {
            inOrder().gradient(x, gradient);
        }
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
            if (isSweepInDoubt()) {
                inOrder().jacobian(x, jacobian);
                return;
            }
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
