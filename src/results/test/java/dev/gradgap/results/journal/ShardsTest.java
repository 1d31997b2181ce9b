package dev.gradgap.results.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradgap.results.analysis.Runs;
import dev.gradgap.text.UserError;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ShardsTest {

    private static final RunData FIRST = Runs.run(List.of(Runs.FORWARD), Runs.measured(0, 0, 1.0));
    private static final RunData SECOND =
            Runs.run(List.of(Runs.REVERSE, Runs.PRIMAL), Runs.measured(1, 0, 3.0), Runs.measured(0, 0, 2.0));

    private static Map<Path, RunData> parts(RunData first, RunData second) {
        Map<Path, RunData> parts = new LinkedHashMap<>();
        parts.put(Path.of("one"), first);
        parts.put(Path.of("two"), second);
        return parts;
    }

    @Test
    void forksFollowTheirCells() {
        RunData merged = Shards.merge(parts(FIRST, SECOND));
        assertThat(merged.header().cells()).containsExactly(Runs.FORWARD, Runs.REVERSE, Runs.PRIMAL);
        assertThat(merged.forks())
                .extracting(fork -> merged.cellOf(fork) + " " + fork.timesNs())
                .containsExactly(Runs.FORWARD + " [1.0]", Runs.PRIMAL + " [3.0]", Runs.REVERSE + " [2.0]");
    }

    @Test
    void aCellOfTwoPartsIsRefused() {
        assertThatThrownBy(() -> Shards.merge(parts(FIRST, FIRST)))
                .isInstanceOf(UserError.class)
                .hasMessage("cannot merge: two has rosenbrock 4 graph-forward gradient, which another part has too");
    }

    @Test
    void partsOfDifferentRunsAreRefused() {
        RunHeader header = SECOND.header();
        RunHeader other = new RunHeader(
                header.schema(),
                header.suite(),
                8,
                header.forks(),
                header.settings(),
                header.plugins(),
                header.cells());
        assertThatThrownBy(() -> Shards.merge(parts(FIRST, new RunData(other, SECOND.forks()))))
                .hasMessage("cannot merge: seed is 7 in one and 8 in two");
    }
}
