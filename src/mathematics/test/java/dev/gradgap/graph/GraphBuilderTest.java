package dev.gradgap.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class GraphBuilderTest {

    /** e = (a + b)(b + 1): inputs 0 and 1, the constant 2, operations 3 to 5. */
    static Graph lecture() {
        GraphBuilder builder = new GraphBuilder(2);
        int sum = builder.apply(Operation.ADD, 0, 1);
        int next = builder.apply(Operation.ADD, 1, builder.constant(1));
        builder.output(builder.apply(Operation.MULTIPLY, sum, next));
        return builder.build();
    }

    @Test
    void nodesAreInputsThenConstantsThenOperations() {
        Graph graph = lecture();
        assertThat(graph.inputs()).isEqualTo(2);
        assertThat(graph.constants()).isEqualTo(1);
        assertThat(graph.operations()).isEqualTo(3);
        assertThat(graph.outputs()).isEqualTo(1);
        assertThat(graph.nodes()).isEqualTo(6);
        assertThat(graph.firstOperationNode()).isEqualTo(3);
        assertThat(graph.constant(0)).isEqualTo(1);
        assertThat(graph.operation(2)).isEqualTo(Operation.MULTIPLY);
        assertThat(graph.first(2)).isEqualTo(3);
        assertThat(graph.second(2)).isEqualTo(4);
        assertThat(graph.first(1)).isEqualTo(1);
        assertThat(graph.second(1)).isEqualTo(2);
        assertThat(graph.output(0)).isEqualTo(5);
    }

    @Test
    void kindsOfNodesAreToldApart() {
        Graph graph = lecture();
        assertThat(graph.isInput(1)).isTrue();
        assertThat(graph.isInput(2)).isFalse();
        assertThat(graph.isConstant(1)).isFalse();
        assertThat(graph.isConstant(2)).isTrue();
        assertThat(graph.isConstant(3)).isFalse();
        assertThatThrownBy(() -> graph.isInput(6)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void derivativesDoNotTravelAlongEdgesFromConstants() {
        assertThat(lecture().edges()).isEqualTo(5);
    }

    @Test
    void anOperationTakesNineBytes() {
        assertThat(lecture().bytes()).isEqualTo(3 * 9 + 8 + 4);
    }

    @Test
    void aHundredMillionOperationsAreRepresentable() {
        int operations = 100_000_000;
        GraphBuilder builder = new GraphBuilder(1, operations);
        int node = 0;
        for (int k = 0; k < operations; k++) {
            node = builder.apply(Operation.SIN, node);
        }
        builder.output(node);
        Graph graph = builder.build();

        assertThat(graph.operations()).isEqualTo(operations);
        assertThat(graph.output(0)).isEqualTo(operations);
        assertThat(graph.first(operations - 1)).isEqualTo(operations - 1);
        assertThat(graph.bytes()).isLessThanOrEqualTo(16L * operations);
    }

    @Test
    void operationsOnConstantsAreFolded() {
        GraphBuilder builder = new GraphBuilder(1);
        int six = builder.apply(Operation.MULTIPLY, builder.constant(2), builder.constant(3));
        int sine = builder.apply(Operation.SIN, builder.constant(0.5));
        builder.output(builder.apply(Operation.ADD, 0, six));
        builder.output(sine);
        Graph graph = builder.build();
        assertThat(graph.operations()).isEqualTo(1);
        assertThat(graph.constant(graph.second(0) - graph.inputs())).isEqualTo(6);
        assertThat(graph.isConstant(graph.output(1))).isTrue();
        assertThat(graph.constant(graph.output(1) - graph.inputs())).isEqualTo(Math.sin(0.5));
    }

    @Test
    void equalConstantsShareANodeButTheTwoZerosDoNot() {
        GraphBuilder builder = new GraphBuilder(1);
        assertThat(builder.constant(2.5)).isEqualTo(builder.constant(2.5));
        assertThat(builder.constant(0.0)).isNotEqualTo(builder.constant(-0.0));
        assertThat(builder.constant(Double.NaN)).isEqualTo(builder.constant(Double.NaN));
    }

    @Test
    void arraysGrowBeyondTheirFirstCapacity() {
        GraphBuilder builder = new GraphBuilder(1, 1);
        int node = 0;
        for (int k = 0; k < 10_000; k++) {
            node = builder.apply(Operation.ADD, node, builder.constant(k));
            builder.output(node);
        }
        Graph graph = builder.build();
        assertThat(graph.operations()).isEqualTo(10_000);
        assertThat(graph.constants()).isEqualTo(10_000);
        assertThat(graph.outputs()).isEqualTo(10_000);
        for (int k = 0; k < 10_000; k++) {
            assertThat(graph.constant(graph.second(k) - 1)).isEqualTo(k);
            assertThat(graph.output(k)).isEqualTo(graph.firstOperationNode() + k);
        }
    }

    @Test
    void anInputMayBeAnOutput() {
        GraphBuilder builder = new GraphBuilder(3);
        builder.output(2);
        builder.output(2);
        Graph graph = builder.build();
        assertThat(graph.operations()).isZero();
        assertThat(graph.output(0)).isEqualTo(2);
        assertThat(graph.output(1)).isEqualTo(2);
    }

    @Test
    void mistakesAreNamed() {
        assertThatThrownBy(() -> new GraphBuilder(0)).hasMessage("a graph needs at least 1 input, not 0");
        GraphBuilder builder = new GraphBuilder(2);
        assertThatThrownBy(() -> builder.apply(Operation.ADD, 0, 2)).hasMessage("no node has the handle 2");
        assertThatThrownBy(() -> builder.apply(Operation.SIN, -1)).hasMessage("no node has the handle -1");
        assertThatThrownBy(() -> builder.apply(Operation.ADD, 0)).hasMessage("ADD needs two operands");
        assertThatThrownBy(() -> builder.apply(Operation.POW_CONSTANT, 0, 1))
                .hasMessage("the exponent of POW_CONSTANT must be a constant");
        assertThatThrownBy(() -> builder.output(5)).hasMessage("no node has the handle 5");
        assertThatThrownBy(builder::build).hasMessage("a graph needs at least 1 output");
    }
}
