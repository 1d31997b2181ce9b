package dev.gradgap.graph.schedule.proof;

import dev.gradgap.graph.Graph;
import dev.gradgap.graph.PartialReads;

/**
 * The operations of a graph in the order in which a program computes them: what its builder says, of which nothing is
 * believed.
 */
final class ComputedOperations {

    private final Graph graph;
    private final int base; // the first operation node
    private final int[] operations; // for each element of runs and scalars, one; for each reduction, its last
    private int next; // in the operations
    private long count; // of operations met

    ComputedOperations(Graph graph, int[] operations) {
        this.graph = graph;
        this.operations = operations;
        base = graph.firstOperationNode();
    }

    /** The operation that element i of the present instruction computes. */
    int operation(int i) {
        return operations[next + i];
    }

    /** Checks that the operations of the next elements have a code, and copies their nodes. */
    void nodes(int code, int[] nodes, int n) {
        int others = 0;
        for (int i = 0; i < n; i++) {
            int k = operations[next + i];
            nodes[i] = base + k;
            others |= graph.code(k) ^ code;
        }
        PlanFault.unless(others == 0, "the graph has another operation");
    }

    /** Copies the nodes that the graph's operations have as their first operands. */
    void first(int[] nodes, int n) {
        for (int i = 0; i < n; i++) {
            nodes[i] = graph.first(operations[next + i]);
        }
    }

    /** Copies the nodes that the graph's operations have as their second operands. */
    void second(int[] nodes, int n) {
        for (int i = 0; i < n; i++) {
            nodes[i] = graph.second(operations[next + i]);
        }
    }

    /** Goes on to the next elements, having met a number of operations. */
    void advance(int elements, int met) {
        next += elements;
        count += met;
    }

    /**
     * Whether the partials of an operation read one of its operands: those with respect to operands that have
     * derivatives.
     *
     * @param operand {@link PartialReads#FIRST} or {@link PartialReads#SECOND}
     */
    boolean isRead(int k, int operand) {
        boolean firstActive = !graph.isConstant(graph.first(k));
        boolean secondActive = !graph.isConstant(graph.second(k));
        return (PartialReads.of(graph.operation(k), firstActive, secondActive) & operand) != 0;
    }

    /**
     * Checks that as many operations have been met as the graph has. One that is met twice leaves out another, which
     * nobody can have read.
     */
    void finish() {
        PlanFault.unless(
                count == graph.operations(), "the graph has " + graph.operations() + " operations, not " + count);
    }
}
