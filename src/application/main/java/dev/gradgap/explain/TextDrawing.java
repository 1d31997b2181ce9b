package dev.gradgap.explain;

import dev.gradgap.explain.Explanation.Edge;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * One output's part of a graph as a tree in text, the output on top and inputs at the ends of the branches: on every line a
 * node with its value and the derivative of the output with respect to it. A node that is used several times has its
 * branches below it once. Graphs too deep for that are a list from the output down.
 */
final class TextDrawing {

    private static final int DEEPEST = 12;

    private final Explanation explanation;
    private final Ink ink;
    private final String output;
    private final int top;
    private final double[] adjoints;
    private final List<Line> lines = new ArrayList<>();
    private final Set<Integer> drawn = new HashSet<>();

    /** What stands on a line, and whose value and derivative follow it. */
    private record Line(String text, int node) {}

    TextDrawing(Explanation explanation, Ink ink, int output) {
        this.explanation = explanation;
        this.ink = ink;
        this.output = explanation.names().output(output);
        top = explanation.graph().output(output);
        adjoints = explanation.adjoints(output);
    }

    String render() {
        if (depth() <= DEEPEST) {
            tree(top, "", "");
        } else {
            list();
        }
        int widestText =
                lines.stream().mapToInt(line -> width(line.text())).max().orElse(0);
        int widestValue =
                lines.stream().mapToInt(line -> value(line).length()).max().orElse(0);
        StringBuilder text = new StringBuilder();
        for (Line line : lines) {
            String derivative = "d" + output + "/d" + explanation.names().node(line.node()) + " "
                    + Numerals.equal(adjoints[line.node()]);
            text.append("  ").append(line.text()).append(" ".repeat(widestText - width(line.text()) + 3));
            text.append(ink.value(value(line)))
                    .append(" ".repeat(widestValue - value(line).length() + 3));
            text.append(ink.derivative(derivative)).append('\n');
        }
        return text.toString();
    }

    private String value(Line line) {
        return Numerals.equal(explanation.value(line.node()));
    }

    private static int width(String text) {
        return text.codePointCount(0, text.length());
    }

    private void tree(int node, String branch, String indent) {
        boolean again = explanation.isOperation(node) && !drawn.add(node);
        String name = explanation.names().node(node);
        String formula = explanation.isOperation(node) ? " = " + explanation.formula(node) : "";
        lines.add(new Line(branch + name + (again ? " as above" : formula), node));
        if (again) {
            return;
        }
        List<Edge> operands = explanation.incoming(node);
        for (int e = 0; e < operands.size(); e++) {
            boolean last = e == operands.size() - 1;
            Edge edge = operands.get(e);
            String fork = (last ? "└─ " : "├─ ") + partial(edge) + " ─ ";
            tree(edge.from(), indent + fork, indent + (last ? "   " : "│  "));
        }
    }

    private static String partial(Edge edge) {
        return (Numerals.isExact(edge.partial()) ? "" : "≈ ") + Numerals.rounded(edge.partial());
    }

    private void list() {
        for (int node = top; node >= 0; node--) {
            if (!explanation.graph().isConstant(node)) {
                String formula = explanation.isOperation(node) ? " = " + explanation.formula(node) : "";
                lines.add(new Line(explanation.names().node(node) + formula, node));
            }
        }
    }

    /** The number of operations on the longest path to the output. */
    private int depth() {
        int[] depths = new int[top + 1];
        IntStream.rangeClosed(0, top)
                .forEach(node -> depths[node] = explanation.incoming(node).stream()
                        .mapToInt(edge -> depths[edge.from()] + 1)
                        .max()
                        .orElse(0));
        return depths[top];
    }
}
