package dev.gradgap.workload.random;

import dev.gradgap.graph.GraphBuilder;
import dev.gradgap.graph.Operation;

/**
 * A sum of k terms as a balanced tree of k - 1 additions, of depth about log<sub>2</sub> k, that are added to a graph
 * as early as possible: at most one partial sum of each height waits.
 */
final class BalancedSum {

    private final GraphBuilder builder;
    private final int[] waiting = new int[Integer.SIZE];
    private int terms;

    BalancedSum(GraphBuilder builder) {
        this.builder = builder;
    }

    /** Adds a term. */
    void add(int handle) {
        int node = handle;
        int height = 0;
        while (((terms >> height) & 1) == 1) {
            node = builder.apply(Operation.ADD, waiting[height++], node);
        }
        waiting[height] = node;
        terms++;
    }

    /** The handle of the sum of all terms since the last call, at least one. */
    int finish() {
        int height = Integer.numberOfTrailingZeros(terms);
        int node = waiting[height++];
        for (; terms >> height > 0; height++) {
            if (((terms >> height) & 1) == 1) {
                node = builder.apply(Operation.ADD, waiting[height], node);
            }
        }
        terms = 0;
        return node;
    }
}
