package dev.gradgap.run.fork;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradgap.results.Memory;
import dev.gradgap.run.fork.ForkReport.Entry;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ForkReportTest {

    /** What an engine foretells or keeps is its own word, and the journal takes none that is negative. */
    @Test
    void aNumberOfThingsIsNotNegative() {
        assertThat(ForkReport.empty().memory(predicting(0)).memory()).isEqualTo(predicting(0));
        assertThatThrownBy(() -> ForkReport.empty().memory(predicting(-5)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("predicted_bytes cannot be -5");
        assertThatThrownBy(() -> ForkReport.empty().set(Entry.PASSES, -5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("passes cannot be -5");
    }

    private static Memory predicting(long bytes) {
        return Memory.found(OptionalLong.empty(), OptionalLong.of(bytes), OptionalLong.empty());
    }
}
