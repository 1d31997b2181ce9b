package dev.gradgap.explain;

import dev.gradgap.graph.Dot;
import dev.gradgap.graph.Graph;
import java.util.OptionalInt;
import java.util.function.IntFunction;

/**
 * A computation graph in Graphviz' DOT language, inputs at the bottom: nodes with their values and derivatives, edges with
 * their local partials.
 */
public final class DotDrawing {

    private DotDrawing() {}

    /**
     * The drawing. Every node carries its derivative with respect to the chosen input, or else, if the function has one
     * output, the derivative of that output with respect to the node.
     *
     * @param input whose forward pass to show; empty for the reverse pass
     */
    public static String render(Explanation explanation, OptionalInt input) {
        Graph graph = explanation.graph();
        IntFunction<String> derivative = derivative(explanation, input);
        return Dot.of(
                graph,
                node -> graph.isConstant(node)
                        ? explanation.names().node(node)
                        : definition(explanation, node) + derivative.apply(node),
                (k, second) -> partial(explanation, k, second));
    }

    private static String definition(Explanation explanation, int node) {
        String formula = explanation.isOperation(node) ? " = " + explanation.formula(node) : "";
        return explanation.names().node(node) + formula + "\n" + Numerals.equal(explanation.value(node));
    }

    /** The last line of a node's label. */
    private static IntFunction<String> derivative(Explanation explanation, OptionalInt input) {
        NodeNames names = explanation.names();
        if (input.isPresent()) {
            String wrt = names.node(input.getAsInt());
            double[] tangents = explanation.tangents(input.getAsInt());
            return node -> "\nd" + names.node(node) + "/d" + wrt + " " + Numerals.equal(tangents[node]);
        }
        if (explanation.graph().outputs() == 1) {
            double[] adjoints = explanation.adjoints(0);
            return node -> "\nd" + names.output(0) + "/d" + names.node(node) + " " + Numerals.equal(adjoints[node]);
        }
        return node -> "";
    }

    private static String partial(Explanation explanation, int k, boolean second) {
        Graph graph = explanation.graph();
        int operand = second ? graph.second(k) : graph.first(k);
        if (graph.isConstant(operand)) {
            return "";
        }
        double partial = explanation.partial(k, second);
        return (Numerals.isExact(partial) ? "" : "≈ ") + Numerals.rounded(partial);
    }
}
