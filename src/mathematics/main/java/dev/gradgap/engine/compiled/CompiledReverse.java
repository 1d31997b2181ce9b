package dev.gradgap.engine.compiled;

import dev.gradgap.engine.RefusedException;
import dev.gradgap.engine.ReverseDifferentiator;
import dev.gradgap.engine.ReverseEngine;
import dev.gradgap.engine.Technology;
import dev.gradgap.engine.Vectors;
import dev.gradgap.engine.compiled.maker.Contraction;
import dev.gradgap.engine.compiled.maker.Planner;
import dev.gradgap.engine.compiled.plan.Plan;
import dev.gradgap.engine.compiled.plan.ReversePlan;
import dev.gradgap.engine.compiled.proof.AdjointCheck;
import dev.gradgap.function.DifferentiableFunction;
import dev.gradgap.graph.Graph;
import dev.gradgap.graph.Tracer;
import java.util.OptionalLong;

/**
 * Reverse mode by bytecode generated from the function's recorded graph. Graphs without loops in them, beyond some
 * thousand operations, are refused.
 */
public final class CompiledReverse implements ReverseEngine {

    private static final int LONGEST_STRAIGHT = 60;
    private static final int BYTES_PER_OPERATION = 40; // while compiling

    private final int width;

    /** On vectors as wide as this machine's, if the JVM runs with them. */
    public CompiledReverse() {
        this(Vectors.width());
    }

    private CompiledReverse(int width) {
        this.width = width;
    }

    /**
     * The same on vectors of another width.
     *
     * @param numbers the numbers in a vector: 1, 2, 4 or 8, at most {@link Vectors#width}
     */
    CompiledReverse onVectorsOf(int numbers) {
        return new CompiledReverse(numbers);
    }

    @Override
    public String name() {
        return ReverseEngine.super.name() + OtherWidths.suffix(width);
    }

    @Override
    public Technology technology() {
        return Technology.COMPILED;
    }

    /**
     * The memory that compiling takes, measured: the graph, and what it is taken apart into. The sweeps alone take less,
     * how much depends on the loops found.
     */
    @Override
    public boolean isGarbageFree() {
        return true;
    }

    @Override
    public OptionalLong predictedBytes(long inputs, long outputs, long operations) {
        return OptionalLong.of(BYTES_PER_OPERATION * operations + 16 * inputs + 24 * outputs);
    }

    /**
     * Traces the function, finds its loops and compiles them; time linear in the operations.
     *
     * @throws RefusedException if the function's graph is too irregular, or a loop too long
     */
    @Override
    public ReverseDifferentiator prepare(DifferentiableFunction function) {
        return prepare(function, width > 1);
    }

    private ReverseDifferentiator prepare(DifferentiableFunction function, boolean products) {
        Graph graph = Tracer.trace(function);
        Plan plan = Planner.plan(Contraction.of(graph), LONGEST_STRAIGHT, products, width);
        ReversePlan reverse = new ReversePlan(plan);
        AdjointCheck.verify(graph, plan, reverse);
        return new CompiledReverseDifferentiator(plan, reverse, () -> prepare(function, false));
    }
}
