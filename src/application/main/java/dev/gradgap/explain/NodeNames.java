package dev.gradgap.explain;

import dev.gradgap.graph.Graph;
import dev.gradgap.graph.Operation;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What the nodes of a graph are called. Inputs have the names the function gives them. Where these are the first letters
 * of the alphabet, the operations take the letters after them, as in a lecture (a and b, then c, d, e); elsewhere they are
 * v1, v2 ... as in Griewank and Walther, and the outputs f, or y0, y1 ...
 */
final class NodeNames {

    private static final char LAST_LETTER = 'z';

    private final Graph graph;
    private final String[] nodes;
    private final String[] outputs;

    NodeNames(Graph graph, IntFunction<String> inputName) {
        this.graph = graph;
        nodes = new String[graph.nodes()];
        outputs = new String[graph.outputs()];
        for (int i = 0; i < graph.inputs(); i++) {
            nodes[i] = inputName.apply(i);
        }
        for (int c = 0; c < graph.constants(); c++) {
            nodes[graph.inputs() + c] = Numerals.full(graph.constant(c));
        }
        if (inputsStartTheAlphabet()) {
            nameByLetters();
        } else {
            nameByNumbers();
        }
    }

    private boolean inputsStartTheAlphabet() {
        boolean letters =
                IntStream.range(0, graph.inputs()).allMatch(i -> nodes[i].equals(Character.toString('a' + i)));
        return letters && graph.inputs() + graph.operations() <= LAST_LETTER - 'a' + 1;
    }

    private void nameByLetters() {
        for (int k = 0; k < graph.operations(); k++) {
            nodes[graph.firstOperationNode() + k] = Character.toString('a' + graph.inputs() + k);
        }
        for (int j = 0; j < graph.outputs(); j++) {
            outputs[j] = nodes[graph.output(j)];
        }
    }

    private void nameByNumbers() {
        Set<String> taken = new HashSet<>(Arrays.asList(nodes).subList(0, graph.inputs()));
        String output = prefix(taken, graph.outputs() == 1 ? List.of("f", "y", "out") : List.of("y", "f", "out"));
        for (int j = 0; j < graph.outputs(); j++) {
            outputs[j] = graph.outputs() == 1 ? output : output + j;
            if (graph.output(j) >= graph.firstOperationNode() && nodes[graph.output(j)] == null) {
                nodes[graph.output(j)] = outputs[j];
            }
        }
        taken.addAll(Arrays.asList(outputs));
        String operation = prefix(taken, List.of("v", "t", "node"));
        for (int k = 0; k < graph.operations(); k++) {
            int node = graph.firstOperationNode() + k;
            if (nodes[node] == null) {
                nodes[node] = operation + (k + 1);
            }
        }
    }

    /** The first prefix that no name taken could be mistaken for, or the last one with underscores. */
    private static String prefix(Set<String> taken, List<String> candidates) {
        String last = candidates.get(candidates.size() - 1);
        return Stream.concat(candidates.stream(), Stream.iterate(last + "_", prefix -> prefix + "_"))
                .filter(prefix -> taken.stream().noneMatch(name -> isNumbered(name, prefix)))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isNumbered(String name, String prefix) {
        return name.startsWith(prefix)
                && name.substring(prefix.length()).chars().allMatch(Character::isDigit);
    }

    /** The name of a node; of a constant, its value. */
    String node(int node) {
        return nodes[node];
    }

    /** The name of an output, which is that of its node unless the node has a name already. */
    String output(int j) {
        return outputs[j];
    }

    /** What an operation computes, in the names of its operands: {@code a + b}, {@code sin(v3)}. */
    String formula(int k) {
        Operation operation = graph.operation(k);
        String x = nodes[graph.first(k)];
        String y = nodes[graph.second(k)];
        return switch (operation) {
            case ADD, SUBTRACT, MULTIPLY, DIVIDE -> x + " " + operation.symbol() + " " + Numerals.operand(y);
            case POW, POW_CONSTANT -> Numerals.operand(x) + "^" + Numerals.operand(y);
            case SQUARE -> x + "^2";
            case NEGATE -> "-" + x;
            case RECIPROCAL -> "1 / " + x;
            default ->
                operation.arity() == 1
                        ? operation.symbol() + "(" + x + ")"
                        : operation.symbol() + "(" + x + ", " + y + ")";
        };
    }
}
