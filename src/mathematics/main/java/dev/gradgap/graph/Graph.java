package dev.gradgap.graph;

import java.util.Objects;

/**
 * A computation graph as an immutable Wengert list in primitive arrays.
 *
 * <p>Nodes are numbered in this order: inputs from 0 to n - 1, constants from n to n + c - 1, operations from n + c on, in
 * an order in which every operand comes before the operation that uses it. So a sweep over one array of node values
 * needs no branch to tell an input from a constant or from an operation.
 *
 * <p>Size: 9 bytes an operation (a code and two operands) and 8 bytes a distinct constant, up to about 2<sup>31</sup>
 * nodes.
 *
 * <p>Source: Griewank and Walther, Evaluating Derivatives, 2nd ed., SIAM 2008, sec. 2.2 (evaluation procedures);
 * R. E. Wengert, A simple automatic derivative evaluation program, CACM 7(8), 1964.
 */
public final class Graph {

    private final int inputs;
    private final double[] constants;
    private final byte[] codes;
    private final int[] first;
    private final int[] second;
    private final int[] outputs;

    Graph(int inputs, double[] constants, byte[] codes, int[] first, int[] second, int[] outputs) {
        this.inputs = inputs;
        this.constants = constants;
        this.codes = codes;
        this.first = first;
        this.second = second;
        this.outputs = outputs;
    }

    /** The number of inputs n. */
    public int inputs() {
        return inputs;
    }

    /** The number of distinct constants c. */
    public int constants() {
        return constants.length;
    }

    /** The number of operations. */
    public int operations() {
        return codes.length;
    }

    /** The number of outputs m. */
    public int outputs() {
        return outputs.length;
    }

    /** The number of nodes: inputs, constants and operations. */
    public int nodes() {
        return inputs + constants.length + codes.length;
    }

    /** The node of operation 0; operation k is node {@code firstOperationNode() + k}. */
    public int firstOperationNode() {
        return inputs + constants.length;
    }

    /** The value of constant c, which is node {@code inputs() + c}. */
    public double constant(int c) {
        return constants[c];
    }

    /** The {@link Operation#code()} of operation k. */
    public int code(int k) {
        return codes[k];
    }

    /** Operation k. */
    public Operation operation(int k) {
        return Operation.of(codes[k]);
    }

    /** The node that is operation k's first operand. */
    public int first(int k) {
        return first[k];
    }

    /** The node that is operation k's second operand; the first operand again if the operation is unary. */
    public int second(int k) {
        return second[k];
    }

    /** The node that is output j; several outputs may share a node, and a node may be an input or a constant. */
    public int output(int j) {
        return outputs[j];
    }

    /** Whether a node is a constant. */
    public boolean isConstant(int node) {
        return node >= inputs && node < inputs + constants.length;
    }

    /** Whether a node is an input. */
    public boolean isInput(int node) {
        return Objects.checkIndex(node, nodes()) < inputs;
    }

    /** The edges along which derivatives travel: pairs of an operation and an operand that is no constant. */
    public long edges() {
        long edges = 0;
        for (int k = 0; k < codes.length; k++) {
            if (!isConstant(first[k])) {
                edges++;
            }
            if (operation(k).arity() == 2 && !isConstant(second[k])) {
                edges++;
            }
        }
        return edges;
    }

    /** The bytes of the arrays that hold the graph. */
    public long bytes() {
        return 9L * codes.length + 8L * constants.length + 4L * outputs.length;
    }
}
