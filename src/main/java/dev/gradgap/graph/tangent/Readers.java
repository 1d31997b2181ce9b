package dev.gradgap.graph.tangent;

import dev.gradgap.graph.Graph;

/** The operations that read each input and each operation's result: 4 bytes an edge and 4 a node. */
final class Readers {

    private final int inputs;
    private final int base; // the graph's first operation node
    private final int[] starts; // of each input, then of each operation, and the end
    private final int[] readers;

    Readers(Graph graph) {
        inputs = graph.inputs();
        base = graph.firstOperationNode();
        starts = new int[inputs + graph.operations() + 1];
        for (int k = 0; k < graph.operations(); k++) {
            count(graph.first(k));
            if (graph.second(k) != graph.first(k)) {
                count(graph.second(k));
            }
        }
        for (int i = 1; i < starts.length; i++) {
            starts[i] = Math.addExact(starts[i], starts[i - 1]);
        }
        readers = new int[starts[starts.length - 1]];
        for (int k = graph.operations() - 1; k >= 0; k--) {
            place(graph.first(k), k);
            if (graph.second(k) != graph.first(k)) {
                place(graph.second(k), k);
            }
        }
    }

    private void count(int node) {
        if (isRead(node)) {
            starts[index(node)]++;
        }
    }

    /** Fills each node's range from its end; its start, counted up so far as the end, moves down to the start. */
    private void place(int node, int reader) {
        if (isRead(node)) {
            readers[--starts[index(node)]] = reader;
        }
    }

    private boolean isRead(int node) {
        return node < inputs || node >= base;
    }

    private int index(int node) {
        return node < inputs ? node : node - base + inputs;
    }

    int startOfInput(int input) {
        return starts[input];
    }

    int startOfOperation(int k) {
        return starts[inputs + k];
    }

    int endOfInput(int input) {
        return starts[input + 1];
    }

    int endOfOperation(int k) {
        return starts[inputs + k + 1];
    }

    int reader(int at) {
        return readers[at];
    }

    long bytes() {
        return 4L * starts.length + 4L * readers.length;
    }
}
