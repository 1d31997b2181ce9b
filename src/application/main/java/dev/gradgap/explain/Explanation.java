package dev.gradgap.explain;

import dev.gradgap.graph.Graph;
import dev.gradgap.graph.Linearization;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * A computation graph at one point, with a name for every node: what {@link TextWalkthrough} tells, {@link
 * SvgDrawing} and {@link DotDrawing} draw and {@link StepByStep} plays. Immutable.
 */
public final class Explanation {

    /** A graph with more operations, or more inputs, is too large to tell node by node. */
    public static final int LARGEST = 60;

    private final String title;
    private final Graph graph;
    private final NodeNames names;
    private final Linearization linearization;

    /**
     * Evaluates a graph and its local partials at a point; time linear in the number of operations.
     *
     * @param title what the function is, one line
     * @param graph the graph, small enough as {@link #isSmall} says
     * @param x the point, length n
     * @param inputName the name of each input
     */
    public Explanation(String title, Graph graph, double[] x, IntFunction<String> inputName) {
        if (!isSmall(graph)) {
            throw new IllegalArgumentException(
                    "a graph of " + graph.operations() + " operations is too large to explain");
        }
        this.title = title;
        this.graph = graph;
        names = new NodeNames(graph, inputName);
        linearization = new Linearization(graph);
        linearization.at(x);
    }

    /** Whether a graph can be told node by node. */
    public static boolean isSmall(Graph graph) {
        return graph.operations() <= LARGEST && graph.inputs() <= LARGEST;
    }

    /** The input with a name or, written in digits, at a position from 0; empty if there is none. */
    public OptionalInt input(String nameOrIndex) {
        OptionalInt named = IntStream.range(0, graph.inputs())
                .filter(i -> names.node(i).equals(nameOrIndex))
                .findFirst();
        if (named.isPresent()) {
            return named;
        }
        return IntStream.range(0, graph.inputs())
                .filter(i -> Integer.toString(i).equals(nameOrIndex))
                .findFirst();
    }

    /** The names of the inputs, in order. */
    public List<String> inputNames() {
        return IntStream.range(0, graph.inputs()).mapToObj(names::node).toList();
    }

    /**
     * An edge along which derivatives travel.
     *
     * @param from the operand's node, an input or an operation
     * @param to the operation's node
     * @param partial the derivative of the operation with respect to this operand alone
     */
    record Edge(int from, int to, double partial) {}

    String title() {
        return title;
    }

    Graph graph() {
        return graph;
    }

    NodeNames names() {
        return names;
    }

    double value(int node) {
        return linearization.value(node);
    }

    /** The nodes a derivative can reach, in evaluation order: all but the constants. */
    List<Integer> nodes() {
        return IntStream.range(0, graph.nodes())
                .filter(node -> !graph.isConstant(node))
                .boxed()
                .toList();
    }

    boolean isOperation(int node) {
        return node >= graph.firstOperationNode();
    }

    String formula(int node) {
        return names.formula(node - graph.firstOperationNode());
    }

    /** The local partial of operation k with respect to its first or second operand. */
    double partial(int k, boolean second) {
        return second ? linearization.secondPartial(k) : linearization.firstPartial(k);
    }

    /** The edges into a node, from its operands; none for an input. */
    List<Edge> incoming(int node) {
        List<Edge> edges = new ArrayList<>();
        if (isOperation(node)) {
            int k = node - graph.firstOperationNode();
            if (!graph.isConstant(graph.first(k))) {
                edges.add(new Edge(graph.first(k), node, partial(k, false)));
            }
            if (graph.operation(k).arity() == 2 && !graph.isConstant(graph.second(k))) {
                edges.add(new Edge(graph.second(k), node, partial(k, true)));
            }
        }
        return edges;
    }

    /** All edges, in the order of the operations they lead to. */
    List<Edge> edges() {
        return nodes().stream().flatMap(node -> incoming(node).stream()).toList();
    }

    /** The edges out of a node, to the operations that use it. */
    List<Edge> outgoing(int node) {
        return IntStream.range(graph.firstOperationNode(), graph.nodes())
                .boxed()
                .flatMap(user -> incoming(user).stream())
                .filter(edge -> edge.from() == node)
                .toList();
    }

    /**
     * The inputs in the order in which forward passes are told: first the one that is used most often, where derivatives
     * along several paths add, then the others as they come.
     */
    List<Integer> forwardOrder() {
        List<Integer> order = new ArrayList<>();
        IntStream.range(0, graph.inputs()).forEach(order::add);
        int mostUsed = 0;
        for (int i = 1; i < graph.inputs(); i++) {
            mostUsed = outgoing(i).size() > outgoing(mostUsed).size() ? i : mostUsed;
        }
        order.remove(mostUsed);
        order.add(0, mostUsed);
        return order;
    }

    /** The derivative of every node with respect to an input: one forward pass. */
    double[] tangents(int input) {
        double[] tangents = new double[graph.nodes()];
        tangents[input] = 1;
        linearization.pushForward(tangents);
        return tangents;
    }

    /** The derivative of an output with respect to every node: one reverse pass. */
    double[] adjoints(int output) {
        double[] adjoints = new double[graph.nodes()];
        adjoints[graph.output(output)] = 1;
        linearization.pullBack(adjoints);
        return adjoints;
    }
}
