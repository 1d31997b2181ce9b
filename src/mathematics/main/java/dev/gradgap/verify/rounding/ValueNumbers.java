package dev.gradgap.verify.rounding;

import dev.gradgap.graph.Graph;
import dev.gradgap.graph.Operation;
import java.util.Arrays;

/**
 * Which nodes of a graph are the same function of the inputs near a point, for plain reasons: equal operations on equal
 * operands, the operands of a sum or product in either order; and a maximum or minimum that is decided is the operand
 * that it takes. Time and memory linear in the operations.
 */
final class ValueNumbers {

    private static final int EMPTY = -1;

    private final Graph graph;
    private final int[] numbers; // of every node: the first node that is the same
    private final int[] table; // operations by their hash, open addressing
    private final int mask;
    private int numbered; // operations

    ValueNumbers(Graph graph) {
        this.graph = graph;
        numbers = new int[graph.nodes()];
        table = new int[Integer.highestOneBit(2 * graph.operations() + 1) * 2];
        mask = table.length - 1;
        for (int i = 0; i < graph.firstOperationNode(); i++) {
            numbers[i] = i;
        }
        restart();
    }

    /** Forgets all operations, for another point. */
    void restart() {
        Arrays.fill(table, EMPTY);
        numbered = 0;
    }

    /**
     * Whether two nodes have the same value near the point, rounding aside.
     *
     * @param partials of every operation before the later node, with respect to the first operand
     * @param errors of the partials; infinite where a maximum or minimum is undecided
     */
    boolean areSame(int node, int other, double[] partials, double[] errors) {
        int first = graph.firstOperationNode();
        for (; numbered <= Math.max(node, other) - first; numbered++) {
            Operation operation = graph.operation(numbered);
            boolean decided = (operation == Operation.MAX || operation == Operation.MIN)
                    && errors[numbered] < Double.POSITIVE_INFINITY;
            if (decided) {
                numbers[first + numbered] =
                        numbers[partials[numbered] == 1 ? graph.first(numbered) : graph.second(numbered)];
            } else {
                numbers[first + numbered] = first + find(numbered);
            }
        }
        return numbers[node] == numbers[other];
    }

    /** The first operation that computes the same; the operation itself if none does. */
    private int find(int k) {
        int low = low(k);
        int high = high(k);
        int slot = (graph.code(k) * 31 + low) * 0x9E3779B1 + high * 0x85EBCA77;
        for (slot ^= slot >>> 15; ; slot++) {
            int known = table[slot & mask];
            if (known == EMPTY) {
                table[slot & mask] = k;
                return k;
            }
            if (graph.code(known) == graph.code(k) && low(known) == low && high(known) == high) {
                return known;
            }
        }
    }

    private boolean commutes(int k) {
        Operation operation = graph.operation(k);
        return operation == Operation.ADD || operation == Operation.MULTIPLY;
    }

    private int low(int k) {
        int first = numbers[graph.first(k)];
        return commutes(k) ? Math.min(first, numbers[graph.second(k)]) : first;
    }

    private int high(int k) {
        int second = numbers[graph.second(k)];
        return commutes(k) ? Math.max(numbers[graph.first(k)], second) : second;
    }
}
