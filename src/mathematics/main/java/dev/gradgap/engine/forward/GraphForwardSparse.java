package dev.gradgap.engine.forward;

import dev.gradgap.engine.ForwardDifferentiator;
import dev.gradgap.engine.ForwardEngine;
import dev.gradgap.engine.Technology;
import dev.gradgap.function.DifferentiableFunction;
import dev.gradgap.graph.Graph;
import dev.gradgap.graph.Tracer;
import dev.gradgap.graph.tangent.SparseTangents;
import java.util.OptionalLong;

/**
 * Forward mode by pushing one tangent at a time through that part of the function's recorded graph that its input
 * reaches. Where an input reaches little, n passes together cost little more than the graph; where each reaches nearly
 * everything, a pass costs several times that of {@link GraphForward}.
 */
public final class GraphForwardSparse implements ForwardEngine {

    private static final int BYTES_PER_OPERATION = 9 + 16 + 12 + 4; // see Graph, Linearization and SparseTangents
    private static final int BYTES_PER_EDGE = 4; // see SparseTangents; about 1.5 edges an operation

    @Override
    public String name() {
        return "graph-forward-sparse";
    }

    @Override
    public Technology technology() {
        return Technology.GRAPH;
    }

    /** The graph, its values and partials, the readers of each node and one tangent an operation. */
    @Override
    public boolean isGarbageFree() {
        return true;
    }

    @Override
    public OptionalLong predictedBytes(long inputs, long outputs, long operations) {
        return OptionalLong.of(BYTES_PER_OPERATION * operations
                + BYTES_PER_EDGE * (operations + operations / 2)
                + 12 * inputs
                + 8 * operations
                + 4 * outputs);
    }

    /** Traces the function, finds the readers of each node and allocates partials and tangents. */
    @Override
    public ForwardDifferentiator prepare(DifferentiableFunction function) {
        Graph graph = Tracer.trace(function);
        return new GraphForwardSparseDifferentiator(graph, new SparseTangents(graph));
    }
}
