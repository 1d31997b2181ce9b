package dev.gradgap.engine.compiled;

import dev.gradgap.engine.ForwardDifferentiator;
import dev.gradgap.engine.ForwardEngine;
import dev.gradgap.engine.RefusedException;
import dev.gradgap.engine.Technology;
import dev.gradgap.engine.Vectors;
import dev.gradgap.engine.compiled.maker.Contraction;
import dev.gradgap.engine.compiled.maker.Planner;
import dev.gradgap.function.DifferentiableFunction;
import dev.gradgap.graph.Graph;
import dev.gradgap.graph.Tracer;
import java.util.OptionalLong;

/**
 * Forward mode by bytecode generated from the function's recorded graph, with one or several tangents a pass. Graphs
 * without loops in them, beyond some thousand operations, are refused.
 */
public final class CompiledForward implements ForwardEngine {

    private static final int LONGEST_STRAIGHT = 60;
    private static final int BYTES_PER_OPERATION = 40; // while compiling

    private final int tangents;
    private final int width;

    private CompiledForward(int tangents, int width) {
        this.tangents = tangents;
        this.width = width;
    }

    /** One tangent a pass, n passes: {@code compiled-forward}. */
    public static CompiledForward scalar() {
        return new CompiledForward(1, Vectors.width());
    }

    /** Several tangents a pass, for example {@code compiled-forward-8}. */
    public static CompiledForward vector(int tangents) {
        if (tangents < 2) {
            throw new IllegalArgumentException("vector mode needs at least 2 tangents, not " + tangents);
        }
        return new CompiledForward(tangents, Vectors.width());
    }

    /**
     * The same on vectors of another width.
     *
     * @param numbers the numbers in a vector: 1, 2, 4 or 8, at most {@link Vectors#width}
     */
    CompiledForward onVectorsOf(int numbers) {
        return new CompiledForward(tangents, numbers);
    }

    @Override
    public String name() {
        return ForwardEngine.super.name() + OtherWidths.suffix(width);
    }

    @Override
    public Technology technology() {
        return Technology.COMPILED;
    }

    @Override
    public int tangentsPerPass() {
        return tangents;
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
    public ForwardDifferentiator prepare(DifferentiableFunction function) {
        Graph graph = Tracer.trace(function);
        int longestStraight = Math.max(4, LONGEST_STRAIGHT / tangents);
        return new CompiledForwardDifferentiator(
                Planner.plan(Contraction.of(graph), longestStraight, false, width), tangents, function);
    }
}
