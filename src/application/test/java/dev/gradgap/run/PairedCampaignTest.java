package dev.gradgap.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradgap.results.Method;
import dev.gradgap.results.Status;
import dev.gradgap.results.journal.ForkResult;
import dev.gradgap.results.journal.MadeUpCell;
import dev.gradgap.results.journal.MadeUpFork;
import dev.gradgap.results.journal.PlannedCell;
import dev.gradgap.results.journal.RunHeader;
import dev.gradgap.run.PairedCampaign.Side;
import dev.gradgap.run.suite.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PairedCampaignTest {

    private static final int CELLS = 30;
    private static final Set<Integer> ALL = IntStream.range(0, CELLS).boxed().collect(Collectors.toSet());

    /** A fork in the journal, with its side. */
    private record Measured(Side side, ForkResult fork) {}

    private final List<Measured> journal = new ArrayList<>();
    private int forksUntilStop = Integer.MAX_VALUE;

    private static RunHeader header() {
        List<PlannedCell> cells = IntStream.range(0, CELLS)
                .mapToObj(k -> MadeUpCell.of("w", 1, "e" + k).planned())
                .toList();
        return new RunHeader(RunHeader.SCHEMA, "test", 7, 3, Settings.DEFAULT.toMap(), List.of(), cells);
    }

    private static Executor executor(Status statusOfCellThree, Method method) {
        return (index, cell, round, wanted) -> MadeUpFork.of(index, round)
                .ended(index == 3 ? statusOfCellThree : Status.OK, "")
                .method(wanted.orElse(method))
                .times(List.of(1.0))
                .startedAt("")
                .seconds(2)
                .fork();
    }

    private PairedCampaign campaign(Status headOfCellThree) {
        Executor base = executor(Status.OK, Method.SAMPLED);
        Executor head = executor(headOfCellThree, Method.MEASURED);
        return new PairedCampaign(
                header(),
                (index, cell, round, method, order) -> order.stream()
                        .collect(Collectors.toMap(side -> side, side -> (side == Side.BASE ? base : head)
                                .execute(index, cell, round, method))),
                (side, fork) -> journal.add(new Measured(side, fork)),
                () -> journal.size() >= forksUntilStop);
    }

    private List<Side> sides(int cell) {
        return journal.stream()
                .filter(measured -> measured.fork().cell() == cell)
                .map(Measured::side)
                .toList();
    }

    @Test
    void twoRoundsOfACellAreABlockThatADriftCancelsIn() {
        PairedCampaign campaign = campaign(Status.OK);
        for (int round = 0; round < 4; round++) {
            assertThat(campaign.round(round, ALL, 1e9)).isTrue();
        }
        List<Side> abba = List.of(Side.BASE, Side.HEAD, Side.HEAD, Side.BASE);
        List<Side> baab = List.of(Side.HEAD, Side.BASE, Side.BASE, Side.HEAD);
        List<List<Side>> blocks = ALL.stream()
                .map(this::sides)
                .flatMap(sides -> List.of(sides.subList(0, 4), sides.subList(4, 8)).stream())
                .toList();
        assertThat(blocks).allMatch(block -> block.equals(abba) || block.equals(baab));
        assertThat(blocks.stream().filter(abba::equals).count()).isBetween(15L, 45L);
    }

    @Test
    void forksOfAPairAreNextToOneAnother() {
        campaign(Status.OK).round(0, ALL, 1e9);
        for (int i = 0; i < journal.size(); i += 2) {
            assertThat(journal.get(i).fork().cell())
                    .isEqualTo(journal.get(i + 1).fork().cell());
            assertThat(journal.get(i).side()).isNotEqualTo(journal.get(i + 1).side());
        }
        assertThat(journal).hasSize(2 * CELLS);
    }

    @Test
    void bothSidesAreTimedInTheSameWay() {
        PairedCampaign campaign = campaign(Status.OK);
        campaign.round(0, ALL, 1e9);
        campaign.round(1, ALL, 1e9);
        for (int cell : ALL) {
            assertThat(journal.stream()
                            .filter(measured -> measured.fork().cell() == cell)
                            .map(measured -> measured.fork().method())
                            .distinct())
                    .hasSize(1);
        }
    }

    @Test
    void aCellThatFailsOnOneSideIsNotRepeated() {
        PairedCampaign campaign = campaign(Status.FAILED);
        campaign.round(0, ALL, 1e9);
        campaign.round(1, ALL, 1e9);
        assertThat(sides(3).size()).isLessThanOrEqualTo(2);
        assertThat(sides(3)).contains(Side.HEAD);
        assertThat(campaign.isGivenUp(3)).isTrue();
        assertThat(sides(4)).hasSize(4);
    }

    @Test
    void noForkBeginsOnceTheBudgetIsSpent() {
        assertThat(campaign(Status.OK).round(0, ALL, 21)).isFalse();
        assertThat(journal).hasSize(12); // of two seconds each
    }

    /** Forks that measure by turns run at the same time. */
    @Test
    void theTimeOfForksThatRanAtTheSameTimeCountsOnce() {
        PairedCampaign campaign = campaign(Status.OK);
        campaign.remember(Side.HEAD, at("2026-01-01T00:00:00.500Z", 3));
        campaign.remember(Side.BASE, at("2026-01-01T00:00:00Z", 2));
        assertThat(campaign.elapsedSeconds()).isEqualTo(3.5);

        PairedCampaign apart = campaign(Status.OK);
        apart.remember(Side.BASE, at("2026-01-01T00:00:00Z", 2));
        apart.remember(Side.HEAD, at("2026-01-01T00:00:07Z", 3));
        assertThat(apart.elapsedSeconds()).isEqualTo(5);
    }

    private static ForkResult at(String moment, double seconds) {
        return ForkResult.notMeasured(0, 0, Status.FAILED, "killed", moment, seconds);
    }

    @Test
    void aResumedComparisonMeasuresWhatIsMissingAndNothingTwice() {
        PairedCampaign whole = campaign(Status.OK);
        whole.round(0, ALL, 1e9);
        List<String> expected = journal.stream().map(PairedCampaignTest::name).toList();
        journal.clear();
        forksUntilStop = 17;
        assertThat(campaign(Status.OK).round(0, ALL, 1e9)).isFalse();
        forksUntilStop = Integer.MAX_VALUE;
        PairedCampaign resumed = campaign(Status.OK);
        List.copyOf(journal).forEach(measured -> resumed.remember(measured.side(), measured.fork()));
        assertThat(resumed.round(0, ALL, 1e9)).isTrue();
        assertThat(journal.stream().map(PairedCampaignTest::name)).containsExactlyElementsOf(expected);
    }

    private static String name(Measured measured) {
        return measured.side() + " " + measured.fork().cell() + " "
                + measured.fork().round();
    }
}
