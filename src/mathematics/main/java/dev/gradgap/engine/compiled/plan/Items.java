package dev.gradgap.engine.compiled.plan;

import dev.gradgap.graph.Graph;
import dev.gradgap.graph.Operation;

/**
 * A graph whose long sums have been taken apart: a list of items in primitive arrays, each an operation of the graph or
 * the addition of one term to a sum.
 *
 * <p>Nodes are numbered: inputs from 0, constants, items, sums. An item's operands are nodes that come before it, except
 * the second operand of a term, which is the sum that the first is added to (or subtracted from). A sum is complete
 * before its first reader.
 *
 * <p>Memory: 13 bytes an item.
 */
public final class Items {

    /** The code of an item that adds its first operand to a sum; operations have the codes from 0. */
    public static final byte ADD_TERM = -1;

    /** The code of an item that subtracts its first operand from a sum. */
    public static final byte SUBTRACT_TERM = -2;

    /** The code of an item of a nest that multiplies a running product, see {@link RunningProduct}. */
    public static final byte PRODUCT_TERM = -3;

    public final Graph graph;
    public final int inputs;
    public final int firstItem;
    public final int firstSum;
    public final int count;
    public final int sums;
    public final byte[] codes;
    public final int[] first;
    public final int[] second;

    /** The graph's operation that each item is; of a term, anything. */
    public final int[] origins;

    /** The graph's operation that each sum is. */
    public final int[] roots;

    /** The node of every output. */
    public final int[] outputs;

    public Items(Graph graph, byte[] codes, int[] first, int[] second, int[] origins, int[] roots, int[] outputs) {
        this.graph = graph;
        this.origins = origins;
        this.roots = roots;
        sums = roots.length;
        this.codes = codes;
        this.first = first;
        this.second = second;
        this.outputs = outputs;
        inputs = graph.inputs();
        firstItem = graph.firstOperationNode();
        count = codes.length;
        firstSum = firstItem + count;
    }

    public static boolean isTerm(int code) {
        return code < 0;
    }

    public static boolean isBinary(int code) {
        return code < 0 || Operation.of(code).arity() == 2;
    }

    public boolean isInput(int node) {
        return node < inputs;
    }

    public boolean isConstant(int node) {
        return node >= inputs && node < firstItem;
    }

    public boolean isItem(int node) {
        return node >= firstItem && node < firstSum;
    }

    public boolean isSum(int node) {
        return node >= firstSum;
    }

    /** Tells inputs, constants, items and sums apart. */
    public int kind(int node) {
        if (node < inputs) {
            return 0;
        }
        return node < firstItem ? 1 : node < firstSum ? 2 : 3;
    }

    public double constant(int node) {
        return graph.constant(node - inputs);
    }
}
