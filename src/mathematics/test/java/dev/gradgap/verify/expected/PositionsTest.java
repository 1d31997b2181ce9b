package dev.gradgap.verify.expected;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradgap.workload.Seed;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PositionsTest {

    @Test
    void fewEnoughPositionsAreAllTaken() {
        assertThat(Positions.sample(5, 5, new Seed(1))).containsExactly(0, 1, 2, 3, 4);
        assertThat(Positions.sample(1, 64, new Seed(1))).containsExactly(0);
    }

    @ParameterizedTest
    @ValueSource(ints = {65, 100, 1000, Integer.MAX_VALUE})
    void sampleIsAscendingDistinctAndReachesBothEnds(int n) {
        int[] sample = Positions.sample(n, 64, new Seed(n));
        assertThat(sample).hasSize(64).isSorted().startsWith(0).endsWith(n - 1);
        assertThat(Arrays.stream(sample).distinct().count()).isEqualTo(64);
    }
}
