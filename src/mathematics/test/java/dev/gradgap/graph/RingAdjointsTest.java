package dev.gradgap.graph;

import static dev.gradgap.graph.RingAdjoints.weight;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class RingAdjointsTest {

    private static final long SEED = 12345;

    @Test
    void adjointIsTheSumOverPathsOfTheProductsOfTheirWeights() {
        GraphBuilder builder = new GraphBuilder(2);
        int sine = builder.apply(Operation.SIN, 0); // node 2
        int maximum = builder.apply(Operation.MAX, sine, 1); // node 3
        builder.output(builder.apply(Operation.MULTIPLY, maximum, 0)); // node 4
        long[] adjoints = RingAdjoints.of(builder.build(), new long[] {SEED});
        assertThat(adjoints[0]).isEqualTo(SEED * (weight(4, 0) + weight(4, 3) * weight(3, 2) * weight(2, 0)));
        assertThat(adjoints[1]).isEqualTo(SEED * weight(4, 3) * weight(3, 1));
    }

    @Test
    void bothEdgesOfASquareCount() {
        GraphBuilder builder = new GraphBuilder(1);
        builder.output(builder.apply(Operation.MULTIPLY, 0, 0));
        assertThat(RingAdjoints.of(builder.build(), new long[] {1})[0]).isEqualTo(2 * weight(1, 0));
    }

    @Test
    void outputsThatShareANodeAddUp() {
        GraphBuilder builder = new GraphBuilder(1);
        int sine = builder.apply(Operation.SIN, 0);
        builder.output(sine);
        builder.output(0);
        builder.output(sine);
        long[] adjoints = RingAdjoints.of(builder.build(), new long[] {1, 10, 100});
        assertThat(adjoints).containsExactly(10 + 101 * weight(1, 0), 101);
    }

    @Test
    void weightsAreOddAndDiffer() {
        Set<Long> weights = new HashSet<>();
        for (int node = 0; node < 300; node++) {
            for (int operand = 0; operand < 300; operand++) {
                long weight = weight(node, operand);
                assertThat(weight & 1).isEqualTo(1);
                weights.add(weight);
            }
        }
        assertThat(weights).hasSize(300 * 300);
    }
}
