package dev.gradgap.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.gradgap.history.Change.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class TrendTest {

    private static final ChangeFinder FINDER = new ChangeFinder(KnownChanges.none(), 0.01, 0);

    private static List<HistoryEntry> history(long seed, double step) {
        SplittableRandom random = new SplittableRandom(seed);
        return days(
                30,
                day -> Entries.of(day, "a", 1000 * (day < 18 ? 1 : step) * Math.exp(0.01 * random.nextGaussian()), 64));
    }

    private static List<HistoryEntry> days(int count, IntFunction<HistoryEntry> entry) {
        return IntStream.range(0, count).mapToObj(entry).toList();
    }

    private static List<Series> series(List<HistoryEntry> entries) {
        return Trend.of("f", entries, cell -> true, FINDER).series();
    }

    private static Series only(List<HistoryEntry> entries) {
        assertThat(series(entries)).hasSize(1);
        return series(entries).get(0);
    }

    @Test
    void aStepOfTenPercentIsFoundWhereItIs() {
        for (long seed = 0; seed < 10; seed++) {
            Series series = only(history(seed, 1.1));
            assertThat(series.changes()).anySatisfy(change -> {
                assertThat(change.kind()).isEqualTo(Kind.TIME);
                assertThat(change.at()).isBetween(17, 19);
                assertThat(change.ratio().estimate()).isCloseTo(1.1, within(0.02));
                assertThat(change.ratio().low()).isGreaterThan(1.05);
                assertThat(change.before()).isCloseTo(1000, within(15.0));
                assertThat(series.after(change).date())
                        .isAfter(series.before(change).date());
            });
        }
    }

    @Test
    void seriesWithoutAStepHardlyEverShowOne() {
        long found = IntStream.range(0, 50)
                .filter(seed -> !only(history(seed, 1)).changes().isEmpty())
                .count();
        assertThat(found).isLessThanOrEqualTo(3);
    }

    @Test
    void figuresWithoutNoiseChangeWhereverTheyDiffer() {
        List<HistoryEntry> entries =
                List.of(Entries.of(1, "a", 1, 64), Entries.of(2, "a", 1, 65), Entries.of(3, "a", 1, 65));

        assertThat(only(entries).changes()).singleElement().satisfies(change -> {
            assertThat(change.kind()).isEqualTo(Kind.TAPE_BYTES);
            assertThat(change.at()).isEqualTo(1);
            assertThat(change.ratio().estimate()).isEqualTo(65.0 / 64);
        });
    }

    @Test
    void allocationChangesByMoreThanAHundredthEvenInSmallSteps() {
        assertThat(only(days(3, day -> Entries.allocating(day, 100_000 + 900 * (day % 2))))
                        .changes())
                .isEmpty();
        assertThat(only(days(6, day -> Entries.allocating(day, 100_000 + 600 * day)))
                        .changes())
                .extracting(Change::kind, Change::at)
                .containsExactly(tuple(Kind.ALLOC_BYTES, 2), tuple(Kind.ALLOC_BYTES, 4));
    }

    /** Garbage of the harness, shared by few calls: what the forks of one jar have said, run by run. */
    @Test
    void allocationThatForksDisagreeOnDoesNotChange() {
        assertThat(only(days(8, day -> Entries.allocating(day, day % 2 == 0 ? 2.71 : 2160, 2.7, 4000)))
                        .changes())
                .isEmpty();
    }

    @Test
    void allocationThatComesBackAtOnceDidNotChange() {
        assertThat(only(days(9, day -> Entries.allocating(day, day == 4 ? 2160 : 24)))
                        .changes())
                .isEmpty();
    }

    @Test
    void moreGarbageOnTheNewestRunIsToldAtOnce() {
        assertThat(only(days(9, day -> Entries.allocating(day, day == 8 ? 2160 : 24)))
                        .changes())
                .extracting(Change::kind, Change::at)
                .containsExactly(tuple(Kind.ALLOC_BYTES, 8));
    }

    @Test
    void aRiseOfTheNewestRunIsToldAsOneThatHasNotLasted() {
        List<HistoryEntry> entries = history(1, 1).subList(0, 20);
        List<HistoryEntry> risen = new ArrayList<>(entries.subList(0, 19));
        risen.add(Entries.of(19, "a", 1500, 64));

        assertThat(only(entries).changes()).isEmpty();
        assertThat(only(risen).changes())
                .extracting(Change::at, Change::lasting)
                .containsExactly(tuple(19, false));
    }

    @Test
    void whatIsSmallerThanTheGateIsNoChange() {
        List<HistoryEntry> entries = history(1, 1.1);
        ChangeFinder strict = new ChangeFinder(KnownChanges.none(), 0.01, 0.2);

        assertThat(only(entries).changes()).isNotEmpty();
        assertThat(Trend.of("f", entries, cell -> true, strict).series().get(0).changes())
                .isEmpty();
    }

    @Test
    void changesBetweenTheSameRunsAreOneGroup() {
        List<HistoryEntry> entries = IntStream.range(0, 20)
                .boxed()
                .flatMap(day -> Stream.of("graph-forward", "graph-reverse")
                        .map(engine -> Entries.ofEngine(engine, day, (day < 10 ? 1000 : 2000) + day % 2)))
                .toList();
        Trend trend = Trend.of("f", HistoryEntry.runs(entries), cell -> true, FINDER);

        assertThat(TrendTable.groups(List.of(trend))).singleElement().satisfies(group -> {
            assertThat(group.title())
                    .startsWith("0000000a00..0000000b00, since 2026-01-11")
                    .endsWith(": 2 cells");
            assertThat(group.rows()).hasSize(2);
        });
    }

    @Test
    void aHundredThousandRunsTakeSeconds() {
        List<HistoryEntry> entries =
                days(100_000, day -> Entries.of(day, "a", (day < 60_000 ? 1000 : 1100) + 10 * (day * 7919 % 13), 64));

        assertTimeout(
                Duration.ofSeconds(10),
                () -> assertThat(only(entries).changes()).extracting(Change::at).containsExactly(60_000));
    }

    @Test
    void anotherDefinitionOfTheWorkloadCutsTheSeries() {
        Series series =
                only(days(20, day -> Entries.of(day, day < 10 ? "a" : "b", day < 10 ? 1000 : 2000, day < 10 ? 1 : 2)));

        assertThat(series.cuts()).containsExactly(10);
        assertThat(series.changes()).isEmpty();
    }

    @Test
    void otherSettingsCutTheSeries() {
        Series series = only(days(
                20, day -> Entries.withSettings(day, Map.of("heap", day < 10 ? "1g" : "4g"), day < 10 ? 1000 : 2000)));

        assertThat(series.cuts()).containsExactly(10);
        assertThat(series.changes()).isEmpty();
    }

    @Test
    void suitesAndMethodsAreNeverMixed() {
        List<HistoryEntry> entries = IntStream.range(0, 20)
                .boxed()
                .flatMap(day -> Stream.of(
                        day < 10 ? Entries.of(day, "a", 1000, 64) : Entries.sampled(day, 2000),
                        Entries.ofSuite("standard", day, 3000)))
                .toList();

        assertThat(series(HistoryEntry.runs(entries)))
                .allSatisfy(series -> assertThat(series.changes()).isEmpty())
                .extracting(Series::name)
                .containsExactly(
                        "rosenbrock 1024 graph-reverse gradient, suite pr",
                        "rosenbrock 1024 graph-reverse gradient, suite standard",
                        "rosenbrock 1024 graph-reverse gradient sampled, suite pr");
    }

    @Test
    void whatChanceAloneWouldShowIsSaid() {
        List<HistoryEntry> few = days(5, day -> Entries.of(day, "a", 1, 64));
        List<HistoryEntry> many = days(6, day -> Entries.of(day, "a", 1, 64));

        assertThat(TrendTable.expectation(List.of(Trend.of("f", few, cell -> true, FINDER)), 0.01))
                .startsWith("No cell has six comparable runs yet");
        assertThat(TrendTable.expectation(List.of(Trend.of("f", many, cell -> true, FINDER)), 0.01))
                .isEqualTo("Changes of the time were looked for in 1 series, each at a significance of 1.00 %:"
                        + " chance alone would show about 0.0100.");
    }
}
