package dev.gradgap.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradgap.engine.Mode;
import dev.gradgap.results.Method;
import dev.gradgap.results.Status;
import dev.gradgap.results.journal.ForkResult;
import dev.gradgap.results.journal.MadeUpCell;
import dev.gradgap.results.journal.MadeUpFork;
import dev.gradgap.results.journal.PlannedCell;
import dev.gradgap.results.journal.RunHeader;
import dev.gradgap.run.suite.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CampaignTest {

    private static final int FORKS = 3;

    private final List<ForkResult> journal = new ArrayList<>();

    /** Answers at once; cells at or above {@code sampledFrom} inputs are sampled, engine "bad" fails. */
    private record FakeExecutor(int sampledFrom, List<String> log) implements Executor {
        @Override
        public ForkResult execute(int index, PlannedCell cell, int round, Optional<Method> method) {
            log.add(index + "@" + round + method.map(m -> " " + m.label()).orElse(""));
            if (cell.engine().equals("bad")) {
                return result(index, round, Status.FAILED, Method.MEASURED);
            }
            if (cell.engine().equals("unjudged")) {
                return result(index, round, Status.UNVERIFIED, Method.MEASURED);
            }
            Method chosen = method.orElse(cell.inputs() >= sampledFrom ? Method.SAMPLED : Method.MEASURED);
            return result(index, round, Status.OK, chosen);
        }
    }

    private static ForkResult result(int cell, int round, Status status, Method method) {
        return MadeUpFork.of(cell, round)
                .ended(status, status == Status.OK ? "" : "planted")
                .method(method)
                .times(status == Status.OK ? List.of(1.0) : List.of())
                .seconds(2.0)
                .fork();
    }

    private static RunHeader header(PlannedCell... cells) {
        return new RunHeader(RunHeader.SCHEMA, "test", 7, FORKS, Settings.DEFAULT.toMap(), List.of(), List.of(cells));
    }

    private static PlannedCell cell(String engine, int inputs, boolean sampleAlso) {
        return MadeUpCell.of("w", inputs, engine)
                .mode(Mode.FORWARD)
                .sampleAlso(sampleAlso)
                .planned();
    }

    private Campaign campaign(RunHeader header, List<ForkResult> earlier, Executor executor) {
        return new Campaign(header, earlier, executor, journal::add, () -> false);
    }

    @Test
    void everyRoundMeasuresEveryCellOnceInAnOrderOfItsOwn() {
        PlannedCell[] cells =
                IntStream.range(0, 40).mapToObj(k -> cell("e" + k, 1, false)).toArray(PlannedCell[]::new);
        FakeExecutor executor = new FakeExecutor(100, new ArrayList<>());

        assertThat(campaign(header(cells), List.of(), executor).run(() -> {})).isTrue();

        assertThat(journal).hasSize(40 * FORKS);
        List<List<Integer>> orders = IntStream.range(0, FORKS)
                .mapToObj(round -> journal.stream()
                        .filter(fork -> fork.round() == round)
                        .map(ForkResult::cell)
                        .toList())
                .toList();
        assertThat(orders).allSatisfy(order -> assertThat(order)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, 40).boxed().toList()));
        assertThat(orders).doesNotHaveDuplicates();
    }

    @Test
    void aCellWithForksOfItsOwnTakesPartInAsManyRounds() {
        PlannedCell few =
                MadeUpCell.of("w", 1, "few").settings(Map.of("forks", "1")).planned();
        PlannedCell many =
                MadeUpCell.of("w", 1, "many").settings(Map.of("forks", "5")).planned();
        FakeExecutor executor = new FakeExecutor(100, new ArrayList<>());
        Campaign campaign = campaign(header(few, many, cell("e", 1, false)), List.of(), executor);
        assertThat(campaign.forecast().forksLeft()).isEqualTo(1 + 5 + FORKS);

        campaign.run(() -> {});

        assertThat(executor.log).filteredOn(fork -> fork.startsWith("0@")).containsExactly("0@0");
        assertThat(executor.log).filteredOn(fork -> fork.startsWith("1@")).hasSize(5);
        assertThat(executor.log).filteredOn(fork -> fork.startsWith("2@")).hasSize(FORKS);
        assertThat(campaign.forecast().forksLeft()).isZero();
    }

    @Test
    void aFailedCellIsNotRepeated() {
        FakeExecutor executor = new FakeExecutor(100, new ArrayList<>());

        campaign(header(cell("bad", 1, false), cell("good", 1, false)), List.of(), executor)
                .run(() -> {});

        assertThat(journal.stream().filter(fork -> fork.cell() == 0)).hasSize(1);
        assertThat(journal.stream().filter(fork -> fork.cell() == 1)).hasSize(FORKS);
    }

    @Test
    void aCellThatCannotBeJudgedIsNotRepeated() {
        FakeExecutor executor = new FakeExecutor(100, new ArrayList<>());

        campaign(header(cell("unjudged", 1, false)), List.of(), executor).run(() -> {});

        assertThat(journal).extracting(ForkResult::status).containsExactly(Status.UNVERIFIED);
    }

    @Test
    void theFirstForkDecidesWhetherToSampleAndTheOthersFollow() {
        FakeExecutor executor = new FakeExecutor(10, new ArrayList<>());

        campaign(header(cell("e", 16, false)), List.of(), executor).run(() -> {});

        assertThat(executor.log).containsExactly("0@0", "0@1 sampled", "0@2 sampled");
    }

    @Test
    void aSampleStandsBesideAWholeMeasurementWhereBothAreWanted() {
        FakeExecutor executor = new FakeExecutor(10, new ArrayList<>());

        campaign(header(cell("e", 1, true), cell("e", 16, true)), List.of(), executor)
                .run(() -> {});

        assertThat(journal.stream().filter(fork -> fork.cell() == 0).map(ForkResult::method))
                .containsExactly(
                        Method.MEASURED,
                        Method.SAMPLED,
                        Method.MEASURED,
                        Method.SAMPLED,
                        Method.MEASURED,
                        Method.SAMPLED);
        assertThat(journal.stream().filter(fork -> fork.cell() == 1).map(ForkResult::method))
                .containsOnly(Method.SAMPLED)
                .hasSize(FORKS);
    }

    @Test
    void aResumedRunDoesOnlyWhatIsMissing() {
        RunHeader header = header(cell("e", 1, true), cell("f", 16, false), cell("bad", 1, false));
        campaign(header, List.of(), new FakeExecutor(10, new ArrayList<>())).run(() -> {});
        List<ForkResult> whole = List.copyOf(journal);

        for (int kept = 0; kept <= whole.size(); kept++) {
            journal.clear();
            journal.addAll(whole.subList(0, kept));
            FakeExecutor executor = new FakeExecutor(10, new ArrayList<>());
            campaign(header, whole.subList(0, kept), executor).run(() -> {});

            assertThat(journal).containsExactlyInAnyOrderElementsOf(whole);
            assertThat(executor.log).hasSize(whole.size() - kept);
        }
    }

    @Test
    void aStopDropsTheForkUnderWayAndKeepsTheFinishedOnes() {
        FakeExecutor executor = new FakeExecutor(100, new ArrayList<>());
        Campaign campaign = new Campaign(
                header(cell("e", 1, false), cell("f", 1, false)),
                List.of(),
                executor,
                journal::add,
                () -> executor.log.size() == 3);

        assertThat(campaign.run(() -> {})).isFalse();

        assertThat(executor.log).hasSize(3);
        assertThat(journal).hasSize(2);
    }

    @Test
    void aJournalThatCannotBeWrittenEndsTheRun() {
        Campaign campaign = new Campaign(
                header(cell("e", 1, false)),
                List.of(),
                new FakeExecutor(100, new ArrayList<>()),
                fork -> {
                    throw new UncheckedIOException(new IOException("no space left"));
                },
                () -> false);

        assertThatThrownBy(() -> campaign.run(() -> {})).hasMessageContaining("no space left");
    }

    @Test
    void theForecastEndsAtZeroAndCountsEveryFork() {
        RunHeader header = header(cell("e", 1, true), cell("e", 16, true), cell("f", 1, false), cell("bad", 1, false));
        Campaign campaign = campaign(header, List.of(), new FakeExecutor(10, new ArrayList<>()));
        List<Double> remaining = new ArrayList<>();

        campaign.run(() -> remaining.add(campaign.forecast().remainingSeconds()));

        assertThat(campaign.forecast().forksFinished()).isEqualTo(journal.size());
        assertThat(campaign.forecast().forksLeft()).isZero();
        assertThat(campaign.forecast().remainingSeconds()).isZero();
        assertThat(campaign.forecast().elapsedSeconds()).isEqualTo(2.0 * journal.size());
        // From the second round on every fork takes what the first one took: two seconds.
        assertThat(remaining.get(remaining.size() - 2)).isEqualTo(2.0);
    }
}
