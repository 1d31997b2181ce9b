package dev.gradgap.explain;

import dev.gradgap.graph.Graph;
import dev.gradgap.graph.Operation;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the operations called gates do to a gradient that reaches them from above, in words and numbers: addition
 * distributes it, maximum and minimum route it, multiplication switches its operands.
 *
 * <p>Source: A. Karpathy, CS231n Convolutional Neural Networks for Visual Recognition, Stanford, course notes on
 * back-propagation (patterns in backward flow).
 */
final class GateSentences {

    private static final int EVERY_GATE = 6;

    private final Explanation explanation;
    private final Graph graph;
    private final NodeNames names;
    private final int top;
    private final double[] adjoints;

    GateSentences(Explanation explanation, int output) {
        this.explanation = explanation;
        graph = explanation.graph();
        names = explanation.names();
        top = graph.output(output);
        adjoints = explanation.adjoints(output);
    }

    /** A sentence for each gate, in the order of the reverse sweep; where there are many, for the first of each kind. */
    List<String> sentences() {
        List<String> all = new ArrayList<>();
        List<String> firsts = new ArrayList<>();
        Set<Operation> seen = EnumSet.noneOf(Operation.class);
        for (int k = top - graph.firstOperationNode(); k >= 0; k--) {
            Optional<String> sentence = sentence(k);
            sentence.ifPresent(all::add);
            if (sentence.isPresent() && seen.add(graph.operation(k))) {
                firsts.add(sentence.get());
            }
        }
        return all.size() <= EVERY_GATE ? all : firsts;
    }

    private Optional<String> sentence(int k) {
        boolean twoOperands = graph.operation(k).arity() == 2 && graph.first(k) != graph.second(k);
        boolean constant = graph.isConstant(graph.first(k)) || graph.isConstant(graph.second(k));
        return switch (graph.operation(k)) {
            case ADD, SUBTRACT -> twoOperands && !constant ? Optional.of(distributes(k)) : Optional.empty();
            case MULTIPLY -> twoOperands && !constant ? Optional.of(switches(k)) : Optional.empty();
            case MAX, MIN -> twoOperands ? Optional.of(routes(k)) : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** The operation, and the gradient that reaches it: {@code v3 = v1 + v2 distributes: the gradient 2}. */
    private String subject(int k, String verb) {
        int node = graph.firstOperationNode() + k;
        return names.node(node) + " = " + names.formula(k) + " " + verb + ": the gradient " + number(adjoints[node]);
    }

    private String distributes(int k) {
        String first = names.node(graph.first(k));
        String second = names.node(graph.second(k));
        double adjoint = adjoints[graph.firstOperationNode() + k];
        return graph.operation(k) == Operation.ADD
                ? subject(k, "distributes") + " goes on to " + first + " and to " + second + " alike, "
                        + number(adjoint) + " each"
                : subject(k, "distributes") + " goes on to " + first + " as it is, " + number(adjoint) + ", and to "
                        + second + " with its sign turned, " + number(-adjoint);
    }

    private String switches(int k) {
        return subject(k, "switches") + " goes to " + product(k, graph.first(k), graph.second(k)) + ", and to "
                + product(k, graph.second(k), graph.first(k));
    }

    /** {@code x times the value of y, 2 * (-4) = -8}. */
    private String product(int k, int to, int other) {
        double adjoint = adjoints[graph.firstOperationNode() + k];
        double factor = explanation.value(other);
        return names.node(to) + " times the value of " + names.node(other) + ", "
                + Numerals.operand(Numerals.rounded(adjoint)) + " * " + Numerals.operand(Numerals.rounded(factor)) + " "
                + Numerals.equal(adjoint * factor);
    }

    private String routes(int k) {
        boolean first = explanation.partial(k, false) != 0;
        int to = first ? graph.first(k) : graph.second(k);
        int other = first ? graph.second(k) : graph.first(k);
        String size = graph.operation(k) == Operation.MAX ? "larger" : "smaller";
        boolean tie = explanation.value(to) == explanation.value(other);
        String reason = tie ? "the first of two equal operands" : "the " + size + " operand";
        return subject(k, "routes") + " goes whole to " + operand(to) + ", " + reason
                + (graph.isConstant(to) ? " and a constant, where it ends" : "")
                + (graph.isConstant(other) ? "" : "; " + operand(other) + " receives 0");
    }

    /** {@code z = 2}, or a constant's value alone. */
    private String operand(int node) {
        return graph.isConstant(node)
                ? names.node(node)
                : names.node(node) + " " + Numerals.equal(explanation.value(node));
    }

    private static String number(double x) {
        return (Numerals.isExact(x) ? "" : "≈ ") + Numerals.rounded(x == 0 ? 0 : x);
    }
}
