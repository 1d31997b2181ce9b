package dev.gradgap.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradgap.results.directory.RunDirectory;
import dev.gradgap.results.environment.Environment;
import dev.gradgap.results.journal.ForkResult;
import dev.gradgap.results.journal.Journal;
import dev.gradgap.results.journal.RunData;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The 1,440 real forks of six cells of one jar that a calibration measured, cut into 24 runs of ten forks a cell. */
final class OneJarTest {

    private static final Path CALIBRATION = Path.of("results", "reference", "compare", "self");
    private static final int FORKS = 10;

    private static List<HistoryEntry> runs() {
        List<HistoryEntry> entries = new ArrayList<>();
        for (String side : List.of("base", "head")) {
            RunData all = Journal.read(CALIBRATION.resolve(side)).run();
            Environment environment = RunDirectory.readEnvironment(CALIBRATION.resolve(side));
            int rounds = all.forks().stream().mapToInt(ForkResult::round).max().orElseThrow() + 1;
            for (int first = 0; first < rounds; first += FORKS) {
                int from = first;
                List<ForkResult> forks = all.forks().stream()
                        .filter(fork -> fork.round() >= from && fork.round() < from + FORKS)
                        .toList();
                int minute = 2 * first + (side.equals("base") ? 0 : 1);
                Map<String, Object> fields = new HashMap<>(environment.fields());
                fields.put(
                        "date", Instant.EPOCH.plus(Duration.ofMinutes(minute)).toString());
                entries.add(History.entry(side, new RunData(all.header(), forks), new Environment(fields)));
            }
        }
        return HistoryEntry.runs(entries);
    }

    @Test
    void aJarThatDoesNotChangeHasOneChangeAtMost() {
        List<HistoryEntry> runs = runs();
        List<Series> series = Trend.of("f", runs, cell -> true, new ChangeFinder(KnownChanges.none(), 0.01, 0))
                .series();

        assertThat(runs).hasSize(24);
        assertThat(series).hasSize(6).allSatisfy(one -> assertThat(one.points()).hasSize(24));
        assertThat(series.stream().flatMap(one -> one.changes().stream())).hasSizeLessThanOrEqualTo(1);
    }
}
