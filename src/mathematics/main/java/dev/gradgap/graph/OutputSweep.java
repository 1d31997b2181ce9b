package dev.gradgap.graph;

import java.util.stream.IntStream;

/** The primal sweep over those operations of a graph that its outputs depend on. Keeps a value for every node. */
public final class OutputSweep {

    private final Graph graph;
    private final int[] needed; // operations, in their order
    private final double[] values;

    public OutputSweep(Graph graph) {
        this.graph = graph;
        values = new double[graph.nodes()];
        boolean[] used = new boolean[graph.nodes()];
        for (int j = 0; j < graph.outputs(); j++) {
            used[graph.output(j)] = true;
        }
        int firstNode = graph.firstOperationNode();
        for (int k = graph.operations() - 1; k >= 0; k--) {
            if (used[firstNode + k]) {
                used[graph.first(k)] = true;
                used[graph.second(k)] = true;
            }
        }
        needed = IntStream.range(0, graph.operations())
                .filter(k -> used[firstNode + k])
                .toArray();
    }

    /**
     * The outputs at a point; no allocation.
     *
     * @param x the inputs, length n
     * @param y receives the outputs, length m
     */
    public void evaluate(double[] x, double[] y) {
        PrimalSweep.load(graph, x, values);
        int firstNode = graph.firstOperationNode();
        for (int k : needed) {
            values[firstNode + k] =
                    PrimalSweep.value(graph.operation(k), values[graph.first(k)], values[graph.second(k)]);
        }
        for (int j = 0; j < y.length; j++) {
            y[j] = values[graph.output(j)];
        }
    }
}
