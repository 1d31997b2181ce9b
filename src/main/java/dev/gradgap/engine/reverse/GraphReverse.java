package dev.gradgap.engine.reverse;

import dev.gradgap.engine.Engine;
import dev.gradgap.engine.Mode;
import dev.gradgap.engine.Operator;
import dev.gradgap.engine.ReverseDifferentiator;
import dev.gradgap.engine.Technology;
import dev.gradgap.function.DifferentiableFunction;
import dev.gradgap.graph.Tracer;
import java.util.OptionalLong;
import java.util.Set;

/** Reverse mode by pulling adjoints back through the function's recorded graph. */
public final class GraphReverse implements Engine {

    private static final int BYTES_PER_OPERATION = 9; // see Graph
    private static final int PARTIAL_BYTES = 16; // see Linearization

    @Override
    public String name() {
        return "graph-reverse";
    }

    @Override
    public Technology technology() {
        return Technology.GRAPH;
    }

    @Override
    public Mode mode() {
        return Mode.REVERSE;
    }

    @Override
    public Set<Operator> operators() {
        return Set.of(
                Operator.PRIMAL,
                Operator.PREPARE,
                Operator.RECORD,
                Operator.PULLBACK,
                Operator.GRADIENT,
                Operator.JACOBIAN);
    }

    /** The graph, its values and partials, and the adjoint of every node; distinct constants are not counted. */
    @Override
    public OptionalLong predictedBytes(long inputs, long outputs, long operations) {
        return OptionalLong.of(
                (BYTES_PER_OPERATION + PARTIAL_BYTES) * operations + 16 * (inputs + operations) + 4 * outputs);
    }

    /** Traces the function and allocates values, partials and adjoints. */
    @Override
    public ReverseDifferentiator prepare(DifferentiableFunction function) {
        return new GraphReverseDifferentiator(Tracer.trace(function));
    }
}
