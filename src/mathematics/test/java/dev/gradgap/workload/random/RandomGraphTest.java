package dev.gradgap.workload.random;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradgap.graph.Graph;
import dev.gradgap.graph.GraphStatistics;
import dev.gradgap.graph.Linearization;
import dev.gradgap.graph.Operation;
import dev.gradgap.workload.Seed;
import dev.gradgap.workload.family.BuiltInFamily;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("thorough")
class RandomGraphTest {

    /** The numbers were computed once; they must not change with the JVM, the platform or the locale. */
    @ParameterizedTest
    @CsvSource({"POLYNOMIAL, 7642063968363223712", "SMOOTH, -8624261024855788939", "MIXED, -4264465424114598816"})
    void aSeedGivesTheSameGraphForEver(OperationMix mix, long hash) {
        Graph graph = new RandomGraph(50, 2, 20, 16, mix, 4).build(new Seed(1));
        assertThat(hash(graph)).isEqualTo(hash);
    }

    @ParameterizedTest
    @EnumSource
    void anotherSeedGivesAnotherGraph(OperationMix mix) {
        RandomGraph parameters = new RandomGraph(50, 1, 8, 64, mix, 16);
        assertThat(hash(parameters.build(new Seed(1)))).isNotEqualTo(hash(parameters.build(new Seed(2))));
    }

    @ParameterizedTest
    @EnumSource
    void everyInputAndEveryOperationReachesAnOutput(OperationMix mix) {
        Graph graph = new RandomGraph(300, 7, 20, 16, mix, 4).build(new Seed(5));
        BitSet reaching = new BitSet();
        for (int j = 0; j < graph.outputs(); j++) {
            reaching.set(graph.output(j));
        }
        for (int k = graph.operations() - 1; k >= 0; k--) {
            assertThat(reaching.get(graph.firstOperationNode() + k)).isTrue();
            reaching.set(graph.first(k));
            reaching.set(graph.second(k));
        }
        assertThat(reaching.nextClearBit(0)).isGreaterThanOrEqualTo(graph.inputs());
    }

    @ParameterizedTest
    @CsvSource({"1,1,3", "1,1,4", "7,1,8", "7,7,8", "7,3,9", "10,1,17", "3,2,100", "64,1,1000", "100,99,3"})
    void theOperationCountIsExact(int inputs, int outputs, int operations) {
        RandomGraph parameters = new RandomGraph(inputs, outputs, operations, 10, OperationMix.MIXED, 3);
        Graph graph = parameters.build(new Seed(9));
        assertThat(graph.operations()).isEqualTo(inputs * operations - outputs);
        assertThat(parameters.operationCount()).isEqualTo(graph.operations());
        assertThat(graph.outputs()).isEqualTo(outputs);
    }

    @Test
    void theMixedGraphUsesEveryOperationThereWasWhenItWasFirstMeasured() {
        Graph graph = new RandomGraph(2000, 1, 8, 64, OperationMix.MIXED, 16).build(new Seed(1));
        assertThat(GraphStatistics.of(graph).counts())
                .containsOnlyKeys(EnumSet.range(Operation.ADD, Operation.HYPOT).toArray(Operation[]::new));
    }

