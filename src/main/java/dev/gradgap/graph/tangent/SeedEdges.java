package dev.gradgap.graph.tangent;

import dev.gradgap.graph.Graph;

/**
 * The edges that lead from the inputs into a graph, in chunks of successive inputs and in the order of the operations
 * within a chunk: the only places where the unit seeds of a pass enter. Size: 4 bytes an edge and 4 a chunk.
 */
final class SeedEdges {

    private final int[] starts; // of each chunk, and the end
    private final int[] edges; // operation, or its complement for the second operand

    /** The edges of a graph for chunks of a number of inputs. */
    SeedEdges(Graph graph, int chunk) {
        int chunks = (graph.inputs() - 1) / chunk + 1;
        starts = new int[chunks + 1];
        for (int k = 0; k < graph.operations(); k++) {
            if (isSeeded(graph, graph.first(k))) {
                starts[graph.first(k) / chunk + 1]++;
            }
            if (graph.operation(k).arity() == 2 && isSeeded(graph, graph.second(k))) {
                starts[graph.second(k) / chunk + 1]++;
            }
        }
        for (int c = 0; c < chunks; c++) {
            starts[c + 1] = Math.addExact(starts[c + 1], starts[c]);
        }
        edges = new int[starts[chunks]];
        fill(graph, chunk);
    }

    private void fill(Graph graph, int chunk) {
        for (int k = 0; k < graph.operations(); k++) {
            if (isSeeded(graph, graph.first(k))) {
                edges[starts[graph.first(k) / chunk]++] = k;
            }
            if (graph.operation(k).arity() == 2 && isSeeded(graph, graph.second(k))) {
                edges[starts[graph.second(k) / chunk]++] = ~k;
            }
        }
        // Each start has moved to the next chunk's.
        System.arraycopy(starts, 0, starts, 1, starts.length - 1);
        starts[0] = 0;
    }

    private static boolean isSeeded(Graph graph, int node) {
        return node < graph.inputs();
    }

    /** The first edge of a chunk. */
    int start(int chunk) {
        return starts[chunk];
    }

    /** The edge after the last of a chunk. */
    int end(int chunk) {
        return starts[chunk + 1];
    }

    /** The operation that an edge leads to. */
    int operation(int edge) {
        return edges[edge] >= 0 ? edges[edge] : ~edges[edge];
    }

    /** Whether an edge leads to the second operand of its operation. */
    boolean isSecond(int edge) {
        return edges[edge] < 0;
    }

    long bytes() {
        return 4L * starts.length + 4L * edges.length;
    }
}
