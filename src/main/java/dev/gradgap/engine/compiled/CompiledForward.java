package dev.gradgap.engine.compiled;

import dev.gradgap.engine.ForwardDifferentiator;
import dev.gradgap.engine.ForwardEngine;
import dev.gradgap.engine.Technology;
import dev.gradgap.engine.forward.GraphForward;
import dev.gradgap.function.DifferentiableFunction;
import dev.gradgap.graph.Graph;
import dev.gradgap.graph.GraphFunction;
import dev.gradgap.graph.Tracer;
import java.util.Optional;
import java.util.OptionalLong;
import org.objectweb.asm.MethodTooLargeException;

/**
 * Forward mode by bytecode generated from the function's recorded graph, with one or several tangents a pass. Graphs
 * without loops in them, beyond some thousand operations, are left to {@link GraphForward}.
 */
public final class CompiledForward implements ForwardEngine {

    private static final int LONGEST_STRAIGHT = 60;
    private static final int BYTES_PER_OPERATION = 40; // while compiling

    private final int tangents;

    private CompiledForward(int tangents) {
        this.tangents = tangents;
    }

    /** One tangent a pass, n passes: {@code compiled-forward}. */
    public static CompiledForward scalar() {
        return new CompiledForward(1);
    }

    /** Several tangents a pass, for example {@code compiled-forward-8}. */
    public static CompiledForward vector(int tangents) {
        if (tangents < 2) {
            throw new IllegalArgumentException("vector mode needs at least 2 tangents, not " + tangents);
        }
        return new CompiledForward(tangents);
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
    public OptionalLong predictedBytes(long inputs, long outputs, long operations) {
        return OptionalLong.of(BYTES_PER_OPERATION * operations + 16 * inputs + 24 * outputs);
    }

    /** Traces the function, finds its loops and compiles them; time linear in the operations. */
    @Override
    public ForwardDifferentiator prepare(DifferentiableFunction function) {
        Graph graph = Tracer.trace(function);
        Optional<Plan> plan = Planner.plan(Contraction.of(graph), Math.max(4, LONGEST_STRAIGHT / tangents), false);
        if (plan.isPresent()) {
            try {
                return new CompiledForwardDifferentiator(plan.get(), tangents);
            } catch (MethodTooLargeException e) {
                // A loop with a body of that size leaves little to gain.
            }
        }
        GraphForward runs = tangents == 1 ? GraphForward.scalar() : GraphForward.vector(tangents);
        return runs.prepare(new GraphFunction(graph));
    }
}
