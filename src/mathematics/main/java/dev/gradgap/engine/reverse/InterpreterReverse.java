package dev.gradgap.engine.reverse;

import dev.gradgap.engine.ReverseDifferentiator;
import dev.gradgap.engine.ReverseEngine;
import dev.gradgap.engine.Technology;
import dev.gradgap.function.DifferentiableFunction;
import dev.gradgap.graph.Tracer;
import java.util.OptionalLong;

/**
 * Reverse mode by interpreting the recorded graph as it is: a switch an operation forward, stored partials back. What
 * scheduling the graph gains, {@link GraphReverse} shows against this.
 */
public final class InterpreterReverse implements ReverseEngine {

    private static final int BYTES_PER_OPERATION = 9 + 16; // see Graph and Linearization

    @Override
    public String name() {
        return "interpreter-reverse";
    }

    @Override
    public Technology technology() {
        return Technology.GRAPH;
    }

    /** The graph, its values and partials, and the adjoint of every node; distinct constants are not counted. */
    @Override
    public boolean isGarbageFree() {
        return true;
    }

    @Override
    public OptionalLong predictedBytes(long inputs, long outputs, long operations) {
        return OptionalLong.of(BYTES_PER_OPERATION * operations + 16 * (inputs + operations) + 4 * outputs);
    }

    /** Traces the function and allocates values, partials and adjoints. */
    @Override
    public ReverseDifferentiator prepare(DifferentiableFunction function) {
        return new InterpreterDifferentiator(Tracer.trace(function));
    }
}
