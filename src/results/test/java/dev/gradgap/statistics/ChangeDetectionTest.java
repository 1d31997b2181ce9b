package dev.gradgap.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradgap.statistics.SequentialTest.Finding;
import dev.gradgap.statistics.SequentialTest.Pairs;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** False alarms and power over thousands of simulated comparisons, with the kinds of noise that machines have. */
@Tag("thorough")
final class ChangeDetectionTest {

    private static final double NOISE = 0.02;
    private static final int COMPARISONS = 10_000;

    /** The logarithms of successive forks of one cell, in the order in which a machine measures them. */
    private enum Kind {
        INDEPENDENT {
            @Override
            double[] forks(int count, SplittableRandom random) {
                return gaussian(count, random);
            }
        },
        /** Student's t with three degrees of freedom, scaled to the same variance: now and then a fork far off. */
        HEAVY_TAILED {
            @Override
            double[] forks(int count, SplittableRandom random) {
                double[] forks = new double[count];
                for (int i = 0; i < count; i++) {
                    double chi = 0;
                    for (int k = 0; k < 3; k++) {
                        double g = random.nextGaussian();
                        chi += g * g;
                    }
                    forks[i] = NOISE * random.nextGaussian() / Math.sqrt(chi / 3) / Math.sqrt(3);
                }
                return forks;
            }
        },
        /** Half of a fork's deviation stays with the next one, and the machine gets steadily slower, 0.2 % a fork. */
        DRIFTING {
            @Override
            double[] forks(int count, SplittableRandom random) {
                double[] forks = gaussian(count, random);
                for (int i = 1; i < count; i++) {
                    forks[i] = 0.5 * forks[i - 1] + Math.sqrt(0.75) * forks[i];
                }
                for (int i = 0; i < count; i++) {
                    forks[i] += 0.002 * i;
                }
                return forks;
            }
        };

        abstract double[] forks(int count, SplittableRandom random);

        private static double[] gaussian(int count, SplittableRandom random) {
            double[] forks = new double[count];
            for (int i = 0; i < count; i++) {
                forks[i] = NOISE * random.nextGaussian();
            }
            return forks;
        }
    }

    /** Pairs as they are measured: in blocks of two, ABBA or BAAB by a coin. */
    private static Pairs pairs(Kind kind, int count, double slowdown, SplittableRandom random) {
        double[] forks = kind.forks(2 * count, random);
        double[] base = new double[count];
        double[] head = new double[count];
        boolean coin = false;
        for (int i = 0; i < count; i++) {
            coin = i % 2 == 0 ? random.nextBoolean() : !coin;
            base[i] = Math.exp(forks[2 * i + (coin ? 0 : 1)]);
            head[i] = Math.exp(forks[2 * i + (coin ? 1 : 0)] + Math.log1p(slowdown));
        }
        return new Pairs(base, head);
    }

    private static ChangeEstimate estimate(Pairs pairs) {
        return pairs.estimate(pairs.count());
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void oneCellInAHundredIsCalledChangedAtOnePercent(Kind kind) {
        SplittableRandom random = new SplittableRandom(kind.name().hashCode());
        long alarms = IntStream.range(0, COMPARISONS)
                .filter(i -> estimate(pairs(kind, 10, 0, random)).pValue() <= 0.01)
                .count();
        assertThat(alarms / (double) COMPARISONS).isBetween(0.005, 0.015);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void sixtyIdenticalCellsRaiseARegressionInAtMostTwoPercentOfRuns(Kind kind) {
        SplittableRandom random = new SplittableRandom(kind.name().hashCode() + 10L);
        SequentialTest test = new SequentialTest(new ChangeTest(0.03), new Looks(0.01, 10, 40));
        long runs = 500;
        long alarms = IntStream.range(0, (int) runs)
                .filter(i -> {
                    List<Pairs> cells = IntStream.range(0, 60)
                            .mapToObj(cell -> pairs(kind, 40, 0, random))
                            .toList();
                    return verdicts(test, cells).contains(ChangeVerdict.REGRESSION);
                })
                .count();
        assertThat(alarms / (double) runs).isLessThanOrEqualTo(0.02);
    }

    @Test
    void tenPercentAmongSixtyCellsIsFoundWithTenPairs() {
        assertThat(found(0.10, 10)).isGreaterThanOrEqualTo(0.95);
    }

    @Test
    void fivePercentAmongSixtyCellsIsFoundWithTwentyPairs() {
        assertThat(found(0.05, 20)).isGreaterThanOrEqualTo(0.90);
    }

    private static double found(double slowdown, int pairs) {
        SplittableRandom random = new SplittableRandom(5);
        SequentialTest test = new SequentialTest(new ChangeTest(0.03), new Looks(0.01, pairs, 4 * pairs));
        int runs = 300;
        int found = 0;
        for (int run = 0; run < runs; run++) {
            List<Pairs> cells = new ArrayList<>();
            for (int cell = 0; cell < 60; cell++) {
                cells.add(pairs(Kind.INDEPENDENT, pairs, cell == 17 ? slowdown : 0, random));
            }
            if (verdicts(test, cells).get(17) == ChangeVerdict.REGRESSION) {
                found++;
            }
        }
        return found / (double) runs;
    }

    private static List<ChangeVerdict> verdicts(SequentialTest test, List<Pairs> cells) {
        return test.findings(cells).stream()
                .map(Optional::orElseThrow)
                .map(Finding::decision)
                .map(ChangeTest.Decision::verdict)
                .toList();
    }

    @Test
    void forecastOfTheSmallestFindableChangeIsFoundAsOftenAsForecast() {
        double deviation = NOISE * Math.sqrt(2);
        double smallest =
                new ChangeTest(0.03).smallestFindable(deviation, 20, 60, new Looks(0.01, 20, 80).level(0), 0.9);
        assertThat(found(smallest, 20)).isBetween(0.85, 0.96);
    }
}
