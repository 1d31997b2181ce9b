package dev.gradgap.verify.decimal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradgap.graph.Graph;
import dev.gradgap.graph.GraphBuilder;
import dev.gradgap.graph.Operation;
import org.apache.commons.math3.dfp.Dfp;
import org.junit.jupiter.api.Test;

class DecimalSweepTest {

    /** f = 100 (x₁ - x₀²)² + (1 - x₀)², with value and gradient at (-1.25, 1) in exact binary fractions. */
    @Test
    void rosenbrocksGradientIsExact() {
        GraphBuilder builder = new GraphBuilder(2);
        int bend = builder.apply(Operation.SUBTRACT, 1, builder.apply(Operation.SQUARE, 0));
        int valley = builder.apply(Operation.MULTIPLY, builder.constant(100), builder.apply(Operation.SQUARE, bend));
        int slope = builder.apply(Operation.SQUARE, builder.apply(Operation.SUBTRACT, builder.constant(1), 0));
        builder.output(builder.apply(Operation.ADD, valley, slope));
        DecimalSweep sweep = new DecimalSweep(builder.build(), new double[] {-1.25, 1});
        Dfp[] gradient = sweep.pullBack(new double[] {1});
        assertThat(sweep.output(0).toDouble()).isEqualTo(36.703125); // 100 (9/16)² + (9/4)²
        assertThat(gradient[0].toDouble()).isEqualTo(-285.75); // -400 (-5/4)(-9/16) - 2 (9/4)
        assertThat(gradient[1].toDouble()).isEqualTo(-112.5); // 200 (-9/16)
    }

    @Test
    void outputsAreWeightedAndSharedNodesCountTwice() {
        GraphBuilder builder = new GraphBuilder(1);
        int squared = builder.apply(Operation.MULTIPLY, 0, 0);
        builder.output(squared);
        builder.output(0);
        builder.output(squared);
        DecimalSweep sweep = new DecimalSweep(builder.build(), new double[] {3});
        assertThat(sweep.pullBack(new double[] {1, 10, 0.5})[0].toDouble()).isEqualTo(19);
    }

    @Test
    void cancellationLeavesEnoughDigits() {
        GraphBuilder builder = new GraphBuilder(1);
        int shifted = builder.apply(Operation.ADD, 0, builder.constant(0x1p40));
        builder.output(builder.apply(Operation.SUBTRACT, shifted, builder.constant(0x1p40)));
        DecimalSweep sweep = new DecimalSweep(builder.build(), new double[] {0.1});
        assertThat(DecimalSweep.error(0.1, sweep.output(0))).isLessThan(1e-45);
    }

    @Test
    void valueThatIsNoNumberIsAnError() {
        GraphBuilder builder = new GraphBuilder(1);
        builder.output(builder.apply(Operation.RECIPROCAL, 0));
        Graph graph = builder.build();
        assertThatThrownBy(() -> new DecimalSweep(graph, new double[] {0}))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining("operation 0 (RECIPROCAL)");
    }
}
