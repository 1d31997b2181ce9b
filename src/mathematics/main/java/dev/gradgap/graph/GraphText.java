package dev.gradgap.graph;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A graph as plain text, one node a line, from which the same graph can be made again:
 *
 * <pre>
 * gradgap-graph 1
 * 0 input
 * 1 input
 * 2 constant 0.5
 * 3 multiply 0 2
 * 4 pow-constant 1 2
 * 5 add 3 4
 * output 5
 * </pre>
 *
 * <p>A line begins with the node's number; numbers grow from line to line, and inputs come first. An operation names its
 * one or two operands, which must be above it. Blank lines and lines that begin with {@code #} are passed over, so that
 * nodes can be taken out by hand. Constants are written in as many digits as read back the same; a NaN loses its payload.
 */
public final class GraphText {

    private static final String HEADING = "gradgap-graph 1";
    private static final String INPUT = "input";
    private static final String CONSTANT = "constant";
    private static final String OUTPUT = "output";

    private static final Map<String, Operation> OPERATIONS = operations();

    private int line;
    private int[] numbers = new int[64]; // of the nodes so far, growing
    private int[] handles = new int[64]; // of the nodes so far, in the builder
    private int nodes;
    private int inputs;
    private Optional<GraphBuilder> builder = Optional.empty();
    private boolean hasOutput;

    private GraphText() {}

    private static Map<String, Operation> operations() {
        Map<String, Operation> operations = new HashMap<>();
        for (Operation operation : Operation.values()) {
            operations.put(name(operation), operation);
        }
        return operations;
    }

    private static String name(Operation operation) {
        return operation.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The lines of a graph, without line ends, made one by one while they are read. */
    public static Stream<String> lines(Graph graph) {
        Stream<String> inputs = IntStream.range(0, graph.inputs()).mapToObj(i -> i + " " + INPUT);
        Stream<String> constants = IntStream.range(0, graph.constants())
                .mapToObj(c -> (graph.inputs() + c) + " " + CONSTANT + " " + graph.constant(c));
        Stream<String> operations = IntStream.range(0, graph.operations()).mapToObj(k -> operation(graph, k));
        Stream<String> outputs = IntStream.range(0, graph.outputs()).mapToObj(j -> OUTPUT + " " + graph.output(j));
        // Not by flatMap, whose iterator makes all lines of a part before it gives the first.
        return Stream.concat(
                Stream.concat(Stream.of(HEADING), inputs),
                Stream.concat(constants, Stream.concat(operations, outputs)));
    }

    private static String operation(Graph graph, int k) {
        Operation operation = graph.operation(k);
        return (graph.firstOperationNode() + k) + " " + name(operation) + " " + graph.first(k)
                + (operation.arity() == 2 ? " " + graph.second(k) : "");
    }

    /**
     * The graph that lines describe. An operation on constants alone, which may be left where somebody has taken nodes
     * out, becomes a constant.
     *
     * @throws IllegalArgumentException if they describe none; the message begins with the number of the line
     */
    public static Graph parse(Iterator<String> lines) {
        GraphText text = new GraphText();
        boolean begun = false;
        while (lines.hasNext()) {
            String line = lines.next().strip();
            text.line++;
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            if (begun) {
                text.add(line.split("\\s+"));
            } else if (line.equals(HEADING)) {
                begun = true;
            } else {
                throw text.wrong("a graph begins with the line " + HEADING);
            }
        }
        if (!text.hasOutput) {
            throw text.wrong("the text ends before the line of an output");
        }
        return text.builder().build();
    }

    private void add(String... words) {
        if (words[0].equals(OUTPUT)) {
            require(words.length == 2, words);
            builder().output(handle(words[1]));
            hasOutput = true;
            return;
        }
        require(words.length >= 2, words);
        int number = number(words[0]);
        if (nodes > 0 && number <= numbers[nodes - 1]) {
            throw wrong("node " + number + " comes after node " + numbers[nodes - 1] + "; numbers have to grow");
        }
        append(number, made(words));
    }

    private int made(String... words) {
        return switch (words[1]) {
            case INPUT -> {
                require(words.length == 2, words);
                if (builder.isPresent()) {
                    throw wrong("inputs have to come first");
                }
                yield inputs++;
            }
            case CONSTANT -> {
                require(words.length == 3, words);
                yield builder().constant(constant(words[2]));
            }
            default -> {
                Operation operation = OPERATIONS.get(words[1]);
                if (operation == null) {
                    throw wrong("there is no operation '" + words[1] + "'");
                }
                require(words.length == 2 + operation.arity(), words);
                yield apply(operation, handle(words[2]), handle(words[words.length - 1]));
            }
        };
    }

    private int apply(Operation operation, int x, int y) {
        try {
            return builder().apply(operation, x, y);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(wrong(e.getMessage()).getMessage(), e);
        }
    }

    private GraphBuilder builder() {
        if (builder.isEmpty()) {
            if (inputs == 0) {
                throw wrong("a graph has inputs, which come first");
            }
            builder = Optional.of(new GraphBuilder(inputs));
        }
        return builder.get();
    }

    private void append(int number, int handle) {
        if (nodes == numbers.length) {
            int capacity = Math.addExact(nodes, nodes >> 1);
            numbers = Arrays.copyOf(numbers, capacity);
            handles = Arrays.copyOf(handles, capacity);
        }
        numbers[nodes] = number;
        handles[nodes++] = handle;
    }

    private int handle(String word) {
        int position = Arrays.binarySearch(numbers, 0, nodes, number(word));
        if (position < 0) {
            throw wrong("there is no node " + word + " above");
        }
        return handles[position];
    }

    private int number(String word) {
        if (!word.matches("[0-9]{1,10}") || Long.parseLong(word) > Integer.MAX_VALUE) {
            throw wrong("'" + word + "' is not the number of a node");
        }
        return Integer.parseInt(word);
    }

    private double constant(String word) {
        try {
            return Double.parseDouble(word);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    wrong("'" + word + "' is not a number").getMessage(), e);
        }
    }

    private void require(boolean complete, String... words) {
        if (!complete) {
            throw wrong("'" + String.join(" ", words) + "' has too many words or too few");
        }
    }

    private IllegalArgumentException wrong(String what) {
        return new IllegalArgumentException("line " + line + ": " + what);
    }
}
