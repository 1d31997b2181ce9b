package dev.gradgap.explain;

import dev.gradgap.explain.Explanation.Edge;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The chain rule written out at one node: in names, in numbers, and its result. Forward mode sums over the edges into a
 * node, reverse mode over the edges out of it (Griewank and Walther, 2nd ed., tables 3.4 and 3.6).
 */
final class ChainRule {

    private static final int TERMS_IN_FULL = 4;

    private final Explanation explanation;
    private final NodeNames names;
    private final Ink ink;

    ChainRule(Explanation explanation, Ink ink) {
        this.explanation = explanation;
        this.ink = ink;
        names = explanation.names();
    }

    /** One factor after another: the local partial's name and the derivative's, with their values. */
    private record Term(String symbols, double left, double right) {

        boolean isExact() {
            return Numerals.isExact(left) && Numerals.isExact(right);
        }

        /** Whether the product of the numbers shown is not off because they are rounded. */
        boolean hasExactProduct() {
            return isExact() || left == 0 || right == 0;
        }

        String numbers() {
            return Numerals.operand(Numerals.rounded(left)) + " * " + Numerals.operand(Numerals.rounded(right));
        }
    }

    /** A derivative and its value: {@code de/db = 5}. */
    String derivative(String of, String withRespectTo, double value) {
        return symbol(of, withRespectTo) + " " + ink.derivative(Numerals.equal(value));
    }

    /** A local partial and its value: {@code ∂c/∂a = 1}. */
    String partial(Edge edge) {
        return partialSymbol(edge) + " " + Numerals.equal(edge.partial());
    }

    /** How the derivative of a node with respect to an input follows from those of its operands. */
    String forward(int node, int input, double[] tangents) {
        String wrt = names.node(input);
        List<Term> terms = explanation.incoming(node).stream()
                .map(edge -> new Term(
                        partialSymbol(edge) + " * " + symbol(names.node(edge.from()), wrt),
                        edge.partial(),
                        tangents[edge.from()]))
                .toList();
        return working(symbol(names.node(node), wrt), terms, tangents[node]);
    }

    /** How the derivative of an output with respect to a node follows from those with respect to its users. */
    String reverse(int node, int output, double[] adjoints) {
        String of = names.output(output);
        int start = explanation.graph().output(output);
        List<Term> terms = explanation.outgoing(node).stream()
                .filter(edge -> edge.to() <= start) // later nodes are no part of this output
                .map(edge -> new Term(
                        symbol(of, names.node(edge.to())) + " * " + partialSymbol(edge),
                        adjoints[edge.to()],
                        edge.partial()))
                .toList();
        return working(symbol(of, names.node(node)), terms, adjoints[node]);
    }

    private String working(String symbol, List<Term> terms, double result) {
        if (terms.isEmpty()) {
            return symbol + " " + ink.derivative(Numerals.equal(result));
        }
        boolean exact = terms.stream().allMatch(Term::isExact);
        boolean exactSum = terms.stream().allMatch(Term::hasExactProduct) && Numerals.isExact(result);
        String end = Numerals.sign(exactSum) + Numerals.rounded(result);
        if (terms.size() > TERMS_IN_FULL) {
            return symbol + " = the sum over " + terms.size() + " edges " + ink.derivative(end);
        }
        String symbols = terms.stream().map(Term::symbols).collect(Collectors.joining(" + "));
        String numbers = terms.stream().map(Term::numbers).collect(Collectors.joining(" + "));
        return symbol + " = " + symbols + " " + Numerals.sign(exact) + numbers + " " + ink.derivative(end);
    }

    private static String symbol(String of, String withRespectTo) {
        return "d" + of + "/d" + withRespectTo;
    }

    private String partialSymbol(Edge edge) {
        return "∂" + names.node(edge.to()) + "/∂" + names.node(edge.from());
    }
}
