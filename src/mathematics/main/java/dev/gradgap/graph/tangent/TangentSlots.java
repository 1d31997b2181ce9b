package dev.gradgap.graph.tangent;

import dev.gradgap.graph.Graph;
import java.util.Arrays;

/**
 * Where the tangents of a graph's operations live during a pass: in slots that are used again as soon as their last
 * reader has run, so that a pass over millions of operations touches as many slots as there are results alive at once.
 *
 * <p>Inputs and constants have no slots; they are read from slot 0, which is always zero. What seeded inputs contribute is
 * added where they are read, see {@link SeedEdges}. Size: 12 bytes an operation; 4 more while it is made.
 */
final class TangentSlots {

    private static final int NEVER = Integer.MAX_VALUE;

    private final Graph graph;
    private final int[] first;
    private final int[] second;
    private final int[] result;
    private int[] free = new int[16];
    private int freeCount;
    private int count = 1;

    TangentSlots(Graph graph) {
        this.graph = graph;
        int operations = graph.operations();
        first = new int[operations];
        second = new int[operations];
        result = new int[operations];
        int[] last = lastReaders();
        int base = graph.firstOperationNode();
        for (int k = 0; k < operations; k++) {
            int x = graph.first(k) - base;
            int y = graph.second(k) - base;
            first[k] = x >= 0 ? result[x] : 0;
            second[k] = y >= 0 ? result[y] : 0;
            // The result may take an operand's slot: element t of the result needs only elements t of the operands.
            if (x >= 0 && last[x] == k) {
                free(first[k]);
            }
            if (y >= 0 && y != x && last[y] == k) {
                free(second[k]);
            }
            result[k] = freeCount > 0 ? free[--freeCount] : count++;
            if (last[k] < 0) {
                free(result[k]);
            }
        }
        free = new int[0];
    }

    /** The last operation that reads each operation's result; -1 for none, {@link #NEVER} for outputs. */
    private int[] lastReaders() {
        int[] last = new int[graph.operations()];
        Arrays.fill(last, -1);
        int base = graph.firstOperationNode();
        for (int k = 0; k < last.length; k++) {
            if (graph.first(k) >= base) {
                last[graph.first(k) - base] = k;
            }
            if (graph.second(k) >= base) {
                last[graph.second(k) - base] = k;
            }
        }
        for (int j = 0; j < graph.outputs(); j++) {
            if (graph.output(j) >= base) {
                last[graph.output(j) - base] = NEVER;
            }
        }
        return last;
    }

    private void free(int slot) {
        if (freeCount == free.length) {
            free = Arrays.copyOf(free, 2 * freeCount);
        }
        free[freeCount++] = slot;
    }

    /** The number of slots. */
    int count() {
        return count;
    }

    /** The slot of operation k's first operand. */
    int first(int k) {
        return first[k];
    }

    /** The slot of operation k's second operand, the first again if it is unary. */
    int second(int k) {
        return second[k];
    }

    /** The slot of operation k's result. */
    int result(int k) {
        return result[k];
    }

    /** The slot of a node that is an operation. */
    int ofNode(int node) {
        return result[node - graph.firstOperationNode()];
    }

    long bytes() {
        return 12L * result.length;
    }
}
