package dev.gradgap.explain;

import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A computation graph told in text: values, local partials, forward mode from each input, reverse mode from each output,
 * both on one drawing, what the gates do, edges visited. Where there are many passes, the first and the last are told in
 * full and the others by their results.
 */
public final class TextWalkthrough {

    private static final int PASSES_IN_FULL = 4;

    private final Explanation explanation;
    private final NodeNames names;
    private final ChainRule chainRule;
    private final Ink ink;
    private final int inputs;
    private final int outputs;
    private final long edges;
    private final StringBuilder text = new StringBuilder();

    private TextWalkthrough(Explanation explanation, Ink ink) {
        this.explanation = explanation;
        this.ink = ink;
        names = explanation.names();
        chainRule = new ChainRule(explanation, ink);
        inputs = explanation.graph().inputs();
        outputs = explanation.graph().outputs();
        edges = explanation.graph().edges();
    }

    /** Everything. */
    public static String render(Explanation explanation, Ink ink) {
        TextWalkthrough walkthrough = new TextWalkthrough(explanation, ink);
        walkthrough.values();
        walkthrough.forward();
        walkthrough.reverse();
        walkthrough.drawing();
        walkthrough.gates();
        walkthrough.edgesVisited();
        return walkthrough.text.toString();
    }

    /**
     * The values and the forward pass from one input.
     *
     * @param input from 0 to n - 1
     */
    public static String render(Explanation explanation, Ink ink, int input) {
        TextWalkthrough walkthrough = new TextWalkthrough(explanation, ink);
        walkthrough.values();
        walkthrough.heading("Forward mode: the derivative of every node with respect to "
                + explanation.names().node(input));
        walkthrough.forwardPass(input);
        walkthrough.heading("Edges visited");
        walkthrough.line("  forward mode from " + explanation.names().node(input) + ": 1 pass x "
                + count(walkthrough.edges, "edge", "s"));
        return walkthrough.text.toString();
    }

    private void values() {
        text.append(ink.heading(explanation.title())).append('\n');
        line(count(inputs, "input", "s") + ", " + count(explanation.graph().operations(), "operation", "s") + ", "
                + count(outputs, "output", "s") + ", " + count(edges, "edge", "s"));
        heading("Values from the inputs up, and the local partial on every edge");
        int widest = explanation.nodes().stream()
                .mapToInt(node -> definition(node).length()
                        + Numerals.equal(explanation.value(node)).length())
                .max()
                .orElse(0);
        for (int node : explanation.nodes()) {
            String value = Numerals.equal(explanation.value(node));
            String partials = explanation.incoming(node).stream()
                    .map(edge -> "   " + chainRule.partial(edge))
                    .collect(Collectors.joining());
            int padding = partials.isEmpty() ? 0 : widest - definition(node).length() - value.length();
            line("  " + definition(node) + ink.value(value) + " ".repeat(padding) + partials);
        }
        forEachAlias(j -> {
            int node = explanation.graph().output(j);
            String same = explanation.graph().isConstant(node) ? " " : " = " + names.node(node) + " ";
            line("  " + names.output(j) + same + ink.value(Numerals.equal(explanation.value(node))));
        });
    }

    private String definition(int node) {
        String formula = explanation.isOperation(node) ? " = " + explanation.formula(node) : "";
        return names.node(node) + formula + " ";
    }

    private void forward() {
        List<Integer> order = explanation.forwardOrder();
        IntFunction<String> about = p -> "every node with respect to " + names.node(order.get(p));
        passes("Forward mode", inputs, about, p -> forwardPass(order.get(p)), p -> {
            int i = order.get(p);
            double[] tangents = explanation.tangents(i);
            return IntStream.range(0, outputs)
                    .mapToObj(j -> chainRule.derivative(
                            names.output(j),
                            names.node(i),
                            tangents[explanation.graph().output(j)]))
                    .collect(Collectors.joining(", "));
        });
    }

