package dev.gradgap.explain;

import dev.gradgap.explain.Explanation.Edge;
import dev.gradgap.explain.Figure.Label;
import dev.gradgap.text.Xml;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Computation graphs for a page on which a reader steps through values, partials, forward passes and reverse passes. What is
 * seen at which step is written into the elements: {@code data-from} and {@code data-to}, the first step at which one is
 * shown and the first at which it no longer is, and {@code data-at}, the steps that are about it. The script only moves
 * from step to step; without it the last step is seen, and all steps can be read.
 *
 * @param html a style, then each graph with its buttons and its steps
 * @param script vanilla JavaScript that makes the buttons work
 */
public record StepByStep(String html, String script) {

    /** The walks through some graphs, one after the other. */
    public static StepByStep of(List<Explanation> explanations) {
        StringBuilder html =
                new StringBuilder("<style>\n" + Style.inPage() + resource("walkthrough.css") + "</style>\n");
        for (int w = 0; w < explanations.size(); w++) {
            html.append(new Walk(explanations.get(w)).html("walk" + w));
        }
        return new StepByStep(html.toString(), resource("walkthrough.js"));
    }

    private static String resource(String name) {
        try (InputStream in = StepByStep.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name + " of the jar", e);
        }
    }

    /** One graph and its steps. */
    private static final class Walk implements Figure.Content {

        private final Explanation explanation;
        private final NodeNames names;
        private final ChainRule chainRule;
        private final List<Edge> edges;
        private final List<Step> steps = new ArrayList<>();
        private final Map<Integer, Integer> valueFrom = new HashMap<>();
        private final Map<Integer, Integer> partialsFrom = new HashMap<>();
        private final Map<Integer, List<Derivative>> derivatives = new HashMap<>();
        private final Map<Integer, List<Integer>> nodeAt = new HashMap<>();
        private final Map<Integer, List<Integer>> edgeAt = new HashMap<>();
        private int forwardVisits;
        private int reverseVisits;

        /** What a step says, and the edges visited until then by each mode. */
        private record Step(String text, int forwardVisits, int reverseVisits) {}

        /** A derivative shown at a node from one step on until before another. */
        private record Derivative(String text, int from, int to) {}

        Walk(Explanation explanation) {
            this.explanation = explanation;
            names = explanation.names();
            chainRule = new ChainRule(explanation, Ink.PLAIN);
            edges = explanation.edges();
            step("The graph: inputs at the bottom, an operation in every node above.");
            values();
            explanation.forwardOrder().forEach(this::forward);
            IntStream.range(0, explanation.graph().outputs()).forEach(this::reverse);
            int inputs = explanation.graph().inputs();
            int outputs = explanation.graph().outputs();
            step("Edges visited: forward mode " + forwardVisits + ", reverse mode " + reverseVisits + ". "
                    + TextWalkthrough.factor(inputs, outputs) + ".");
        }

        private void step(String text) {
            steps.add(new Step(text, forwardVisits, reverseVisits));
        }

        /** Marks what the next step is about. */
        private void about(int node, List<Edge> touched) {
            nodeAt.computeIfAbsent(node, key -> new ArrayList<>()).add(steps.size());
            for (int e = 0; e < edges.size(); e++) {
                if (touched.contains(edges.get(e))) {
                    edgeAt.computeIfAbsent(e, key -> new ArrayList<>()).add(steps.size());
                }
            }
        }

        private void values() {
            for (int node : explanation.nodes()) {
                about(node, List.of());
                valueFrom.put(node, steps.size());
                String formula = explanation.isOperation(node) ? " = " + explanation.formula(node) : "";
                step("Values, from the inputs up: " + names.node(node) + formula + " "
                        + Numerals.equal(explanation.value(node)));
            }
            for (int node : explanation.nodes()) {
                List<Edge> incoming = explanation.incoming(node);
                if (!incoming.isEmpty()) {
                    about(node, incoming);
                    partialsFrom.put(node, steps.size());
                    step("Local partials of " + names.node(node) + " = " + explanation.formula(node) + ": "
                            + incoming.stream().map(chainRule::partial).collect(Collectors.joining(", ")));
                }
            }
        }

        private void forward(int input) {
            double[] tangents = explanation.tangents(input);
            int end = steps.size() + explanation.nodes().size();
            for (int node : explanation.nodes()) {
                String symbol = "d" + names.node(node) + "/d" + names.node(input);
                derivative(node, symbol + " " + Numerals.equal(tangents[node]), end);
                about(node, explanation.incoming(node));
                forwardVisits += explanation.incoming(node).size();
                step("Forward mode from " + names.node(input) + ": " + chainRule.forward(node, input, tangents));
            }
        }

        private void reverse(int output) {
            double[] adjoints = explanation.adjoints(output);
            List<Integer> reached = explanation.nodes().stream()
                    .filter(node -> node <= explanation.graph().output(output))
                    .toList();
            boolean last = output == explanation.graph().outputs() - 1;
            int end = last ? Integer.MAX_VALUE : steps.size() + reached.size();
            for (int p = reached.size() - 1; p >= 0; p--) {
                int node = reached.get(p);
                String symbol = "d" + names.output(output) + "/d" + names.node(node);
                derivative(node, symbol + " " + Numerals.equal(adjoints[node]), end);
                List<Edge> outgoing = explanation.outgoing(node).stream()
                        .filter(edge -> edge.to() <= explanation.graph().output(output))
                        .toList();
                about(node, outgoing);
                reverseVisits += outgoing.size();
                step("Reverse mode from " + names.output(output) + ": " + chainRule.reverse(node, output, adjoints));
            }
        }

        private void derivative(int node, String text, int end) {
            derivatives.computeIfAbsent(node, key -> new ArrayList<>()).add(new Derivative(text, steps.size(), end));
        }

        @Override
        public List<List<Label>> node(int node) {
            List<List<Label>> lines = new ArrayList<>(SvgDrawing.definition(explanation, node));
            String value = Numerals.equal(explanation.value(node));
            lines.add(List.of(new Label("value", value, shown(valueFrom.get(node), Integer.MAX_VALUE))));
            lines.add(derivatives.getOrDefault(node, List.of()).stream()
                    .map(derivative ->
                            new Label("derivative", derivative.text(), shown(derivative.from(), derivative.to())))
                    .toList());
            return lines;
        }

        @Override
        public Label edge(int index, Edge edge) {
            String text = SvgDrawing.partial(explanation, edge);
            return new Label("partial", text, shown(partialsFrom.get(edge.to()), Integer.MAX_VALUE));
        }

        /** When an element is shown; those that the last step does not show are invisible until the script comes. */
        private String shown(int from, int to) {
            return " data-from=\"" + from + "\""
                    + (to == Integer.MAX_VALUE ? "" : " data-to=\"" + to + "\" visibility=\"hidden\"");
        }

        @Override
        public String nodeAttributes(int node) {
            return at(nodeAt.getOrDefault(node, List.of()));
        }

        @Override
        public String edgeAttributes(int index) {
            return at(edgeAt.getOrDefault(index, List.of()));
        }

        private static String at(List<Integer> steps) {
            return " data-at=\"" + steps.stream().map(String::valueOf).collect(Collectors.joining(" ")) + "\"";
        }

        String html(String id) {
            String title = Xml.escape(explanation.title());
            StringBuilder html = new StringBuilder();
            html.append("<div class=\"walk\" tabindex=\"0\" role=\"group\" aria-label=\"Step by step: ")
                    .append(title)
                    .append("\">\n<h3>")
                    .append(title)
                    .append("</h3>\n<div class=\"walk-buttons\" hidden>");
            button(html, "first", "First");
            button(html, "back", "Back");
            button(html, "play", "Play");
            button(html, "next", "Next");
            button(html, "last", "Last");
            html.append("<span class=\"walk-count\"></span></div>\n<p class=\"walk-step\" aria-live=\"polite\"></p>\n");
            html.append("<p class=\"walk-visits\" hidden></p>\n<div class=\"walk-picture\">");
            String description = "A computation graph, inputs at the bottom. The steps below tell every number in it.";
            html.append(new Figure(explanation, this).render(id, description, List.of(), ""));
            html.append("</div>\n<details><summary>All steps as text</summary>\n<ol class=\"walk-steps\">\n");
            for (Step step : steps) {
                html.append("<li data-forward=\"")
                        .append(step.forwardVisits())
                        .append("\" data-reverse=\"")
                        .append(step.reverseVisits())
                        .append("\">")
                        .append(Xml.escape(step.text()))
                        .append("</li>\n");
            }
            return html.append("</ol></details>\n</div>\n").toString();
        }

        private static void button(StringBuilder html, String name, String text) {
            html.append("<button type=\"button\" data-go=\"")
                    .append(name)
                    .append("\">")
                    .append(text)
                    .append("</button> ");
        }
    }
}
