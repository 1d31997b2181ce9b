package dev.gradgap.engine.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradgap.verify.contract.ContractFunctions.WeightedSquares;
import org.junit.jupiter.api.Test;

final class CommonsMathTest {

    @Test
    void moreThan512InputsAreRefusedWithTheReason() {
        CommonsMath engine = new CommonsMath();
        assertThat(engine.refusal(new WeightedSquares(512))).isEmpty();
        assertThat(engine.refusal(new WeightedSquares(513)).orElseThrow())
                .contains("at most 512 inputs, not 513")
                .contains("1.46 GB");
        assertThatThrownBy(() -> engine.prepare(new WeightedSquares(513)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("513");
    }

    @Test
    void predictionIncludesTheCompilersTables() {
        assertThat(new CommonsMath().predictedBytes(512, 1, 1000).orElseThrow()).isBetween(170_000_000L, 210_000_000L);
    }
}
