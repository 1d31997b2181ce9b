package dev.gradgap.engine.compiled;

import dev.gradgap.engine.CarefulForward;
import dev.gradgap.engine.ForwardDifferentiator;
import dev.gradgap.engine.compiled.code.ForwardCode;
import dev.gradgap.engine.compiled.code.ForwardCompiler;
import dev.gradgap.engine.compiled.code.SeedRanges;
import dev.gradgap.engine.compiled.plan.Operand;
import dev.gradgap.engine.compiled.plan.Operand.Home;
import dev.gradgap.engine.compiled.plan.Plan;
import dev.gradgap.function.DifferentiableFunction;
import java.lang.invoke.MethodHandles;

/** Runs generated code on one set of slots and tangents. Every pass computes the values anew. */
final class CompiledForwardDifferentiator implements ForwardDifferentiator {

    private static final int NO_SEED = -1; // no input

    private final Plan plan;
    private final int tangents;
    private final ForwardCode[] parts;
    private final SeedRanges seeds;
    private final Outputs outputs;
    private final double[] slots;
    private final double[] slotTangents;
    private final double[] direction; // all zero between calls
    private final CarefulForward careful;
    private ForwardCode[] scalarParts = {};

    CompiledForwardDifferentiator(Plan plan, int tangents, DifferentiableFunction function) {
        this.plan = plan;
        this.tangents = tangents;
        parts = ForwardCompiler.compile(plan, tangents, MethodHandles.lookup()).toArray(ForwardCode[]::new);
        seeds = new SeedRanges(plan);
        outputs = new Outputs(plan.outputs());
        slots = new double[plan.slots()];
        slotTangents = new double[Math.multiplyExact(plan.slots(), tangents)];
        direction = new double[tangents == 1 ? plan.inputs() : 0];
        careful = new CarefulForward(function);
    }

    @Override
    public int inputs() {
        return plan.inputs();
    }

    @Override
    public int outputs() {
        return outputs.size();
    }

    @Override
    public int passes() {
        return (plan.inputs() - 1) / tangents + 1;
    }

    @Override
    public void primal(double[] x, double[] y) {
        for (ForwardCode part : parts) {
            part.primal(x, slots, plan.tables());
        }
        outputs.read(x, slots, y);
    }

    @Override
    public void start(double[] x) {
        // Every pass computes the values anew.
    }

    @Override
    public void pass(int pass, double[] x, double[] jacobian) {
        int first = pass * tangents;
        int seeded = Math.min(tangents, plan.inputs() - first);
        if (tangents == 1) {
            direction[first] = 1;
        }
        int[] ranges = seeds.of(first, first + seeded - 1);
        for (ForwardCode part : parts) {
            part.pass(x, slots, plan.tables(), slotTangents, direction, ranges, first);
        }
        if (tangents == 1) {
            direction[first] = 0;
        }
        boolean allNumbers = true;
        for (int j = 0; j < outputs.size(); j++) {
            for (int t = 0; t < seeded; t++) {
                double tangent = tangent(outputs.place(j), t, first + t);
                jacobian[j * plan.inputs() + first + t] = tangent;
                allNumbers &= !Double.isNaN(tangent);
            }
        }
        if (!allNumbers) {
            careful.repairColumns(first, seeded, x, jacobian);
        }
    }

    /** Tangent t of an output, where the seeded input is the one given. */
    private double tangent(Operand place, int t, int seed) {
        return switch (place.home()) {
            case SLOT -> slotTangents[t * plan.slots() + place.base()];
            case INPUT -> place.base() == seed ? 1 : 0;
            default -> 0;
        };
    }

    /** One tangent takes the scalar engine's code, compiled when it is first asked for. */
    @Override
    public void pushforward(double[] x, double[] tangent, double[] y, double[] outputTangent) {
        if (scalarParts.length == 0) {
            scalarParts = tangents == 1
                    ? parts
                    : ForwardCompiler.compile(plan, 1, MethodHandles.lookup()).toArray(ForwardCode[]::new);
        }
        int[] ranges = seeds.everything();
        for (ForwardCode part : scalarParts) {
            part.pass(x, slots, plan.tables(), slotTangents, tangent, ranges, 0);
        }
        outputs.read(x, slots, y);
        for (int j = 0; j < outputs.size(); j++) {
            Operand place = outputs.place(j);
            outputTangent[j] = place.home() == Home.INPUT ? tangent[place.base()] : tangent(place, 0, NO_SEED);
        }
        careful.repairPush(x, tangent, outputTangent);
    }
}
