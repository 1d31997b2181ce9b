package dev.gradgap.results.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gradgap.results.journal.Journal;
import dev.gradgap.statistics.ForkStatistics;
import dev.gradgap.statistics.Interval;
import dev.gradgap.statistics.SharedNoise;
import dev.gradgap.statistics.Stopping;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.StatUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Real forks are not normally distributed. Do some of a cell's forks say where the others are, as often as their interval claims? From the
 * four forks of each cell of the committed run, in all ways to divide them.
 */
class CommittedForksTest {

    private static final int FORKS = 4;
    private static final int QUARTERS = 4;

    /** The logarithms of the forks of each cell that has four, those first that differ least. */
    private final List<double[]> cells = Row.of(
                    Journal.read(Path.of("results", "reference")).run())
            .stream()
            .map(row -> row.values().logarithms())
            .filter(forks -> forks.length == FORKS)
            .sorted(Comparator.comparingDouble(StatUtils::variance))
            .toList();

    /** The forks of a cell that are in a set, and those that are not. */
    private static double[] chosen(double[] forks, int set, boolean in) {
        return IntStream.range(0, forks.length)
                .filter(fork -> (set >> fork & 1) == 1 == in)
                .mapToDouble(fork -> forks[fork])
                .toArray();
    }

    /**
     * How some forks of each cell predict the others.
     *
     * @param within for each quarter of the cells, the share in which the mean of some forks and that of the others are within what the
     *     interval of the former says of such a difference
     * @param halfWidths of these intervals
     */
    private record Prediction(List<Double> within, List<Double> halfWidths) {

        double all() {
            return StatUtils.mean(array(within));
        }

        double noisiest() {
            return within.get(QUARTERS - 1);
        }

        double halfWidth(double percentile) {
            return StatUtils.percentile(array(halfWidths), percentile);
        }

        private static double[] array(List<Double> values) {
            return values.stream().mapToDouble(Double::doubleValue).toArray();
        }
    }

    private Prediction predict(int forks, Function<List<double[]>, SharedNoise> noise) {
        int[] within = new int[QUARTERS];
        int[] all = new int[QUARTERS];
        List<Double> halfWidths = new ArrayList<>();
        for (int set = 0; set < 1 << FORKS; set++) {
            if (Integer.bitCount(set) != forks) {
                continue;
            }
            List<double[]> known = new ArrayList<>();
            for (double[] cell : cells) {
                known.add(chosen(cell, set, true));
            }
            SharedNoise shared = noise.apply(known);
            for (int i = 0; i < cells.size(); i++) {
                double[] others = chosen(cells.get(i), set, false);
                double difference = Math.abs(StatUtils.mean(known.get(i)) - StatUtils.mean(others));
                double halfWidth = halfWidth(known.get(i), shared);
                double two = Math.sqrt(
                        1 + (double) forks / others.length); // two means differ by more than one from the truth
                int quarter = i * QUARTERS / cells.size();
                within[quarter] += difference <= halfWidth * two ? 1 : 0;
                all[quarter]++;
                halfWidths.add(halfWidth);
            }
        }
        return new Prediction(
                IntStream.range(0, QUARTERS)
                        .mapToObj(i -> (double) within[i] / all[i])
                        .toList(),
                halfWidths);
    }

    private static double halfWidth(double[] logarithms, SharedNoise shared) {
        double[] times = Arrays.stream(logarithms).map(Math::exp).toArray();
        Interval interval = ForkStatistics.interval(times, Stopping.NEVER, shared);
        return Math.log(interval.high() / interval.estimate());
    }

    /** The table of docs/methodology.md. */
    @ParameterizedTest
    @CsvSource({
        "3, false, 0.89, 0.85, 0.15, 0.53",
        "2, true,  0.97, 0.91, 0.24, 0.53",
        "3, true,  0.94, 0.83, 0.14, 0.33",
    })
    void forksSayWhereTheOthersAre(
            int forks, boolean sharing, double all, double noisiest, double halfWidth, double worstTenth) {
        Prediction prediction = predict(forks, sharing ? SharedNoise::of : cells -> SharedNoise.NONE);

        assertThat(cells).hasSizeGreaterThan(300);
        assertThat(prediction.all()).isCloseTo(all, within(0.006));
        assertThat(prediction.noisiest()).isCloseTo(noisiest, within(0.006));
        assertThat(prediction.halfWidth(50)).isCloseTo(halfWidth, within(0.006));
        assertThat(prediction.halfWidth(90)).isCloseTo(worstTenth, within(0.006));
    }

    @Test
    void twoForksWithWhatCellsSharePredictBetterThanThreeWithoutHoweverNoisyTheCellIs() {
        Prediction shared = predict(2, SharedNoise::of);
        Prediction students = predict(3, cells -> SharedNoise.NONE);

        for (int quarter = 0; quarter < QUARTERS; quarter++) {
            assertThat(shared.within.get(quarter)).isGreaterThan(students.within.get(quarter));
        }
    }
}
