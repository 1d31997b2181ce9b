package dev.gradgap.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class GraphStatisticsTest {

    @Test
    void theLectureExampleCountedByHand() {
        assertThat(GraphStatistics.of(GraphBuilderTest.lecture()))
                .returns(2, GraphStatistics::inputs)
                .returns(1, GraphStatistics::constants)
                .returns(3, GraphStatistics::operations)
                .returns(1, GraphStatistics::outputs)
                .returns(5L, GraphStatistics::edges)
                .returns(2, GraphStatistics::depth)
                .returns(2, GraphStatistics::width)
                .returns(Map.of(Operation.ADD, 2, Operation.MULTIPLY, 1), GraphStatistics::counts);
    }

    @Test
    void fanOutsAreCountedInPowersOfTwo() {
        GraphBuilder builder = new GraphBuilder(3);
        int node = builder.apply(Operation.MULTIPLY, 0, 0);
        for (int k = 0; k < 4; k++) {
            node = builder.apply(Operation.ADD, node, 1);
        }
        builder.output(node);
        // Input 2 and the last sum are unused, five of the operations' results used once each but for that one,
        // input 0 twice by one operation, input 1 four times.
        assertThat(GraphStatistics.of(builder.build()).fanOuts()).containsExactly(2, 4, 1, 1);
    }

    @Test
    void aUnaryOperationUsesItsOperandOnce() {
        GraphBuilder builder = new GraphBuilder(1);
        builder.output(builder.apply(Operation.SIN, 0));
        GraphStatistics statistics = GraphStatistics.of(builder.build());
        assertThat(statistics.fanOuts()).containsExactly(1, 1);
        assertThat(statistics.edges()).isEqualTo(1);
    }

    @Test
    void aChainIsDeepAndASumOfInputsWide() {
        GraphBuilder chain = new GraphBuilder(1);
        int node = 0;
        for (int k = 0; k < 100; k++) {
            node = chain.apply(Operation.SIN, node);
        }
        chain.output(node);
        GraphStatistics deep = GraphStatistics.of(chain.build());
        assertThat(deep.depth()).isEqualTo(100);
        assertThat(deep.width()).isEqualTo(1);

        GraphBuilder squares = new GraphBuilder(100);
        for (int i = 0; i < 100; i++) {
            squares.output(squares.apply(Operation.SQUARE, i));
        }
        GraphStatistics wide = GraphStatistics.of(squares.build());
        assertThat(wide.depth()).isEqualTo(1);
        assertThat(wide.width()).isEqualTo(100);
    }

    @Test
    void aGraphWithoutOperationsHasNoDepth() {
        GraphBuilder builder = new GraphBuilder(1);
        builder.output(0);
        GraphStatistics statistics = GraphStatistics.of(builder.build());
        assertThat(statistics.depth()).isZero();
        assertThat(statistics.width()).isZero();
        assertThat(statistics.counts()).isEmpty();
    }
}
