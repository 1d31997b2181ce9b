package dev.gradgap.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CompilerTimeTest {

    @Test
    void codeThatIsCompiledTakesTheCompilersTime() {
        CompilerTime time = new CompilerTime();
        long before = time.nanos();
        double sum = 0;
        for (int k = 0; k < 2_000_000; k++) {
            sum = Math.fma(sum, 0.5, k);
        }
        assertThat(sum).isPositive();
        assertThat(time.nanos()).isGreaterThanOrEqualTo(before);
    }
}
