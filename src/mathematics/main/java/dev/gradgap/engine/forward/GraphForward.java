package dev.gradgap.engine.forward;

import dev.gradgap.engine.ForwardDifferentiator;
import dev.gradgap.engine.ForwardEngine;
import dev.gradgap.engine.Technology;
import dev.gradgap.function.DifferentiableFunction;
import dev.gradgap.graph.Graph;
import dev.gradgap.graph.Tracer;
import dev.gradgap.graph.tangent.TangentSweeps;
import java.util.OptionalLong;

/**
 * Forward mode by pushing one or several tangents at a time through the function's recorded graph. Every pass goes through
 * the whole graph; {@link GraphForwardSparse} does not.
 */
public final class GraphForward implements ForwardEngine {

    private static final int BYTES_PER_OPERATION = 9 + 16 + 12; // see Graph, Linearization and TangentSweeps
    private static final int BYTES_PER_INPUT = 4; // see TangentSweeps: an edge into the graph

    private final int tangents;

    private GraphForward(int tangents) {
        this.tangents = tangents;
    }

    /** One tangent a pass, n passes: {@code graph-forward}. */
    public static GraphForward scalar() {
        return new GraphForward(1);
    }

    /** Several tangents a pass, for example {@code graph-forward-8}. */
    public static GraphForward vector(int tangents) {
        if (tangents < 2) {
            throw new IllegalArgumentException("vector mode needs at least 2 tangents, not " + tangents);
        }
        return new GraphForward(tangents);
    }

    @Override
    public Technology technology() {
        return Technology.GRAPH;
    }

    @Override
    public int tangentsPerPass() {
        return tangents;
    }

    /**
     * The graph, its values and partials, and the places of the tangents. Tangents themselves are not counted: there are
     * as many as results are alive at once, in most functions few. Nor are distinct constants.
     */
    @Override
    public boolean isGarbageFree() {
        return true;
    }

    @Override
    public OptionalLong predictedBytes(long inputs, long outputs, long operations) {
        return OptionalLong.of(
                BYTES_PER_OPERATION * operations + BYTES_PER_INPUT * inputs + 8 * (inputs + operations) + 4 * outputs);
    }

    /**
     * Traces the function, assigns slots and allocates partials and tangents.
     *
     * @throws IllegalArgumentException if the tangents of the results alive at once exceed the longest array
     */
    @Override
    public ForwardDifferentiator prepare(DifferentiableFunction function) {
        Graph graph = Tracer.trace(function);
        return new GraphForwardDifferentiator(graph, new TangentSweeps(graph, tangents), tangents);
    }
}
