package dev.gradgap.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradgap.engine.Mode;
import dev.gradgap.results.Status;
import dev.gradgap.results.analysis.Analysis;
import dev.gradgap.results.journal.ForkResult;
import dev.gradgap.results.journal.MadeUpCell;
import dev.gradgap.results.journal.MadeUpFork;
import dev.gradgap.results.journal.PlannedCell;
import dev.gradgap.results.journal.RunHeader;
import dev.gradgap.run.suite.Settings;
import dev.gradgap.statistics.CrossoverEstimate;
import dev.gradgap.statistics.Interval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** On engines whose times are a formula. */
class RefinementTest {

    private static final int FORKS = 3;

    private final List<PlannedCell> added = new ArrayList<>();

    private static PlannedCell cell(int inputs, Mode mode) {
        return MadeUpCell.of("w", inputs, mode.label()).mode(mode).planned();
    }

    /** Measures both modes at some sizes, and refines. */
    private Campaign measured(ToDoubleBiFunction<PlannedCell, Integer> timeNs, int... sizes) {
        Map<String, String> settings =
                Settings.DEFAULT.with(Map.of("refine_s", "60")).toMap();
        List<PlannedCell> cells = Arrays.stream(sizes)
                .boxed()
                .flatMap(size -> Stream.of(cell(size, Mode.FORWARD), cell(size, Mode.REVERSE)))
                .toList();
        RunHeader header = new RunHeader(RunHeader.SCHEMA, "test", 7, FORKS, settings, List.of(), cells);
        Campaign campaign = new Campaign(
                header,
                new Forecast(header),
                List.of(),
                (index, cell, round, method) -> fork(index, round, timeNs.applyAsDouble(cell, round)),
                fork -> {},
                (index, cell) -> added.add(cell),
                () -> false);
        assertThat(campaign.run(() -> {})).isTrue();
        assertThat(campaign.forecast().remainingSeconds()).isZero();
        return campaign;
    }

    private static ForkResult fork(int cell, int round, double timeNs) {
        boolean ok = timeNs > 0;
        return MadeUpFork.of(cell, round)
                .ended(ok ? Status.OK : Status.FAILED, ok ? "" : "planted")
                .times(ok ? List.of(timeNs) : List.of())
                .fork();
    }

    private static Interval crossover(Campaign campaign) {
        return Analysis.of(campaign.data()).crossovers().get(0).estimate().at().orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(doubles = {1.5, 2.5, 9.3, 20.5, 100.1, 700.4, 1022.5})
    void theCrossoverIsClosedInOn(double crossing) {
        // Overheads at small sizes, so that the gap is no power law that would be right at once.
        Campaign campaign =
                measured((cell, round) -> cell.mode() == Mode.FORWARD ? 1 + cell.inputs() / crossing : 2, 1, 1024);

        assertThat(added).hasSizeBetween(2, 24);
        int below = (int) crossing;
        List<Integer> sizes = Stream.concat(Stream.of(1, 1024), added.stream().map(PlannedCell::inputs))
                .toList();
        int nearestBelow = sizes.stream()
                .filter(size -> size <= below)
                .max(Integer::compare)
                .orElseThrow();
        int nearestAbove = sizes.stream()
                .filter(size -> size > below)
                .min(Integer::compare)
                .orElseThrow();
        assertThat(nearestAbove == nearestBelow + 1 || nearestAbove <= 2.25 * nearestBelow)
                .as(sizes.toString())
                .isTrue();
        assertThat(crossover(campaign).estimate()).isBetween(crossing / 1.1, crossing * 1.1);
        assertThat(campaign.data().forks()).hasSize(FORKS * (4 + added.size()));
    }

    @Test
    void whatIsNoiseGetsMoreForksButNotForEver() {
        Campaign campaign = measured(
                (cell, round) -> (cell.mode() == Mode.FORWARD ? cell.inputs() : 0.1)
                        * (round % 2 == 0 || cell.mode() == Mode.REVERSE ? 1 : 3),
                1,
                1024);

        assertThat(added).isEmpty();
        assertThat(campaign.data().forks()).filteredOn(fork -> fork.cell() >= 2).hasSize(2 * 3 * FORKS);
    }

    @Test
    void whatIsSharpGetsNone() {
        Campaign campaign = measured((cell, round) -> cell.mode() == Mode.FORWARD ? cell.inputs() : 0.5, 1, 1024);

        assertThat(campaign.data().forks()).hasSize(FORKS * 4);
        assertThat(Analysis.of(campaign.data()).crossovers().get(0).estimate().status())
                .isEqualTo(CrossoverEstimate.Status.BELOW);
    }

    @Test
    void aSizeThatCannotBeMeasuredIsTriedOnce() {
        Campaign campaign = measured(
                (cell, round) -> cell.inputs() > 1 && cell.inputs() < 1024
                        ? -1
                        : cell.mode() == Mode.FORWARD ? cell.inputs() : 20,
                1,
                1024);

        assertThat(added).hasSize(2);
        assertThat(Refinement.next(campaign.data())).isEmpty();
    }
}
