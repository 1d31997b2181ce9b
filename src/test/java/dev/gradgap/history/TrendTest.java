package dev.gradgap.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.gradgap.engine.Operator;
import dev.gradgap.history.Change.Kind;
import dev.gradgap.history.HistoryEntry.CellName;
import dev.gradgap.history.HistoryEntry.Figures;
import dev.gradgap.results.ResultsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TrendTest {

    @TempDir
    private Path folder;

    private static List<HistoryEntry> history(long seed, double step) {
        SplittableRandom random = new SplittableRandom(seed);
        return IntStream.range(0, 30)
                .mapToObj(day -> HistoryTest.entry(
                        day, "a", 1000 * (day < 18 ? 1 : step) * Math.exp(0.01 * random.nextGaussian()), 64))
                .toList();
    }

    private static Series only(List<HistoryEntry> entries, KnownChanges known) {
        return Trend.of("f", entries, key -> true, known, 0.01).series().get(0);
    }

    @Test
    void aStepOfTenPercentIsFoundWhereItIs() {
        for (long seed = 0; seed < 10; seed++) {
            List<Change> changes = only(history(seed, 1.1), KnownChanges.none()).changes();
            assertThat(changes).anySatisfy(change -> {
                assertThat(change.kind()).isEqualTo(Kind.TIME);
                assertThat(change.at()).isBetween(17, 19);
                assertThat(change.ratio().estimate()).isCloseTo(1.1, within(0.02));
                assertThat(change.ratio().low()).isGreaterThan(1.05);
            });
        }
    }

    @Test
    void seriesWithoutAStepHardlyEverShowOne() {
        long found = IntStream.range(0, 50)
                .filter(seed ->
                        !only(history(seed, 1), KnownChanges.none()).changes().isEmpty())
                .count();
        assertThat(found).isLessThanOrEqualTo(3);
    }

    @Test
    void figuresWithoutNoiseChangeWhereverTheyDiffer() {
        List<HistoryEntry> entries = List.of(
                HistoryTest.entry(1, "a", 1, 64), HistoryTest.entry(2, "a", 1, 65), HistoryTest.entry(3, "a", 1, 65));
        assertThat(only(entries, KnownChanges.none()).changes()).singleElement().satisfies(change -> {
            assertThat(change.kind()).isEqualTo(Kind.TAPE_BYTES);
            assertThat(change.at()).isEqualTo(1);
        });
    }

    @Test
    void anotherDefinitionOfTheWorkloadCutsTheSeries() {
        List<HistoryEntry> entries = IntStream.range(0, 20)
                .mapToObj(day -> HistoryTest.entry(day, day < 10 ? "a" : "b", day < 10 ? 1000 : 2000, day < 10 ? 1 : 2))
                .toList();
        Series series = only(entries, KnownChanges.none());
        assertThat(series.cuts()).containsExactly(10);
        assertThat(series.changes()).isEmpty();
    }

    @Test
    void knownChangesAreAnnotated() throws IOException {
        Path file = Files.writeString(
                folder.resolve("known-changes.csv"),
                "since,workload,engine,note\n" + HistoryTest.entry(1, "a", 1, 1).date()
                        + ",rosen*,graph-*,a new tape\n");
        List<HistoryEntry> entries = List.of(HistoryTest.entry(0, "a", 1, 64), HistoryTest.entry(1, "a", 1, 65));
        assertThat(only(entries, KnownChanges.read(file)).changes().get(0).note())
                .contains("a new tape");
        Files.writeString(file, "since,workload,note\n2026-01-01,x,y\n");
        assertThatThrownBy(() -> KnownChanges.read(file))
                .isInstanceOf(ResultsException.class)
                .hasMessage(file + ":1: missing column engine");
    }

    @Test
    void filesAreTheSameBytesInEveryLocaleAndNamesAreNoMarkup() throws IOException {
        CellName evil = new CellName("<script>alert(1)</script>", 8, "e\"'&", Operator.GRADIENT);
        List<HistoryEntry> entries = IntStream.range(0, 12)
                .mapToObj(day -> {
                    HistoryEntry entry = HistoryTest.entry(day, "a", 1, 1);
                    Figures figures = new Figures(
                            evil,
                            day < 6 ? 1000.5 : 2000.25,
                            3,
                            OptionalLong.empty(),
                            OptionalLong.empty(),
                            OptionalDouble.empty());
                    return new HistoryEntry(
                            entry.date(),
                            entry.commit(),
                            "",
                            "pr",
                            new TreeMap<>(Map.of("cpu_model", "<b>")),
                            Map.of(),
                            List.of(figures));
                })
                .toList();
        Locale before = Locale.getDefault();
        try {
            for (String locale : List.of("en", "de", "ar-EG", "tr")) {
                Locale.setDefault(Locale.forLanguageTag(locale));
                TrendFiles.write(
                        folder.resolve(locale),
                        List.of(Trend.of("f", entries, key -> true, KnownChanges.none(), 0.01)));
            }
        } finally {
            Locale.setDefault(before);
        }
        String html = Files.readString(folder.resolve("en").resolve(TrendFiles.HTML));
        assertThat(html)
                .contains("&lt;script&gt;alert(1)", "+99.9 %")
                .doesNotContain("<script", "<b>", "http-equiv", "src=", "@import");
        for (String locale : List.of("de", "ar-EG", "tr")) {
            for (String name : List.of(TrendFiles.HTML, TrendFiles.CSV)) {
                assertThat(folder.resolve(locale).resolve(name))
                        .hasSameBinaryContentAs(folder.resolve("en").resolve(name));
            }
        }
        assertThat(folder.resolve("en").resolve(TrendFiles.SVG)).isDirectoryContaining("glob:**.svg");
    }
}
