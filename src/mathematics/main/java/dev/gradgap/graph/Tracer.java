package dev.gradgap.graph;

import dev.gradgap.function.Arithmetic;
import dev.gradgap.function.DifferentiableFunction;
import dev.gradgap.function.Inputs;
import java.util.Objects;

/** Records the operations of a function into a {@link Graph} by evaluating it once on nodes instead of numbers. */
public final class Tracer implements Arithmetic<Tracer.Node> {

    /** A number that knows only which node of the graph it is. */
    public static final class Node {
        private final int handle;

        private Node(int handle) {
            this.handle = handle;
        }
    }

    private final GraphBuilder builder;

    private Tracer(GraphBuilder builder) {
        this.builder = builder;
    }

    /**
     * The graph of a function; a {@link GraphFunction}'s own graph is returned as it is.
     *
     * <p>One evaluation; time and memory linear in the number of operations.
     *
     * @throws IllegalStateException if the function leaves an output unset
     */
    public static Graph trace(DifferentiableFunction function) {
        if (function instanceof GraphFunction recorded) {
            return recorded.graph();
        }
        GraphBuilder builder = new GraphBuilder(function.inputs());
        Node[] outputs = new Node[function.outputs()];
        function.evaluate(new Tracer(builder), new TracedInputs(function.inputs()), (j, node) -> outputs[j] = node);
        for (int j = 0; j < outputs.length; j++) {
            if (outputs[j] == null) {
                throw new IllegalStateException("the function left output " + j + " unset");
            }
            builder.output(outputs[j].handle);
        }
        return builder.build();
    }

    private record TracedInputs(int size) implements Inputs<Node> {
        @Override
        public Node get(int i) {
            return new Node(Objects.checkIndex(i, size));
        }
    }

    @Override
    public Node constant(double value) {
        return new Node(builder.constant(value));
    }

    @Override
    public Node[] array(int length) {
        return new Node[length];
    }

    @Override
    public Node pow(Node x, double c) {
        return new Node(builder.apply(Operation.POW_CONSTANT, x.handle, builder.constant(c)));
    }

    @Override
    public Node pow(Node x, Node y) {
        return binary(Operation.POW, x, y);
    }

    @Override
    public Node add(Node x, Node y) {
        return binary(Operation.ADD, x, y);
    }

    @Override
    public Node subtract(Node x, Node y) {
        return binary(Operation.SUBTRACT, x, y);
    }

    @Override
    public Node multiply(Node x, Node y) {
        return binary(Operation.MULTIPLY, x, y);
    }

    @Override
    public Node divide(Node x, Node y) {
        return binary(Operation.DIVIDE, x, y);
    }

    @Override
    public Node atan2(Node y, Node x) {
        return binary(Operation.ATAN2, y, x);
    }

    @Override
    public Node max(Node x, Node y) {
        return binary(Operation.MAX, x, y);
    }

    @Override
    public Node min(Node x, Node y) {
        return binary(Operation.MIN, x, y);
    }

    @Override
    public Node hypot(Node x, Node y) {
        return binary(Operation.HYPOT, x, y);
    }

    @Override
    public Node negate(Node x) {
        return unary(Operation.NEGATE, x);
    }

    @Override
    public Node reciprocal(Node x) {
        return unary(Operation.RECIPROCAL, x);
    }

    @Override
    public Node square(Node x) {
        return unary(Operation.SQUARE, x);
    }

    @Override
    public Node sqrt(Node x) {
        return unary(Operation.SQRT, x);
    }

    @Override
    public Node exp(Node x) {
        return unary(Operation.EXP, x);
    }

    @Override
    public Node expm1(Node x) {
        return unary(Operation.EXPM1, x);
    }

    @Override
    public Node log(Node x) {
        return unary(Operation.LOG, x);
    }

    @Override
    public Node log1p(Node x) {
        return unary(Operation.LOG1P, x);
    }

    @Override
    public Node sin(Node x) {
        return unary(Operation.SIN, x);
    }

    @Override
    public Node cos(Node x) {
        return unary(Operation.COS, x);
    }

    @Override
    public Node tan(Node x) {
        return unary(Operation.TAN, x);
    }

    @Override
    public Node asin(Node x) {
        return unary(Operation.ASIN, x);
    }

    @Override
    public Node acos(Node x) {
        return unary(Operation.ACOS, x);
    }

    @Override
    public Node atan(Node x) {
        return unary(Operation.ATAN, x);
    }

    @Override
    public Node sinh(Node x) {
        return unary(Operation.SINH, x);
    }

    @Override
    public Node cosh(Node x) {
        return unary(Operation.COSH, x);
    }

    @Override
    public Node tanh(Node x) {
        return unary(Operation.TANH, x);
    }

    @Override
    public Node sigmoid(Node x) {
        return unary(Operation.SIGMOID, x);
    }

    @Override
    public Node abs(Node x) {
        return unary(Operation.ABS, x);
    }

    private Node unary(Operation operation, Node x) {
        return new Node(builder.apply(operation, x.handle));
    }

    private Node binary(Operation operation, Node x, Node y) {
        return new Node(builder.apply(operation, x.handle, y.handle));
    }
}
