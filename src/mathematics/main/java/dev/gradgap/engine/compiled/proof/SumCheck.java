package dev.gradgap.engine.compiled.proof;

import dev.gradgap.engine.compiled.plan.Items;
import dev.gradgap.graph.Graph;
import dev.gradgap.graph.Operation;
import dev.gradgap.graph.WrongPlanException;
import java.util.Arrays;
import java.util.BitSet;

/**
 * What the sums of a list of items should be, from the graph's additions, and what has been added to them so far. Each
 * node has a random number, and a sum is the total of its terms' numbers modulo 2<sup>64</sup>, so that the order of the
 * terms does not matter; a sum that is a term counts as its own total.
 */
final class SumCheck {

    private static final int NEVER = -1;

    private final Items items;
    private final Graph graph;
    private final int base; // the node of operation 0
    private final long[] expected;
    private final long[] added;
    private final int[] readBy; // the last nest that read a sum to which it also adds
    private final BitSet parts = new BitSet(); // the operations that are no items: additions that are parts of sums
    private final long[] totals; // of the parts

    /**
     * Sums without terms.
     *
     * @throws WrongPlanException if some operation of the graph is neither an item nor an addition
     */
    SumCheck(Items items) {
        this.items = items;
        graph = items.graph;
        base = graph.firstOperationNode();
        expected = new long[items.sums];
        added = new long[items.sums];
        readBy = new int[items.sums];
        Arrays.fill(readBy, NEVER);
        totals = new long[items.sums == 0 ? 0 : graph.operations()];
        if (isInOrder()) {
            expandInOrder();
        } else {
            expandAny();
        }
        for (int s = 0; s < items.sums; s++) {
            expected[s] = totals[items.roots[s]];
        }
    }

    private boolean isInOrder() {
        int last = -1;
        boolean inOrder = true;
        for (int k = 0; k < items.count; k++) {
            if (!Items.isTerm(items.codes[k])) {
                inOrder &= items.origins[k] > last;
                last = items.origins[k];
            }
        }
        return inOrder;
    }

    private void expandInOrder() {
        int next = 0;
        for (int k = 0; k < items.count; k++) {
            if (!Items.isTerm(items.codes[k])) {
                int operation = items.origins[k];
                for (; next < operation; next++) {
                    expand(next);
                }
                next++;
            }
        }
        for (; next < graph.operations(); next++) {
            expand(next);
        }
    }

    private void expandAny() {
        BitSet isItem = new BitSet(graph.operations());
        for (int k = 0; k < items.count; k++) {
            if (!Items.isTerm(items.codes[k])) {
                isItem.set(items.origins[k]);
            }
        }
        for (int k = isItem.nextClearBit(0); k < graph.operations(); k = isItem.nextClearBit(k + 1)) {
            expand(k);
        }
    }

    private void expand(int operation) {
        boolean subtracts = graph.code(operation) == Operation.SUBTRACT.code();
        if (items.sums == 0 || (!subtracts && graph.code(operation) != Operation.ADD.code())) {
            throw new WrongPlanException(graph, "operation " + operation + " of the graph is computed nowhere");
        }
        long second = number(graph.second(operation));
        parts.set(operation);
        totals[operation] = number(graph.first(operation)) + (subtracts ? -second : second);
    }

    private long number(int node) {
        int operation = node - base;
        if (operation >= 0) {
            return parts.get(operation) ? totals[operation] : ofNode(node);
        }
        return node < graph.inputs() ? ofNode(node) : ofConstant(graph.constant(node - graph.inputs()));
    }

    /** The number that stands for a node that is no sum. */
    static long ofNode(int node) {
        long bits = (node + 1) * 0x9E3779B97F4A7C15L;
        return (bits ^ bits >>> 32) * 0xD6E8FEB86659FD93L;
    }

    /** The number that stands for a constant. */
    static long ofConstant(double value) {
        long bits = (Double.doubleToRawLongBits(value) + 1) * 0xD6E8FEB86659FD93L;
        return (bits ^ bits >>> 32) * 0x9E3779B97F4A7C15L;
    }

    /** The number that stands for a sum with all its terms. */
    long of(int sum) {
        return expected[sum];
    }

    void add(int sum, long terms, boolean subtracted) {
        added[sum] += subtracted ? -terms : terms;
    }

    /** Whether a sum has all its terms, and nothing else. */
    boolean isComplete(int sum) {
        return added[sum] == expected[sum];
    }

    /** Notes that a nest reads a sum to which it also adds. */
    void read(int sum, int nest) {
        readBy[sum] = nest;
    }

    boolean isReadBy(int sum, int nest) {
        return readBy[sum] == nest;
    }

    /** Requires that all sums are complete. */
    void requireComplete() {
        for (int s = 0; s < added.length; s++) {
            if (!isComplete(s)) {
                throw new WrongPlanException(
                        graph, "operation " + items.roots[s] + " of the graph is a sum with other terms");
            }
        }
    }
}
