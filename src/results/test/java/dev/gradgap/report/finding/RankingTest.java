package dev.gradgap.report.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gradgap.engine.Mode;
import dev.gradgap.engine.Operator;
import dev.gradgap.engine.Technology;
import dev.gradgap.statistics.Interval;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RankingTest {

    private final List<SampleCell> cells = new ArrayList<>();

    private RankingTest with(String workload, int inputs, String engine, double ns) {
        cells.add(SampleCell.of(workload, inputs).engine(engine).ns(ns));
        return this;
    }

    private Ranking ranking() {
        List<Ranking> rankings = Ranking.of(SampleCell.results(cells));
        assertThat(rankings).hasSize(1);
        return rankings.get(0);
    }

    private static List<String> engines(Ranking ranking) {
        return ranking.places().stream().map(Ranking.Place::engine).toList();
    }

    /** The other's figures are 8, 2 and 4: t of two degrees of freedom is 4.3027, the standard deviation of their ln is ln 2. */
    @Test
    void anEngineIsMeasuredByTheFastestOnEveryFamily() {
        with("valley", 16, "slow", 80).with("valley", 16, "fast", 10);
        with("ridge", 16, "slow", 20).with("ridge", 16, "fast", 10);
        with("gorge", 16, "slow", 40).with("gorge", 16, "fast", 10);

        assertThat(ranking().title()).isEqualTo("gradient, reverse mode");
        assertThat(engines(ranking())).containsExactly("fast", "slow");
        assertThat(ranking().families()).containsExactly("valley", "ridge", "gorge");
        assertThat(ranking().places().get(0).slowdown()).isEqualTo(new Interval(1, 1, 1));
        Interval slow = ranking().places().get(1).slowdown();
        assertThat(slow.estimate()).isCloseTo(4, within(1e-12));
        assertThat(Math.log(slow.high() / slow.estimate()) / Math.log(2))
                .isCloseTo(4.3027 / Math.sqrt(3), within(0.001));
    }

    @Test
    void aFamilyWeighsTheSameAtHoweverManySizesItWasTimed() {
        with("valley", 1, "slow", 8).with("valley", 1, "fast", 1);
        with("ridge", 1, "slow", 2).with("ridge", 1, "fast", 1);
        with("ridge:bend=2", 16, "slow", 2).with("ridge:bend=2", 16, "fast", 1);

        assertThat(ranking().families()).containsExactly("valley", "ridge");
        assertThat(ranking().tasks()).isEqualTo(3);
        assertThat(ranking().places().get(1).slowdown().estimate()).isCloseTo(4, within(1e-12));
    }

    @Test
    void aFamilyWithOneSizeDoesNotWeighAsMuchAsOneWithSeveral() {
        for (int inputs : new int[] {4, 64, 1024}) {
            with("valley", inputs, "slow", 8).with("valley", inputs, "fast", 1);
        }
        with("bratu", 1, "slow", 1).with("bratu", 1, "fast", 1);

        assertThat(ranking().families()).containsExactly("valley");
        assertThat(ranking().places().get(1).slowdown().estimate()).isCloseTo(8, within(1e-12));
    }

    @Test
    void theSizesThatWereComparedAreNamed() {
        for (int inputs : new int[] {1024, 4}) {
            with("valley", inputs, "slow", 8).with("valley", inputs, "fast", 1);
        }
        with("ridge", 16, "slow", 2).with("ridge", 16, "fast", 1);

        assertThat(ranking().comparedAt()).containsExactly("valley 4, 1K", "ridge 16");
    }

    @Test
    void twoFamiliesGiveNoInterval() {
        with("valley", 16, "slow", 80).with("valley", 16, "fast", 10);
        with("ridge", 16, "slow", 20).with("ridge", 16, "fast", 10);

        assertThat(ranking().places()).noneMatch(place -> place.slowdown().isKnown());
    }

    /** Otherwise the engine that was spared the large sizes would seem the faster one. */
    @Test
    void onlyTasksThatEveryRankedEngineDidCount() {
        with("valley", 16, "a", 10).with("valley", 16, "b", 20);
        with("ridge", 16, "a", 10).with("ridge", 16, "b", 20).with("gorge", 16, "a", 1000);

        assertThat(ranking().tasks()).isEqualTo(2);
        assertThat(ranking().families()).doesNotContain("gorge");
    }

    @Test
    void enginesThatEachMissATaskAreComparedAtWhatTheyShare() {
        for (String family : List.of("valley", "ridge", "gorge")) {
            with(family, 16, "a", 10).with(family, 16, "b", 20).with(family, 16, "c", 30);
        }
        with("plain", 16, "a", 10).with("plain", 16, "b", 20).with("peak", 16, "c", 30);

        assertThat(engines(ranking())).containsExactly("a", "b", "c");
        assertThat(ranking().families()).containsExactly("valley", "ridge", "gorge");
    }

    @Test
    void anEngineTimedOnOneFamilyDoesNotCostTheOthersTheirs() {
        for (String family : List.of("valley", "ridge", "gorge", "plain")) {
            with(family, 16, "a", 10).with(family, 16, "b", 20);
        }
        with("valley", 16, "guest", 5);

        assertThat(ranking().families()).hasSize(4);
        assertThat(engines(ranking())).containsExactly("a", "b");
        assertThat(ranking().leftOut()).containsExactly("guest");
    }

    @Test
    void modesAndOperatorsAreRankedApart() {
        for (String engine : List.of("a", "b")) {
            with("valley", 16, engine, 1);
            cells.add(SampleCell.of("valley", 16).engine(engine).operator(Operator.PREPARE));
            cells.add(SampleCell.of("valley", 16).engine(engine).operator(Operator.PRIMAL));
            cells.add(SampleCell.of("valley", 16).engine(engine + "-dual", Technology.GRAPH, Mode.FORWARD));
        }

        assertThat(Ranking.of(SampleCell.results(cells)))
                .extracting(Ranking::title)
                .containsExactly("prepare, reverse mode", "gradient, forward mode", "gradient, reverse mode");
    }

    @Test
    void aWholeMeasurementCountsBeforeASampledOneAndSampledOnesAreCounted() {
        cells.add(SampleCell.of("valley", 16).engine("a").ns(50).sampled());
        cells.add(SampleCell.of("ridge", 16).engine("a").ns(10).sampled());
        with("valley", 16, "a", 10).with("valley", 16, "b", 20).with("ridge", 16, "b", 20);

        assertThat(ranking().places()).extracting(Ranking.Place::sampledTasks).containsExactly(1, 0);
        assertThat(ranking().places().get(1).slowdown().estimate()).isCloseTo(2, within(1e-12));
    }

    @Test
    void oneEngineIsNoRanking() {
        assertThat(Ranking.of(SampleCell.results(cells))).isEmpty();
        with("valley", 16, "a", 10);
        cells.add(SampleCell.of("valley", 16).engine("b").failed());
        assertThat(Ranking.of(SampleCell.results(cells))).isEmpty();
    }
}
