package dev.gradgap.explain;

import dev.gradgap.explain.Explanation.Edge;
import dev.gradgap.explain.Figure.Label;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * A computation graph as an SVG picture, inputs at the bottom: values in green, derivatives in red, the local partial on
 * every edge, nothing overlapping. The same on every machine, byte for byte.
 */
public final class SvgDrawing implements Figure.Content {

    private static final int NAMED_PARTIALS = 12; // operations; in larger graphs names would make the picture too wide

    private final Explanation explanation;
    private final NodeNames names;
    private final OptionalInt input;
    private final double[] derivatives;

    private SvgDrawing(Explanation explanation, OptionalInt input) {
        this.explanation = explanation;
        this.input = input;
        names = explanation.names();
        if (input.isPresent()) {
            derivatives = explanation.tangents(input.getAsInt());
        } else {
            derivatives = explanation.graph().outputs() == 1 ? explanation.adjoints(0) : new double[0];
        }
    }

    /**
     * The picture. Every node carries its derivative with respect to the chosen input, or else, if the function has one
     * output, the derivative of that output with respect to the node.
     *
     * @param input whose forward pass to show; empty for the reverse pass
     */
    public static String render(Explanation explanation, OptionalInt input) {
        SvgDrawing drawing = new SvgDrawing(explanation, input);
        return new Figure(explanation, drawing)
                .render("graph", drawing.description(), drawing.key(), Style.standalone());
    }

    @Override
    public List<List<Label>> node(int node) {
        List<List<Label>> lines = new ArrayList<>(definition(explanation, node));
        lines.add(List.of(new Label("value", Numerals.equal(explanation.value(node)))));
        if (derivatives.length > 0) {
            lines.add(List.of(new Label("derivative", derivative(node))));
        }
        return lines;
    }

    /** The first line of a node's text. */
    static List<List<Label>> definition(Explanation explanation, int node) {
        String formula = explanation.isOperation(node) ? " = " + explanation.formula(node) : "";
        return List.of(List.of(new Label("name", explanation.names().node(node) + formula)));
    }

    private String derivative(int node) {
        String symbol = input.isPresent()
                ? "d" + names.node(node) + "/d" + names.node(input.getAsInt())
                : "d" + names.output(0) + "/d" + names.node(node);
        return symbol + " " + Numerals.equal(derivatives[node]);
    }

    @Override
    public Label edge(int index, Edge edge) {
        return new Label("partial", partial(explanation, edge));
    }

    /** What stands on an edge. */
    static String partial(Explanation explanation, Edge edge) {
        NodeNames names = explanation.names();
        if (explanation.graph().operations() <= NAMED_PARTIALS) {
            return "∂" + names.node(edge.to()) + "/∂" + names.node(edge.from()) + " " + Numerals.equal(edge.partial());
        }
        return (Numerals.isExact(edge.partial()) ? "" : "≈ ") + Numerals.rounded(edge.partial());
    }

    @Override
    public String nodeAttributes(int node) {
        return "";
    }

    @Override
    public String edgeAttributes(int index) {
        return "";
    }

    private List<Label> key() {
        List<Label> key = new ArrayList<>();
        key.add(new Label("value", "green: value"));
        if (derivatives.length > 0) {
            key.add(new Label("derivative", "red: " + about()));
        }
        key.add(new Label("partial", "on an edge: local partial"));
        return key;
    }

    private String about() {
        return input.isPresent()
                ? "derivative with respect to " + names.node(input.getAsInt()) + ", by forward mode"
                : "derivative of " + names.output(0) + ", by reverse mode";
    }

    /** Everything that can be seen, in words. */
    private String description() {
        StringBuilder text = new StringBuilder("A computation graph, inputs at the bottom.");
        for (int node : explanation.nodes()) {
            String formula = explanation.isOperation(node) ? " = " + explanation.formula(node) : "";
            text.append(' ').append(names.node(node)).append(formula).append(' ');
            text.append(Numerals.equal(explanation.value(node)));
            if (derivatives.length > 0) {
                text.append(", ").append(derivative(node));
            }
            text.append('.');
        }
        return text.toString();
    }
}
