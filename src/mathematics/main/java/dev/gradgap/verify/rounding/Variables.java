package dev.gradgap.verify.rounding;

import dev.gradgap.graph.Graph;

/**
 * On how many variables an operation depends, where a variable is an input or an operation that joins two of them. The
 * operations between one variable and the next are a function of a single variable, which an engine may differentiate as
 * one (statement-level preaccumulation; Griewank and Walther, Evaluating Derivatives, 2nd ed., SIAM 2008, sec. 10.2).
 */
final class Variables {

    private static final int NONE = -1; // of constants and what does not depend on any input

    private final int firstOperationNode;
    private final int[] variables; // of every node, the node that is its variable

    Variables(Graph graph) {
        firstOperationNode = graph.firstOperationNode();
        variables = new int[graph.nodes()];
        for (int node = 0; node < firstOperationNode; node++) {
            variables[node] = node < graph.inputs() ? node : NONE;
        }
    }

    /**
     * Finds an operation's variable, after those of its operands.
     *
     * @param first the operand, or a negative number if the operation does not depend on it at this point
     */
    void join(int k, int first, int second) {
        int one = first < 0 ? NONE : variables[first];
        int other = second < 0 ? NONE : variables[second];
        boolean single = one == other || one == NONE || other == NONE;
        variables[firstOperationNode + k] = single ? Math.max(one, other) : firstOperationNode + k;
    }

    /** Whether a node depends on any variable. */
    boolean hasOne(int node) {
        return variables[node] != NONE;
    }

    /** Whether an operation depends on at most one variable, so that it is none. */
    boolean dependsOnOne(int k) {
        return variables[firstOperationNode + k] != firstOperationNode + k;
    }
}
