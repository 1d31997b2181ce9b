package dev.gradgap.graph;

import dev.gradgap.function.Arithmetic;
import dev.gradgap.function.BinaryElemental;
import dev.gradgap.function.Branching;
import dev.gradgap.function.DifferentiableFunction;
import dev.gradgap.function.Inputs;
import dev.gradgap.function.UnaryElemental;
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
     * The graph of a function; a {@link GraphFunction}'s own graph is returned as it is, and of a {@link Branching} function
     * that of its path at its own point.
     *
     * <p>One evaluation; time and memory linear in the number of operations.
     *
     * @throws IllegalStateException if the function leaves an output unset
     */
    public static Graph trace(DifferentiableFunction function) {
        if (function instanceof GraphFunction recorded) {
            return recorded.graph();
        }
        if (function instanceof Branching branching) {
            return trace(branching.path());
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
    public Node apply(UnaryElemental f, Node x) {
        return new Node(builder.apply(Operation.of(f), x.handle));
    }

    @Override
    public Node apply(BinaryElemental f, Node x, Node y) {
        return new Node(builder.apply(Operation.of(f), x.handle, y.handle));
    }
}
