package dev.gradgap.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.math3.stat.StatUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SharedNoiseTest {

    private static final int CELLS = 112; // as many as the suite that has two forks a cell
    private static final int RUNS = 120;

    private final Random random = new Random(3);

    /** Of cells whose deviations are spread: the logarithms of their forks, the quiet ones first. */
    private List<double[]> forks(double spread, int forks) {
        return IntStream.range(0, CELLS)
                .mapToDouble(cell -> 0.06 * Math.exp(spread * random.nextGaussian()))
                .sorted()
                .mapToObj(deviation -> IntStream.range(0, forks)
                        .mapToDouble(fork -> deviation * random.nextGaussian())
                        .toArray())
                .toList();
    }

    private static double[] times(double[] logarithms) {
        return Arrays.stream(logarithms).map(Math::exp).toArray();
    }

    @Test
    void cellsThatAreAlikeShareAsMuchAsIsAllowed() {
        SharedNoise shared = SharedNoise.of(forks(0, 5));

        assertThat(shared.degrees()).isEqualTo(4);
        assertThat(Math.sqrt(shared.variance())).isCloseTo(0.06, within(0.006));
    }

    @ParameterizedTest
    @CsvSource({"0.5, 1.5", "1, 1.3", "2, 0.6"})
    void theMoreTheyDifferTheLessTheyShare(double spread, double most) {
        double[] degrees = IntStream.range(0, 20)
                .mapToDouble(run -> SharedNoise.of(forks(spread, 4)).degrees())
                .toArray();

        assertThat(ForkStatistics.median(degrees)).isBetween(0.0, spread < 1 ? 4 : most);
        assertThat(SharedNoise.of(forks(10, 4)).degrees()).isLessThan(0.2);
    }

    /** s0² and d0 of a scaled inverse chi-squared distribution are found again, d0 as it was. */
    @Test
    void degreesAreThoseOfTheDistributionThatTheVariancesHave() {
        double degrees = 2.5;
        List<double[]> cells = IntStream.range(0, 20_000)
                .mapToObj(cell -> {
                    double chiSquared = 2 * gamma(degrees / 2);
                    double deviation = Math.sqrt(0.01 * degrees / chiSquared);
                    return IntStream.range(0, 4)
                            .mapToDouble(fork -> deviation * random.nextGaussian())
                            .toArray();
                })
                .toList();

        assertThat(SharedNoise.of(cells).degrees()).isCloseTo(degrees, within(0.1));
    }

    /** G. Marsaglia and W. W. Tsang, A simple method for generating gamma variables, ACM TOMS 26, 2000; shape at least 1. */
    private double gamma(double shape) {
        double d = shape - 1.0 / 3;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double x = random.nextGaussian();
            double v = Math.pow(1 + c * x, 3);
            if (v > 0 && Math.log(random.nextDouble()) < x * x / 2 + d - d * v + d * Math.log(v)) {
                return d * v;
            }
        }
    }

    @Test
    void fewCellsShareNothing() {
        assertThat(SharedNoise.of(forks(0, 3).subList(0, 19))).isEqualTo(SharedNoise.NONE);
        assertThat(SharedNoise.of(forks(0, 1))).isEqualTo(SharedNoise.NONE);
        assertThat(SharedNoise.of(forks(0, 3).subList(0, 20)).degrees()).isGreaterThan(0);
    }

    @Test
    void withNothingSharedTheIntervalIsStudents() {
        double[] forks = {1, 1.1, 1.3};

        assertThat(ForkStatistics.interval(forks, Stopping.NEVER, SharedNoise.NONE))
                .isEqualTo(ForkStatistics.interval(forks));
    }

    @Test
    void forksThatAgreeByLuckHaveTheNoiseOfTheOthers() {
        SharedNoise shared = new SharedNoise(2, 0.01);
        Interval interval = ForkStatistics.interval(new double[] {5, 5}, Stopping.NEVER, shared);

        double variance = 2 * 0.01 / 3; // of two forks with none of their own, one degree of three
        assertThat(Math.log(interval.high() / 5)).isCloseTo(3.1824463 * Math.sqrt(variance / 2), within(1e-7));
        assertThat(Math.log(5 / interval.low())).isCloseTo(3.1824463 * Math.sqrt(variance / 2), within(1e-7));
    }

    @Test
    void forksThatDoNotDifferAtAllAreNoObstacle() {
        List<double[]> cells =
                Stream.generate(() -> new double[] {1, 1}).limit(30).toList();

        assertThat(SharedNoise.of(cells).variance()).isPositive().isLessThan(1e-7);
    }

    /**
     * Two forks a cell, and more for what is not sharp: over all cells more than 95 % of the intervals have the truth, and of the
     * noisiest quarter of the cells not many fewer.
     */
    @ParameterizedTest
    @ValueSource(doubles = {0.25, 0.1, 0.05})
    void intervalsContainTheTruth(double halfWidth) {
        Coverage coverage = new Coverage();
        for (int run = 0; run < RUNS; run++) {
            List<double[]> all = forks(0.9, 6);
            SharedNoise shared = SharedNoise.of(
                    all.stream().map(forks -> Arrays.copyOf(forks, 2)).toList());
            for (int cell = 0; cell < CELLS; cell++) {
                double[] times = times(all.get(cell));
                int n = 2;
                Interval interval = interval(times, n, shared);
                while (n < times.length && Math.log(interval.high() / interval.estimate()) > halfWidth) {
                    n++;
                    interval = interval(times, n, shared);
                }
                coverage.add(cell, interval);
            }
        }
        assertThat(coverage.from(0)).isGreaterThan(0.95);
        assertThat(coverage.from(0.75)).isGreaterThan(0.89);
    }

    private static Interval interval(double[] times, int n, SharedNoise shared) {
        return ForkStatistics.interval(Arrays.copyOf(times, n), new Stopping(2), shared);
    }

    /** Two forks with what others share say more than three without. */
    @Test
    void intervalsOfTwoForksAreNarrowerThanStudentsOfThree() {
        List<double[]> all = forks(0.9, 3);
        SharedNoise shared = SharedNoise.of(
                all.stream().map(forks -> Arrays.copyOf(forks, 2)).toList());
        assertThat(widestTenth(all, forks -> interval(forks, 2, shared)))
                .isLessThan(widestTenth(all, ForkStatistics::interval));
    }

    /** From where on the widest tenth of the intervals is: upper over lower bound. */
    private static double widestTenth(List<double[]> logarithms, Function<double[], Interval> interval) {
        return StatUtils.percentile(
                logarithms.stream()
                        .map(forks -> interval.apply(times(forks)))
                        .mapToDouble(bounds -> bounds.high() / bounds.low())
                        .toArray(),
                90);
    }

    /** How many intervals had the truth, which is 1. */
    private static final class Coverage {

        private final int[] covered = new int[CELLS];
        private final int[] all = new int[CELLS];

        void add(int cell, Interval interval) {
            all[cell]++;
            covered[cell] += interval.low() <= 1 && 1 <= interval.high() ? 1 : 0;
        }

        /** Of the cells from a share of them on. */
        double from(double share) {
            int first = (int) (share * CELLS);
            return (double) IntStream.range(first, CELLS)
                            .map(cell -> covered[cell])
                            .sum()
                    / IntStream.range(first, CELLS).map(cell -> all[cell]).sum();
        }
    }
}
