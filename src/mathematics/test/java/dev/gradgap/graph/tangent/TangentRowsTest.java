package dev.gradgap.graph.tangent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.gradgap.graph.Graph;
import dev.gradgap.graph.GraphBuilder;
import dev.gradgap.graph.Operation;
import dev.gradgap.graph.RandomGraphs;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TangentRowsTest {

    @ParameterizedTest
    @ValueSource(ints = {4, 8, 16})
    void vectorInstructionsGiveTheSameBits(int w) {
        Optional<TangentRows> vectors = VectorRowsLoader.find(w);
        assumeThat(vectors).as("this JVM has the vector module").isPresent();
        int inputs = 33;
        Graph graph = RandomGraphs.of(inputs, 2, 3000, w);
        double[] x = RandomGraphs.point(inputs, 1);
        assertThat(jacobian(graph, x, w, vectors.orElseThrow()))
                .containsExactly(jacobian(graph, x, w, TangentRows.plain(w)));
    }

    private static double[] jacobian(Graph graph, double[] x, int w, TangentRows rows) {
        double[] jacobian = new double[2 * x.length];
        TangentSweeps sweeps = new TangentSweeps(graph, w, rows);
        sweeps.linearize(x);
        for (int pass = 0; pass <= (x.length - 1) / w; pass++) {
            sweeps.pass(pass, jacobian);
        }
        return jacobian;
    }

    @Test
    void vectorsAreUsedExactlyIfTheModuleIsThere() {
        boolean module = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
        if (!module) {
            assertThat(VectorRowsLoader.find(8)).isEmpty();
        }
        assertThat(VectorRowsLoader.find(7)).isEmpty();
    }

    @Test
    void chainNeedsOneSlotAndASumOfProductsTwo() {
        GraphBuilder chain = new GraphBuilder(1);
        int node = 0;
        for (int k = 0; k < 100; k++) {
            node = chain.apply(Operation.SIN, node);
        }
        chain.output(node);
        assertThat(new TangentSlots(chain.build()).count()).isEqualTo(1 + 1);

        GraphBuilder dot = new GraphBuilder(200);
        int sum = dot.apply(Operation.MULTIPLY, 0, 1);
        for (int i = 2; i < 200; i += 2) {
            sum = dot.apply(Operation.ADD, sum, dot.apply(Operation.MULTIPLY, i, i + 1));
        }
        dot.output(sum);
        assertThat(new TangentSlots(dot.build()).count()).isEqualTo(1 + 2);
    }

    @Test
    void tooManyTangentsForOneArrayAreRefusedByName() {
        GraphBuilder wide = new GraphBuilder(1);
        for (int j = 0; j < 3; j++) {
            wide.output(wide.apply(Operation.SIN, 0));
        }
        Graph graph = wide.build();
        int chunk = Integer.MAX_VALUE / 3;
        assertThatThrownBy(() -> new TangentSweeps(graph, chunk))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("3 results")
                .hasMessageContaining("at most 1 ");
    }
}
