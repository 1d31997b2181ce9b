package dev.gradgap.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradgap.graph.GraphBuilder;
import dev.gradgap.graph.Operation;
import org.junit.jupiter.api.Test;

class GraphSummaryTest {

    /** x_0^2 - x_1^2 + ... by hand: 100 squares side by side, then 99 alternating sums one after another. */
    @Test
    void aSummaryHasTheFiguresCountedByHand() {
        GraphBuilder builder = new GraphBuilder(100);
        int sum = builder.apply(Operation.SQUARE, 0);
        for (int i = 1; i < 100; i++) {
            int square = builder.apply(Operation.SQUARE, i);
            sum = builder.apply(i % 2 == 0 ? Operation.ADD : Operation.SUBTRACT, sum, square);
        }
        builder.output(sum);

        assertThat(GraphSummary.render(builder.build())).isEqualTo("""
                          inputs         100
                          outputs        1
                          operations     199
                          edges          298
                          depth          100 operations on the longest path
                          width          100 operations at the widest depth
                          work           62.3 % of the operations at depths 1 to 25, 12.6 % at depths 26 to 50, \
                        12.6 % at depths 51 to 75, 12.6 % at depths 76 to 100
                          operation mix  square 100 (50.3 %), − 50 (25.1 %), + 49 (24.6 %)
                          fan-out        1 used never, 298 used once
                          forward mode   100 passes x 298 edges = 29800
                          reverse mode   1 pass x 298 edges = 298
                        """);
    }
}
