package dev.gradgap.workload.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradgap.graph.GraphFunction;
import dev.gradgap.graph.GraphStatistics;
import dev.gradgap.graph.Operation;
import dev.gradgap.workload.WorkloadFamily;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RandomGraphFamilyTest {

    @Test
    void parametersAreNamedInAFixedOrderWithTheirDefaults() {
        assertThat(RandomGraphFamily.scalar().parameters())
                .hasToString("{operations=8, locality=64, mix=mixed, fanout=16, outputs=1}");
        assertThat(RandomGraphFamily.jacobian().parameters()).containsEntry("outputs", "inputs");
    }

    @Test
    void theNameOfAChangedFamilyNamesItsParameters() {
        WorkloadFamily changed = RandomGraphFamily.scalar().with(Map.of("locality", "100", "operations", "5"));
        assertThat(changed.name()).isEqualTo("random:operations=5:locality=100");
        assertThat(changed.with(Map.of("mix", "smooth")).name())
                .isEqualTo("random:operations=5:locality=100:mix=smooth");
        assertThat(changed.create(10, 1).name()).isEqualTo(changed.name());
        assertThat(changed.operations(10)).hasValue(49);
    }

    @Test
    void parametersChangeTheGraph() {
        WorkloadFamily polynomial = RandomGraphFamily.scalar().with(Map.of("mix", "polynomial", "operations", "40"));
        GraphFunction function = (GraphFunction) polynomial.create(100, 1).function();
        assertThat(GraphStatistics.of(function.graph()).counts())
                .containsOnlyKeys(Operation.ADD, Operation.SUBTRACT, Operation.MULTIPLY, Operation.SQUARE);
        assertThat(function.graph().operations()).isEqualTo(3999);
    }

    @Test
    void asManyOutputsAsInputsOrAFixedNumber() {
        assertThat(RandomGraphFamily.jacobian().outputs(12)).isEqualTo(12);
        WorkloadFamily five = RandomGraphFamily.jacobian().with(Map.of("outputs", "5"));
        assertThat(five.outputs(12)).isEqualTo(5);
        assertThat(five.minInputs()).isEqualTo(5);
        assertThat(five.create(12, 1).outputs()).isEqualTo(5);
    }

    @Test
    void theLargestMembersNodesCanStillBeNumbered() {
        WorkloadFamily family = RandomGraphFamily.scalar().with(Map.of("operations", "1000"));
        long nodes = family.operations(family.maxInputs()).orElseThrow() + family.maxInputs();
        assertThat(nodes).isLessThan(Integer.MAX_VALUE);
        assertThat(RandomGraphFamily.scalar().maxInputs()).isEqualTo(100_000_000);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        speed      | 3     | workload random has no parameter speed; it has operations, locality, mix, fanout, outputs
        operations | 2     | workload random: operations must be from 3 to 1000, not 2
        operations | 8.0   | workload random: operations must be from 3 to 1000, not 8.0
        operations | -8    | workload random: operations must be from 3 to 1000, not -8
        locality   | 3     | workload random: locality must be from 4 to 1000000, not 3
        fanout     | 99999999999 | workload random: fanout must be from 1 to 1000000, not 99999999999
        mix        | Mixed | workload random: mix must be one of polynomial, smooth, mixed, not Mixed
        outputs    | 0     | workload random: outputs must be from 1 to 100000000 or inputs, not 0
        """)
    void wrongParametersAreExplainedInOneLine(String key, String value, String message) {
        assertThatThrownBy(() -> RandomGraphFamily.scalar().with(Map.of(key, value)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void familiesWithoutParametersSaySo() {
        assertThat(new Product().parameters()).isEmpty();
        assertThatThrownBy(() -> new Product().with(Map.of("operations", "8")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("workload product has no parameters");
    }
}
