package dev.gradgap.graph;

import java.util.HashSet;
import java.util.Set;
import java.util.function.IntFunction;

/**
 * A graph in the DOT language, for Graphviz and other programs that draw graphs.
 *
 * <p>Inputs are boxes at the bottom, operations ellipses, constants without a border; outputs have a double border.
 * Node i of the graph is {@code n<i>} in the text. An edge leads from an operand to its operation; edges from
 * constants, along which no derivative travels, are dotted.
 *
 * <p>Source: E. R. Gansner and S. C. North, An open graph visualization system and its applications to software
 * engineering, Software: Practice and Experience 30(11), 2000.
 */
public final class Dot {

    /** Names the edges of a graph. */
    @FunctionalInterface
    public interface EdgeLabel {

        /**
         * The label of an edge, empty for none; several lines are parted by a line feed.
         *
         * @param operation k, from 0 to the graph's number of operations - 1
         * @param second false for the edge from the operation's first operand, true for the one from its second
         */
        String of(int operation, boolean second);
    }

    private final Graph graph;
    private final StringBuilder text = new StringBuilder();

    private Dot(Graph graph) {
        this.graph = graph;
    }

    /** A graph with the names x0, x1, ... for its inputs, values for its constants and symbols for its operations. */
    public static String of(Graph graph) {
        return of(graph, node -> label(graph, node, i -> "x" + i), (operation, second) -> "");
    }

    /**
     * A graph with labels; time and length are linear in its size.
     *
     * @param nodeLabel gives the label of each node, from 0 to {@code graph.nodes() - 1}; several lines are parted by
     *     a line feed
     * @param edgeLabel gives the label of each edge
     */
    public static String of(Graph graph, IntFunction<String> nodeLabel, EdgeLabel edgeLabel) {
        return new Dot(graph).write(nodeLabel, edgeLabel);
    }

    /**
     * The usual label of a node: an input's name, a constant's value, or an operation's symbol.
     *
     * @param inputName gives the name of each input, from 0 to {@code graph.inputs() - 1}
     */
    public static String label(Graph graph, int node, IntFunction<String> inputName) {
        if (graph.isInput(node)) {
            return inputName.apply(node);
        }
        if (graph.isConstant(node)) {
            double value = graph.constant(node - graph.inputs());
            return value == (int) value ? Integer.toString((int) value) : Double.toString(value);
        }
        return graph.operation(node - graph.firstOperationNode()).symbol();
    }

    private String write(IntFunction<String> nodeLabel, EdgeLabel edgeLabel) {
        text.append("digraph {\n  rankdir=BT;\n");
        Set<Integer> outputs = new HashSet<>();
        for (int j = 0; j < graph.outputs(); j++) {
            outputs.add(graph.output(j));
        }
        for (int node = 0; node < graph.nodes(); node++) {
            text.append("  n").append(node).append(" [label=").append(quote(nodeLabel.apply(node)));
            text.append(", shape=").append(shape(node));
            if (outputs.contains(node)) {
                text.append(", peripheries=2");
            }
            text.append("];\n");
        }
        for (int k = 0; k < graph.operations(); k++) {
            edge(graph.first(k), k, edgeLabel.of(k, false));
            if (graph.operation(k).arity() == 2) {
                edge(graph.second(k), k, edgeLabel.of(k, true));
            }
        }
        return text.append("}\n").toString();
    }

    private String shape(int node) {
        if (graph.isInput(node)) {
            return "box";
        }
        return graph.isConstant(node) ? "plaintext" : "ellipse";
    }

    private void edge(int operand, int k, String label) {
        text.append("  n").append(operand).append(" -> n").append(graph.firstOperationNode() + k);
        String style = graph.isConstant(operand) ? "style=dotted" : "";
        String named = label.isEmpty() ? "" : "label=" + quote(label);
        if (!style.isEmpty() || !named.isEmpty()) {
            text.append(" [").append(style).append(style.isEmpty() || named.isEmpty() ? "" : ", ");
            text.append(named).append(']');
        }
        text.append(";\n");
    }

    private static String quote(String label) {
        return '"' + label.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }
}