    /** Only the output sums, made of additions, and the weights of their terms exceed the limit of 4. */
    @ParameterizedTest
    @EnumSource
    void valuesStayBoundedAllOverTheBox(OperationMix mix) {
        Graph graph = new RandomGraph(500, 1, 40, 64, mix, 16).build(new Seed(2));
        Linearization linearization = new Linearization(graph);
        Seed seed = new Seed(3);
        for (int sample = 0; sample < 20; sample++) {
            double[] x = new double[graph.inputs()];
            for (int i = 0; i < x.length; i++) {
                x[i] = sample == 0 ? 0.5 : sample == 1 ? 1.5 : seed.nextDouble(0.5, 1.5);
            }
            linearization.at(x);
            for (int k = 0; k < graph.operations(); k++) {
                if (graph.operation(k) != Operation.ADD) {
                    assertThat(Math.abs(linearization.value(graph.firstOperationNode() + k)))
                            .isLessThanOrEqualTo(1.5 * 4);
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "10, 8, 64, 16",
        "1000, 8, 64, 16",
        "100000, 8, 64, 16",
        "100000, 3, 4, 1",
        "10000, 50, 4, 1",
        "10000, 50, 1000000, 1000"
    })
    void derivativesKeepTheirMagnitudeAtEverySize(int inputs, int operations, int locality, int fanOut) {
        for (OperationMix mix : OperationMix.values()) {
            Graph graph = new RandomGraph(inputs, 1, operations, locality, mix, fanOut).build(new Seed(4));
            double[] derivatives = derivativeMagnitudes(graph);
            Arrays.sort(derivatives);
            assertThat(derivatives[inputs / 2]).as("median, %s", mix).isBetween(0.01, 3.0);
            assertThat(derivatives[inputs - 1]).as("largest, %s", mix).isBetween(0.1, 500.0);
            int zeros = (int) Arrays.stream(derivatives).filter(d -> d == 0).count();
            assertThat(zeros).as("derivatives that are exactly 0, %s", mix).isLessThanOrEqualTo(1 + inputs / 8);
        }
    }

    @Test
    void aSmallerLocalityGivesADeeperGraph() {
        int narrow = depth(new RandomGraph(5000, 1, 8, 4, OperationMix.SMOOTH, 1));
        int usual = depth(new RandomGraph(5000, 1, 8, 64, OperationMix.SMOOTH, 1));
        int wide = depth(new RandomGraph(5000, 1, 8, 100_000, OperationMix.SMOOTH, 1));
        assertThat(narrow).isGreaterThan(3 * usual);
        assertThat(usual).isGreaterThan(3 * wide);
    }

    @Test
    void hubsHaveTheirFanOut() {
        Graph graph = new RandomGraph(5000, 1, 8, 64, OperationMix.SMOOTH, 1000).build(new Seed(1));
        int buckets = GraphStatistics.of(graph).fanOuts().size();
        assertThat(buckets).as("the hubs are used from 512 to 1023 times").isGreaterThanOrEqualTo(11);
        Graph even = new RandomGraph(5000, 1, 8, 64, OperationMix.SMOOTH, 1).build(new Seed(1));
        assertThat(GraphStatistics.of(even).fanOuts().size()).isLessThan(7);
    }

    @Test
    void anOutputDependsOnItsShareOfTheInputs() {
        Graph graph = new RandomGraph(10, 3, 8, 64, OperationMix.SMOOTH, 1).build(new Seed(1));
        Linearization linearization = new Linearization(graph);
        linearization.at(point(10));
        double[] adjoints = new double[graph.nodes()];
        adjoints[graph.output(0)] = 1;
        linearization.pullBack(adjoints);
        assertThat(Arrays.copyOf(adjoints, 3)).doesNotContain(0);
        assertThat(Arrays.copyOfRange(adjoints, 3, 10))
                .as("inputs that enter later")
                .containsOnly(0);
    }

    private static int depth(RandomGraph parameters) {
        return GraphStatistics.of(parameters.build(new Seed(1))).depth();
    }

    private static double[] point(int inputs) {
        return BuiltInFamily.uniform(new Seed(6), inputs, RandomGraph.POINT_LOW, RandomGraph.POINT_HIGH);
    }

    private static double[] derivativeMagnitudes(Graph graph) {
        Linearization linearization = new Linearization(graph);
        linearization.at(point(graph.inputs()));
        double[] adjoints = new double[graph.nodes()];
        adjoints[graph.output(0)] = 1;
        linearization.pullBack(adjoints);
        double[] magnitudes = Arrays.copyOf(adjoints, graph.inputs());
        for (int i = 0; i < magnitudes.length; i++) {
            magnitudes[i] = Math.abs(magnitudes[i]);
        }
        return magnitudes;
    }

    private static long hash(Graph graph) {
        long hash = 1;
        for (int k = 0; k < graph.operations(); k++) {
            hash = 31 * (31 * (31 * hash + graph.operation(k).name().hashCode()) + graph.first(k)) + graph.second(k);
        }
        for (int c = 0; c < graph.constants(); c++) {
            hash = 31 * hash + Double.doubleToRawLongBits(graph.constant(c));
        }
        for (int j = 0; j < graph.outputs(); j++) {
            hash = 31 * hash + graph.output(j);
        }
        return hash;
    }
}
