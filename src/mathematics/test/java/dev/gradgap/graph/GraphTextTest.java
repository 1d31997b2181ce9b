package dev.gradgap.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradgap.function.Arithmetic;
import dev.gradgap.function.DifferentiableFunction;
import dev.gradgap.function.Inputs;
import dev.gradgap.function.Outputs;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GraphTextTest {

    private static List<String> text(Graph graph) {
        return GraphText.lines(graph).toList();
    }

    private static Graph parse(String... lines) {
        return GraphText.parse(List.of(lines).iterator());
    }

    private static void assertSame(Graph actual, Graph expected) {
        assertThat(actual.inputs()).isEqualTo(expected.inputs());
        assertThat(actual.constants()).isEqualTo(expected.constants());
        assertThat(actual.operations()).isEqualTo(expected.operations());
        assertThat(actual.outputs()).isEqualTo(expected.outputs());
        for (int c = 0; c < expected.constants(); c++) {
            assertThat(Double.doubleToRawLongBits(actual.constant(c)))
                    .isEqualTo(Double.doubleToRawLongBits(expected.constant(c)));
        }
        for (int k = 0; k < expected.operations(); k++) {
            assertThat(List.of(actual.operation(k), actual.first(k), actual.second(k)))
                    .isEqualTo(List.of(expected.operation(k), expected.first(k), expected.second(k)));
        }
        for (int j = 0; j < expected.outputs(); j++) {
            assertThat(actual.output(j)).isEqualTo(expected.output(j));
        }
    }

    /** x0 / 2 + x1^(1/2). */
    @Test
    void aGraphIsWrittenNodeByNode() {
        GraphBuilder builder = new GraphBuilder(2);
        int half = builder.constant(0.5);
        int product = builder.apply(Operation.MULTIPLY, 0, half);
        int power = builder.apply(Operation.POW_CONSTANT, 1, half);
        builder.output(builder.apply(Operation.ADD, product, power));
        builder.output(0);

        assertThat(text(builder.build()))
                .containsExactly(
                        "gradgap-graph 1",
                        "0 input",
                        "1 input",
                        "2 constant 0.5",
                        "3 multiply 0 2",
                        "4 pow-constant 1 2",
                        "5 add 3 4",
                        "output 5",
                        "output 0");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whatIsReadIsWhatWasWritten(long seed) {
        Graph graph = RandomGraphs.of(7, 3, 2000, seed);

        assertSame(GraphText.parse(text(graph).iterator()), graph);
    }

    @Test
    void everyOperationIsReadAsItWasWritten() {
        GraphBuilder builder = new GraphBuilder(2);
        int exponent = builder.constant(3);
        for (Operation operation : Operation.values()) {
            builder.output(
                    operation.arity() == 1
                            ? builder.apply(operation, 0)
                            : builder.apply(operation, 0, operation == Operation.POW_CONSTANT ? exponent : 1));
        }
        Graph graph = builder.build();

        assertSame(GraphText.parse(text(graph).iterator()), graph);
    }

    @Test
    void constantsKeepEveryBit() {
        GraphBuilder builder = new GraphBuilder(1);
        double[] constants = {
            0.0,
            -0.0,
            0.1,
            1.0 / 3,
            Double.MIN_VALUE,
            Double.MAX_VALUE,
            Double.MIN_NORMAL,
            Math.nextUp(1.0),
            1e-300,
            Double.NaN,
            Double.POSITIVE_INFINITY,
            Double.NEGATIVE_INFINITY
        };
        for (double constant : constants) {
            builder.output(builder.apply(Operation.ADD, 0, builder.constant(constant)));
        }
        Graph graph = builder.build();

        assertThat(graph.constants()).isEqualTo(constants.length);
        assertSame(GraphText.parse(text(graph).iterator()), graph);
    }

    /** An engine may get the function of a graph in a wrapping through which only its evaluation can be seen. */
    @Test
    void evaluatingTheGraphOnNodesGivesTheGraphAgain() {
        Graph graph = RandomGraphs.of(5, 2, 500, 11);
        GraphFunction function = new GraphFunction(graph);
        DifferentiableFunction wrapped = new DifferentiableFunction() {
            @Override
            public int inputs() {
                return function.inputs();
            }

            @Override
            public int outputs() {
                return function.outputs();
            }

            @Override
            public <T> void evaluate(Arithmetic<T> a, Inputs<T> x, Outputs<T> y) {
                function.evaluate(a, x, y);
            }
        };

        assertSame(Tracer.trace(wrapped), graph);
    }

    /** Nodes 3 and 4 have been taken out, and the sum is now of constants alone. */
    @Test
    void nodesMayBeTakenOutByHand() {
        Graph graph = parse(
                "# what is left",
                "gradgap-graph 1",
                "",
                "0 input",
                "2 constant 0.5",
                "  5   add 2 2  ",
                "9 multiply 0 5",
                "output 9");

        assertThat(text(graph))
                .containsExactly(
                        "gradgap-graph 1", "0 input", "1 constant 0.5", "2 constant 1.0", "3 multiply 0 2", "output 3");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            gradgap-graph 2                                     | line 1: a graph begins with the line gradgap-graph 1
            gradgap-graph 1                                     | line 1: the text ends before the line of an output
            gradgap-graph 1;0 input                             | line 2: the text ends before the line of an output
            gradgap-graph 1;0 constant 2                        | line 2: a graph has inputs, which come first
            gradgap-graph 1;output 0                            | line 2: a graph has inputs, which come first
            gradgap-graph 1;0 input;1 constant 2;2 input        | line 4: inputs have to come first
            gradgap-graph 1;0 input;0 sin 0                     | line 3: node 0 comes after node 0; numbers have to grow
            gradgap-graph 1;0 input;1 sin 1                     | line 3: there is no node 1 above
            gradgap-graph 1;0 input;1 sinus 0                   | line 3: there is no operation 'sinus'
            gradgap-graph 1;0 input;1 sin 0 0                   | line 3: '1 sin 0 0' has too many words or too few
            gradgap-graph 1;0 input;1 add 0                     | line 3: '1 add 0' has too many words or too few
            gradgap-graph 1;0 input;1 pow-constant 0 0          | line 3: the exponent of POW_CONSTANT must be a constant
            gradgap-graph 1;0 input;1 constant one              | line 3: 'one' is not a number
            gradgap-graph 1;0 input;-1 sin 0                    | line 3: '-1' is not the number of a node
            gradgap-graph 1;0 input;9999999999 sin 0            | line 3: '9999999999' is not the number of a node
            gradgap-graph 1;0 input;output x                    | line 3: 'x' is not the number of a node
            gradgap-graph 1;0 input;output                      | line 3: 'output' has too many words or too few
            gradgap-graph 1;0 input;1                           | line 3: '1' has too many words or too few
            """)
    void whatIsNoGraphIsRefusedWithItsLine(String lines, String message) {
        assertThatThrownBy(() -> parse(lines.split(";")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }
}
