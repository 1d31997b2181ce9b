package dev.gradgap.graph;

import java.util.Arrays;

/**
 * Builds a {@link Graph} operation by operation.
 *
 * <p>Every method that makes a node returns a handle, an int that later calls take as an operand. An operation whose
 * operands are all constants is folded into a constant, so that every operation of a graph depends on an input. Equal
 * constants share a node. Time and memory are linear in the number of operations; while the arrays grow, at most 2.5
 * times the size of the graph is held.
 */
public final class GraphBuilder {

    private static final int INITIAL_CAPACITY = 64;

    private final int inputs;
    private final ConstantPool constants = new ConstantPool();
    private byte[] codes;
    private int[] first;
    private int[] second;
    private int operations;
    private int[] outputs = new int[1];
    private int outputCount;

    /** A builder of a graph with a number of inputs, at least 1, whose handles are 0 to {@code inputs - 1}. */
    public GraphBuilder(int inputs) {
        this(inputs, INITIAL_CAPACITY);
    }

    /** As above, with room for a number of operations from the start, so that the arrays need not grow. */
    public GraphBuilder(int inputs, int expectedOperations) {
        if (inputs < 1) {
            throw new IllegalArgumentException("a graph needs at least 1 input, not " + inputs);
        }
        this.inputs = inputs;
        int capacity = Math.max(expectedOperations, 1);
        codes = new byte[capacity];
        first = new int[capacity];
        second = new int[capacity];
    }

    /** The number of inputs. */
    public int inputs() {
        return inputs;
    }

    /** The number of operations so far. */
    public int operations() {
        return operations;
    }

    /** The handle of a constant. */
    public int constant(double value) {
        return ~constants.indexOf(value);
    }

    /** Appends a unary operation and returns its handle. */
    public int apply(Operation operation, int x) {
        if (operation.arity() != 1) {
            throw new IllegalArgumentException(operation + " needs two operands");
        }
        return apply(operation, x, x);
    }

    /** Appends a binary operation and returns its handle; the second operand of POW_CONSTANT must be a constant. */
    public int apply(Operation operation, int x, int y) {
        check(x);
        check(y);
        if (operation == Operation.POW_CONSTANT && y >= 0) {
            throw new IllegalArgumentException("the exponent of POW_CONSTANT must be a constant");
        }
        if (x < 0 && y < 0) {
            return constant(operation.value(constants.value(~x), constants.value(~y)));
        }
        if (operations == codes.length) {
            grow();
        }
        codes[operations] = operation.code();
        first[operations] = x;
        second[operations] = y;
        return inputs + operations++;
    }

    /** Makes a node the next output. */
    public void output(int handle) {
        check(handle);
        if (outputCount == outputs.length) {
            outputs = Arrays.copyOf(outputs, grown(outputCount));
        }
        outputs[outputCount++] = handle;
    }

    /** The graph; the builder must not be used again. */
    public Graph build() {
        if (outputCount == 0) {
            throw new IllegalStateException("a graph needs at least 1 output");
        }
        Math.addExact(Math.addExact(inputs, constants.size()), operations);
        codes = Arrays.copyOf(codes, operations);
        first = toNodes(first, operations);
        second = toNodes(second, operations);
        return new Graph(inputs, constants.toArray(), codes, first, second, toNodes(outputs, outputCount));
    }

    private int[] toNodes(int[] handles, int length) {
        int[] nodes = handles.length == length ? handles : Arrays.copyOf(handles, length);
        int constantCount = constants.size();
        for (int k = 0; k < length; k++) {
            int handle = nodes[k];
            if (handle < 0) {
                nodes[k] = inputs + ~handle;
            } else if (handle >= inputs) {
                nodes[k] = handle + constantCount;
            }
        }
        return nodes;
    }

    private void check(int handle) {
        if (handle >= inputs + operations || handle < -constants.size()) {
            throw new IllegalArgumentException("no node has the handle " + handle);
        }
    }

    private void grow() {
        int capacity = grown(operations);
        codes = Arrays.copyOf(codes, capacity);
        first = Arrays.copyOf(first, capacity);
        second = Arrays.copyOf(second, capacity);
    }

    private static int grown(int length) {
        return Math.max(INITIAL_CAPACITY, Math.addExact(length, length >> 1));
    }
}
