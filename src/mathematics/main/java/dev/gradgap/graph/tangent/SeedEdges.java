package dev.gradgap.graph.tangent;

import dev.gradgap.graph.Graph;

/**
 * The edges that lead from the inputs into a graph, in chunks of successive inputs and in the order of the operations
 * within a chunk: the only places where the unit seeds of a pass enter. Size: 4 bytes an edge and 4 a chunk.
 */
final class SeedEdges {

    private final int[] starts; // of each chunk, and the end
    private final int[] edges; // operation, or its complement for the second operand
    private final int chunk;
    private final int shift; // if the chunk is a power of two, its logarithm; else -1

    /** The edges of a graph for chunks of a number of inputs. */
    SeedEdges(Graph graph, int chunk) {
        this.chunk = chunk;
        shift = Integer.bitCount(chunk) == 1 ? Integer.numberOfTrailingZeros(chunk) : -1;
        int chunks = (graph.inputs() - 1) / chunk + 1;
        starts = new int[chunks + 1];
        for (int k = 0; k < graph.operations(); k++) {
            if (isSeeded(graph, graph.first(k))) {
                starts[passOf(graph.first(k)) + 1]++;
            }
            if (isSeeded(graph, graph.second(k)) && graph.operation(k).arity() == 2) {
                starts[passOf(graph.second(k)) + 1]++;
            }
        }
        int end = 0;
        for (int c = 0; c <= chunks; c++) {
            end = Math.addExact(end, starts[c]);
            starts[c] = end;
        }
        edges = new int[end];
        fill(graph);
    }

    private void fill(Graph graph) {
        for (int k = 0; k < graph.operations(); k++) {
            if (isSeeded(graph, graph.first(k))) {
                edges[starts[passOf(graph.first(k))]++] = k;
            }
            if (isSeeded(graph, graph.second(k)) && graph.operation(k).arity() == 2) {
                edges[starts[passOf(graph.second(k))]++] = ~k;
            }
        }
        // Each start has moved to the next chunk's.
        System.arraycopy(starts, 0, starts, 1, starts.length - 1);
        starts[0] = 0;
    }

    private int passOf(int input) {
        return shift >= 0 ? input >> shift : input / chunk; // a division takes longer than all else
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

    /** The operation that an edge leads to, or its complement for the second operand. */
    int edge(int at) {
        return edges[at];
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
