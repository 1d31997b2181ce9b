package dev.gradgap.engine.compiled;

import dev.gradgap.engine.ReverseDifferentiator;
import dev.gradgap.engine.ReverseEngine;
import dev.gradgap.engine.Technology;
import dev.gradgap.engine.reverse.GraphReverse;
import dev.gradgap.function.DifferentiableFunction;
import dev.gradgap.graph.Graph;
import dev.gradgap.graph.GraphFunction;
import dev.gradgap.graph.Tracer;
import java.util.Optional;
import java.util.OptionalLong;
import org.objectweb.asm.MethodTooLargeException;

/**
 * Reverse mode by bytecode generated from the function's recorded graph. Graphs without loops in them, beyond some
 * thousand operations, are left to {@link GraphReverse}.
 */
public final class CompiledReverse implements ReverseEngine {

    private static final int LONGEST_STRAIGHT = 60;
    private static final int BYTES_PER_OPERATION = 40; // while compiling

    @Override
    public Technology technology() {
        return Technology.COMPILED;
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
    public ReverseDifferentiator prepare(DifferentiableFunction function) {
        Graph graph = Tracer.trace(function);
        Optional<Plan> plan = Planner.plan(Contraction.of(graph), LONGEST_STRAIGHT, VectorLanes.availableWidth() > 1);
        if (plan.isPresent()) {
            try {
                return new CompiledReverseDifferentiator(plan.get());
            } catch (MethodTooLargeException e) {
                // A loop with a body of that size leaves little to gain.
            }
        }
        return new GraphReverse().prepare(new GraphFunction(graph));
    }
}
