package dev.gradgap.report.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradgap.report.finding.SampleJacobian;
import java.util.List;
import org.junit.jupiter.api.Test;

class JacobianTableTest {

    @Test
    void theTableHasARowForEachNumberOfInputs() {
        assertThat(JacobianTable.of(SampleJacobian.MAP).header())
                .containsExactly("inputs n", "m = 1", "m = 16", "m = 64", "same time at m");
        assertThat(JacobianTable.of(SampleJacobian.MAP).rows())
                .containsExactly(
                        List.of("1", "either 1.10", "forward 20.0", "forward 80.0", "4.00 [2.00, 8.00]"),
                        List.of("256", "reverse 200", "reverse 10.0", "", "above the largest"));
    }
}
