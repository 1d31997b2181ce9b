package dev.gradgap.workload.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradgap.graph.Graph;
import dev.gradgap.graph.Linearization;
import dev.gradgap.graph.Tracer;
import dev.gradgap.workload.Workload;
import dev.gradgap.workload.WorkloadFamily;
import java.util.Arrays;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("thorough")
class RandomProgramFamilyTest {

    private static WorkloadFamily family(int operations, int loops) {
        return new RandomProgramFamily()
                .with(Map.of("operations", String.valueOf(operations), "loops", String.valueOf(loops)));
    }

    @Test
    void theNameOfAChangedFamilyNamesItsParameters() {
        assertThat(new RandomProgramFamily().parameters()).hasToString("{operations=20, loops=3}");
        assertThat(family(40, 5).name()).isEqualTo("random-program:operations=40:loops=5");
        assertThat(family(40, 5).create(10, 1).name()).isEqualTo("random-program:operations=40:loops=5");
    }

    @ParameterizedTest
    @CsvSource({"8, 1", "20, 3", "61, 7", "200, 10", "1000, 100"})
    void theOperationsDoNotDependOnTheSeed(int operations, int loops) {
        WorkloadFamily family = family(operations, loops);
        for (int n : new int[] {1, 2, 15, 16, 33, 100}) {
            for (long seed = 0; seed < 20; seed++) {
                Graph graph = Tracer.trace(family.create(n, seed).function());
                assertThat(family.operations(n)).as("n = %d, seed %d", n, seed).hasValue(graph.operations());
            }
        }
    }

    @Test
    void theSeedDecidesTheProgram() {
        double[] point = new RandomProgramFamily().create(50, 1).point();
        double[] one = gradient(new RandomProgramFamily().create(50, 1), point);
        double[] other = gradient(new RandomProgramFamily().create(50, 2), point);
        assertThat(one).isNotEqualTo(other);
    }

    @ParameterizedTest
    @CsvSource({"8, 1", "20, 3", "200, 10", "600, 50"})
    void nextToAllInputsHaveADerivativeOfModerateSize(int operations, int loops) {
        for (int n : new int[] {1, 3, 16, 200, 20_000}) {
            for (long seed = 0; seed < 5; seed++) {
                Workload workload = family(operations, loops).create(n, seed);
                double[] magnitudes = Arrays.stream(gradient(workload, workload.point()))
                        .map(Math::abs)
                        .sorted()
                        .toArray();
                assertThat(magnitudes[0]).as("n = %d, seed %d", n, seed).isPositive();
                assertThat(magnitudes[n / 10]).as("n = %d, seed %d", n, seed).isGreaterThan(1e-4);
                assertThat(magnitudes[n - 1]).as("n = %d, seed %d", n, seed).isLessThan(10);
            }
        }
    }

    private static double[] gradient(Workload workload, double[] point) {
        Graph graph = Tracer.trace(workload.function());
        Linearization linearization = new Linearization(graph);
        linearization.at(point);
        double[] adjoints = new double[graph.nodes()];
        adjoints[graph.output(0)] = 1;
        linearization.pullBack(adjoints);
        return Arrays.copyOf(adjoints, workload.inputs());
    }

    @Test
    void theLargestMembersNodesCanStillBeNumbered() {
        WorkloadFamily family = family(1000, 3);
        OptionalLong operations = family.operations(family.maxInputs());
        assertThat(operations.orElseThrow() + family.maxInputs()).isLessThan(Integer.MAX_VALUE);
        assertThat(new RandomProgramFamily().maxInputs()).isGreaterThan(50_000_000);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        depth      | 3    | workload random-program has no parameter depth; it has operations, loops
        loops      | 0    | workload random-program: loops must be from 1 to 100, not 0
        loops      | 9    | workload random-program: operations must be from 56 to 1000 with 9 loops, not 20
        operations | 19   | workload random-program: operations must be from 20 to 1000 with 3 loops, not 19
        operations | many | workload random-program: operations must be from 20 to 1000 with 3 loops, not many
        """)
    void wrongParametersAreExplainedInOneLine(String key, String value, String message) {
        assertThatThrownBy(() -> new RandomProgramFamily().with(Map.of(key, value)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }
}
