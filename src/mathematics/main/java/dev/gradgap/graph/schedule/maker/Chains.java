package dev.gradgap.graph.schedule.maker;

import dev.gradgap.graph.Graph;
import dev.gradgap.graph.Operation;
import dev.gradgap.graph.schedule.program.Codes;
import dev.gradgap.graph.schedule.program.IntList;
import java.util.Arrays;

/**
 * The chains of a window: sums s + t + u + ..., and likewise products, maxima and minima, whose intermediate results
 * nobody else reads. A chain is collapsed into one reduction, unless the window has so many of them side by side that
 * running across them is better than running along them, as in the product of a matrix and a vector.
 */
final class Chains {

    private static final int SHORTEST = 32;
    private static final int BEFORE_WINDOW = 1 << 30; // the height of a sum that began before the window
    private static final int KINDS = Operation.values().length;

    private final Graph graph;
    private final Uses uses;
    private final int[] tails = new int[KINDS]; // of each kind: chains that are long enough
    private final long[] members = new long[KINDS]; // of each kind: operations in them
    private int from;
    private int[] previous = {}; // of each operation of the window: the one before it in its chain, or -1
    private int[] tail = {}; // of each operation of the window: the last of its collapsed chain, or itself
    private int[] height = {}; // of each operation of the window, see predecessor
    private int[] length = {}; // of each operation of the window: its number in its chain, from 1

    Chains(Graph graph, Uses uses) {
        this.graph = graph;
        this.uses = uses;
    }

    /** Finds the chains among the operations from one to before another. */
    void find(int start, int end) {
        from = start;
        int size = end - start;
        if (tail.length < size) {
            previous = new int[size];
            tail = new int[size];
            height = new int[size];
            length = new int[size];
        }
        Arrays.fill(tails, 0);
        Arrays.fill(members, 0);
        for (int i = 0; i < size; i++) {
            tail[i] = -1; // the one after it in its chain, for now
            previous[i] = predecessor(start + i) - start;
            length[i] = 1;
            if (previous[i] >= 0) {
                tail[previous[i]] = i;
                length[i] += length[previous[i]];
            } else {
                previous[i] = -1;
            }
        }
        for (int i = 0; i < size; i++) {
            if (tail[i] < 0 && length[i] >= SHORTEST) {
                tails[graph.code(start + i)]++;
                members[graph.code(start + i)] += length[i];
            }
        }
        for (int i = size - 1; i >= 0; i--) {
            tail[i] = tail[i] < 0 ? i : tail[tail[i]];
        }
        for (int i = 0; i < size; i++) {
            if (!collapsed(length[tail[i]], graph.code(start + i))) {
                tail[i] = i;
            }
        }
    }

    private boolean collapsed(int chainLength, int code) {
        return chainLength >= SHORTEST && members[code] >= (long) tails[code] * tails[code];
    }

    /**
     * The operation before k in a chain, or -1 if there is none in the window: of two operands that could be, the one
     * that combines more, so that in ((a + b) + (c + d)) + (e + f) the chain is the outer sum.
     */
    private int predecessor(int k) {
        height[k - from] = 1;
        int code = graph.code(k);
        boolean commutes = code == Codes.ADD || code == Codes.MULTIPLY;
        if (!commutes && code != Codes.MAX && code != Codes.MIN) {
            return -1;
        }
        int first = graph.first(k) - graph.firstOperationNode();
        int second = graph.second(k) - graph.firstOperationNode();
        int firstHeight = heightIfPartOf(first, k);
        int secondHeight = heightIfPartOf(second, k);
        height[k - from] = 1 + Math.max(firstHeight, secondHeight);
        int before = -1;
        if (firstHeight > secondHeight) {
            before = first;
        } else if (commutes && secondHeight > firstHeight) {
            before = second;
        }
        return before < from || (code == Codes.MULTIPLY && beginsScaled(before)) ? -1 : before;
    }

    /**
     * Whether a chain would begin with the product of a constant and a factor. No partial of the graph reads that factor,
     * so that its value need not be kept for the reverse sweep; but that of a longer product, which leaves the result of
     * the two out, would read it.
     */
    private boolean beginsScaled(int operation) {
        return previous[operation - from] < 0
                && (graph.isConstant(graph.first(operation)) || graph.isConstant(graph.second(operation)));
    }

    /** How many levels of k's operation there are below and including an operand; 0 if it is not k's alone. */
    private int heightIfPartOf(int operand, int k) {
        if (operand < 0 || graph.code(operand) != graph.code(k) || uses.count(operand) != 1) {
            return 0;
        }
        return operand < from ? BEFORE_WINDOW : height[operand - from];
    }

    /** The last operation of the collapsed chain that k is in; k itself if it is in none. */
    int tail(int k) {
        return from + tail[k - from];
    }

    /** Whether k is the last operation of a collapsed chain. */
    boolean isTail(int k) {
        int i = k - from;
        return previous[i] >= 0 && tail[i] == i && tail[previous[i]] == i;
    }

    /** The operation so many before one of the same chain. */
    int back(int k, int operations) {
        int i = k - from;
        for (int step = 0; step < operations; step++) {
            i = previous[i];
        }
        return from + i;
    }

    /** Replaces the contents of a list by the nodes that the chain with a tail combines, in their order. */
    void operands(int tailOperation, IntList nodes) {
        nodes.clear();
        int base = graph.firstOperationNode();
        int k = tailOperation;
        while (previous[k - from] >= 0) {
            int before = from + previous[k - from];
            nodes.add(graph.first(k) == base + before ? graph.second(k) : graph.first(k));
            k = before;
        }
        nodes.add(graph.second(k));
        nodes.add(graph.first(k));
        nodes.reverse();
    }
}
