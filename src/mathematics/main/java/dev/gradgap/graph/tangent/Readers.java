package dev.gradgap.graph.tangent;

import dev.gradgap.graph.Graph;
import java.util.Arrays;

/**
 * The operations that read each node: 4 bytes an edge and 4 a node. Those of constants are there too, though nobody asks
 * for them: to leave them out would take a branch an edge, which is often mispredicted.
 */
final class Readers {

    private final int base; // the graph's first operation node
    private final int[] starts; // of each node, and the end
    private final int[] readers;

    Readers(Graph graph) {
        base = graph.firstOperationNode();
        starts = new int[graph.nodes() + 1];
        for (int k = 0; k < graph.operations(); k++) {
            int first = graph.first(k);
            int second = graph.second(k);
            starts[first]++;
            starts[second] += second == first ? 0 : 1;
        }
        int end = 0;
        for (int i = 0; i < starts.length; i++) {
            end = Math.addExact(end, starts[i]);
            starts[i] = end;
        }
        readers = new int[end];
        // Fills each node's range from its end; its start, counted up so far as the end, moves down to the start.
        for (int k = graph.operations() - 1; k >= 0; k--) {
            int first = graph.first(k);
            int second = graph.second(k);
            readers[--starts[first]] = k;
            starts[second] -= second == first ? 0 : 1;
            readers[starts[second]] = k;
        }
    }

    /** Where the readers of each node start. */
    int[] starts() {
        return Arrays.copyOf(starts, starts.length - 1);
    }

    /** Whether places are where the readers of each node end. */
    boolean areEnds(int[] places) {
        return Arrays.equals(places, 0, places.length, starts, 1, starts.length);
    }

    int startOfInput(int input) {
        return starts[input];
    }

    int startOfOperation(int k) {
        return starts[base + k];
    }

    int endOfInput(int input) {
        return starts[input + 1];
    }

    int endOfOperation(int k) {
        return starts[base + k + 1];
    }

    int reader(int at) {
        return readers[at];
    }

    long bytes() {
        return 4L * starts.length + 4L * readers.length;
    }
}
