package dev.gradgap.report.finding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradgap.engine.Technology;
import dev.gradgap.results.Crossover;
import dev.gradgap.results.Gap;
import dev.gradgap.results.Method;
import dev.gradgap.results.RunResults;
import dev.gradgap.statistics.CrossoverEstimate;
import dev.gradgap.statistics.CrossoverEstimate.Status;
import dev.gradgap.statistics.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class SentencesTest {

    private final List<SampleCell> cells = new ArrayList<>();
    private final List<Gap> gaps = new ArrayList<>();
    private final List<Crossover> crossovers = new ArrayList<>();

    private SentencesTest gap(String workload, int n, int outputs, Technology technology, double gap) {
        cells.add(SampleCell.of(workload, n).outputs(outputs));
        gaps.add(new Gap(
                workload,
                n,
                OptionalLong.of(n),
                technology,
                technology.label() + "-forward",
                technology.label() + "-reverse",
                n,
                gap,
                1,
                new Interval(gap, gap / 2, 2 * gap),
                Method.MEASURED,
                technology.label()));
        return this;
    }

    private SentencesTest crossover(String workload, Status status, Optional<Interval> at) {
        crossovers.add(new Crossover(
                workload,
                Technology.GRAPH,
                "graph-forward",
                "graph-reverse",
                new CrossoverEstimate(status, at),
                Technology.GRAPH.label()));
        return this;
    }

    private List<String> sentences() {
        RunResults results = SampleCell.results(cells, gaps);
        return Sentences.of(
                new RunResults(results.cells(), results.gaps(), crossovers, List.of(), List.of(), List.of()));
    }

    @Test
    void theGapAndTheCrossoverOfOneWorkloadHaveTheirIntervals() {
        gap("chain", 1024, 1, Technology.GRAPH, 100)
                .crossover("chain", Status.FOUND, Optional.of(new Interval(4, 2, 8)));

        assertThat(sentences())
                .containsExactly(
                        "With 1K inputs, forward mode takes 100 [50.0, 200] times as long as reverse mode (chain; technology"
                                + " graph, forward time measured).",
                        "Reverse mode is the faster one from about N = 4.00 [2.00, 8.00] on (one workload).");
    }

    @Test
    void functionsOfSeveralOutputsAreNotMixedIn() {
        gap("chain", 64, 1, Technology.GRAPH, 100).gap("bratu", 1024, 1024, Technology.GRAPH, 1);
        crossover("chain", Status.BELOW, Optional.empty())
                .crossover("bratu", Status.FOUND, Optional.of(Interval.unknown(9)));

        assertThat(sentences().get(0)).startsWith("With 64 inputs, forward mode takes 100 ");
        assertThat(sentences().get(1))
                .isEqualTo("Reverse mode is the faster one at every size at which both were measured.");
    }

    @Test
    void whatNoiseWouldAllowOtherwiseIsNotSaidForCertain() {
        gap("chain", 2, 1, Technology.GRAPH, 1.9).gap("chain", 64, 1, Technology.GRAPH, 100);
        crossover("chain", Status.BELOW, Optional.empty());

        assertThat(sentences().get(1))
                .isEqualTo(
                        "Reverse mode is the faster one at every size at which both were measured, though not for certain"
                                + " at the smallest on chain.");
    }

    @Test
    void severalWorkloadsAreOneFigure() {
        gap("chain", 64, 1, Technology.GRAPH, 10).gap("tree", 64, 1, Technology.GRAPH, 1000);

        assertThat(sentences().get(0))
                .startsWith("With 64 inputs, forward mode takes 100 times")
                .contains("(geometric mean of 2 workloads, from 10.0 to 1,000; technology graph");
    }

    @Test
    void withNoOthersTheyAreTheVerdict() {
        gap("bratu", 1024, 1024, Technology.GRAPH, 1);

        assertThat(sentences().get(0)).startsWith("With 1K inputs, forward mode takes 1.00 ");
    }

    @Test
    void aGapThatNowhereReachesOneIsForwardModesWin() {
        gap("chain", 4, 1, Technology.GRAPH, 0.5).crossover("chain", Status.ABOVE, Optional.empty());

        assertThat(sentences().get(1))
                .isEqualTo("Forward mode is the faster one at every size at which both were measured.");
    }

    @Test
    void ofTechnologiesThatSayAsMuchTheOneTakenFurthestSpeaks() {
        gap("chain", 64, 1, Technology.OVERLOADING, 10).gap("chain", 128, 1, Technology.GRAPH, 20);

        assertThat(sentences().get(0)).startsWith("With 128 inputs").contains("technology graph");
    }
}
