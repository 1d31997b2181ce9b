package dev.gradgap.graph.schedule.maker;

import dev.gradgap.graph.Graph;
import dev.gradgap.graph.PartialReads;
import java.util.Arrays;

/**
 * How often the result of each operation of a graph is used, where for the last time, and whether a partial reads it. 5
 * bytes an operation.
 */
final class Uses {

    /** Stands for this many uses or more. */
    static final int MANY = 127;

    private static final int READ = 128;

    private final byte[] counts; // and READ
    private final int[] last;

    /** Counts the uses; an output is used once more, after all operations. */
    Uses(Graph graph) {
        counts = new byte[graph.operations()];
        last = new int[graph.operations()];
        Arrays.fill(last, -1);
        int base = graph.firstOperationNode();
        for (int k = 0; k < counts.length; k++) {
            int first = graph.first(k) - base;
            int second = graph.second(k) - base;
            use(first, k);
            if (graph.operation(k).arity() == 2) {
                use(second, k);
            }
            int reads = PartialReads.of(
                    graph.code(k), !graph.isConstant(graph.first(k)), !graph.isConstant(graph.second(k)));
            read(first, reads & PartialReads.FIRST);
            read(second, reads & PartialReads.SECOND);
            read(k, reads & PartialReads.VALUE);
        }
        for (int j = 0; j < graph.outputs(); j++) {
            use(graph.output(j) - base, Integer.MAX_VALUE);
        }
    }

    private void use(int operation, int user) {
        if (operation >= 0) {
            last[operation] = user;
            if (count(operation) < MANY) {
                counts[operation]++;
            }
        }
    }

    private void read(int operation, int reads) {
        if (operation >= 0 && reads != 0) {
            counts[operation] |= (byte) READ;
        }
    }

    /** Whether a partial reads the value of operation k: that of an operation it is an operand of, or its own. */
    boolean isRead(int k) {
        return (counts[k] & READ) != 0;
    }

    /** The uses of operation k's result, up to {@link #MANY}. */
    int count(int k) {
        return counts[k] & MANY;
    }

    /** The last operation that uses operation k's result, -1 for none, the largest int for an output. */
    int last(int k) {
        return last[k];
    }
}
