package dev.gradgap.run.fork;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradgap.run.fork.ForkReport.Entry;
import org.junit.jupiter.api.Test;

class ForkReportTest {

    /** What an engine foretells or keeps is its own word, and the journal takes none that is negative. */
    @Test
    void aNumberOfThingsIsNotNegative() {
        assertThat(ForkReport.empty().set(Entry.PREDICTED_BYTES, 0).whole(Entry.PREDICTED_BYTES))
                .hasValue(0);
        assertThatThrownBy(() -> ForkReport.empty().set(Entry.PREDICTED_BYTES, -5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("predicted_bytes cannot be -5");
    }
}