    private void forwardPass(int input) {
        double[] tangents = explanation.tangents(input);
        for (int node : explanation.nodes()) {
            line("  " + chainRule.forward(node, input, tangents));
        }
        forEachAlias(j -> line("  "
                + chainRule.derivative(
                        names.output(j),
                        names.node(input),
                        tangents[explanation.graph().output(j)])));
    }

    private void reverse() {
        IntFunction<String> about = j -> names.output(j) + " with respect to every node";
        passes("Reverse mode", outputs, about, this::reversePass, j -> {
            double[] adjoints = explanation.adjoints(j);
            return IntStream.range(0, inputs)
                    .mapToObj(i -> chainRule.derivative(names.output(j), names.node(i), adjoints[i]))
                    .collect(Collectors.joining(", "));
        });
    }

    private void reversePass(int output) {
        double[] adjoints = explanation.adjoints(output);
        List<Integer> nodes = explanation.nodes();
        for (int position = nodes.size() - 1; position >= 0; position--) {
            if (nodes.get(position) <= explanation.graph().output(output)) {
                line("  " + chainRule.reverse(nodes.get(position), output, adjoints));
            }
        }
    }

    /** All passes of a mode, each in full or by its results. */
    private void passes(
            String mode, int passes, IntFunction<String> about, IntConsumer inFull, IntFunction<String> results) {
        for (int p = 0; p < passes; p++) {
            String pass = mode + (passes == 1 ? ", one pass" : ", pass " + (p + 1) + " of " + passes);
            if (isInFull(p, passes)) {
                heading(pass + ": the derivative of " + about.apply(p));
                inFull.accept(p);
            } else {
                line((p == 1 ? "\n" : "") + pass + ": " + results.apply(p));
            }
        }
    }

    private static boolean isInFull(int pass, int passes) {
        return passes <= PASSES_IN_FULL || pass == 0 || pass == passes - 1;
    }

    private void drawing() {
        for (int j = 0; j < outputs; j++) {
            if (isInFull(j, outputs)
                    && explanation.isOperation(explanation.graph().output(j))) {
                heading("Values and gradient on one drawing: " + names.output(j)
                        + " on top, the local partial on every branch");
                text.append(new TextDrawing(explanation, ink, j).render());
            }
        }
    }

    private void gates() {
        if (outputs == 1) {
            List<String> sentences = new GateSentences(explanation, 0).sentences();
            if (!sentences.isEmpty()) {
                heading("What the gates do to the gradient");
                sentences.forEach(sentence -> line("  " + sentence));
            }
        }
    }

    private void edgesVisited() {
        heading("Edges visited");
        line("  forward mode: " + count(inputs, "pass", "es") + " x " + count(edges, "edge", "s") + " = "
                + inputs * edges);
        line("  reverse mode: " + count(outputs, "pass", "es") + " x " + count(edges, "edge", "s") + " = "
                + outputs * edges);
        line("  " + factor(inputs, outputs));
    }

    /** The passes of both modes and what follows from them. */
    static String factor(int inputs, int outputs) {
        String passes = count(inputs, "pass", "es") + " against " + outputs + ": ";
        if (inputs == outputs) {
            return passes + "both modes visit as many edges, a factor of 1";
        }
        String more = inputs > outputs ? "forward" : "reverse";
        String less = inputs > outputs ? "reverse" : "forward";
        double factor = (double) Math.max(inputs, outputs) / Math.min(inputs, outputs);
        String number = (Numerals.isExact(factor) ? "" : "≈ ") + Numerals.rounded(factor);
        String times = factor == 2 ? "twice" : number + " times";
        return passes + more + " mode visits " + times + " as many edges as " + less + " mode, a factor of " + number;
    }

    /** The outputs that are no node of their own: an input, a constant, or the same node as another output. */
    private void forEachAlias(IntConsumer action) {
        IntStream.range(0, outputs)
                .filter(j ->
                        !names.output(j).equals(names.node(explanation.graph().output(j))))
                .forEach(action);
    }

    private static String count(long number, String thing, String plural) {
        return number + " " + thing + (number == 1 ? "" : plural);
    }

    private void heading(String heading) {
        text.append('\n').append(ink.heading(heading)).append('\n');
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
