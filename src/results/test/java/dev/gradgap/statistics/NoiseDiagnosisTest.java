package dev.gradgap.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gradgap.statistics.noise.NoiseCause;
import dev.gradgap.statistics.noise.NoiseCause.Drift;
import dev.gradgap.statistics.noise.NoiseCause.OutlyingForks;
import dev.gradgap.statistics.noise.NoiseCause.Throughout;
import dev.gradgap.statistics.noise.NoiseCause.TwoModes;
import dev.gradgap.statistics.noise.NoiseCause.WithinForks;
import dev.gradgap.statistics.noise.NoiseDiagnosis;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each cause is recognised in forks made to have it, and none is seen in forks that merely scatter. */
final class NoiseDiagnosisTest {

    private static final int PAIRS = 200;
    private static final int ITERATIONS = 5;

    /** Noise of unit variance. */
    private enum Scatter {
        NORMAL {
            @Override
            double of(SplittableRandom random) {
                return random.nextGaussian();
            }
        },
        UNIFORM {
            @Override
            double of(SplittableRandom random) {
                return Math.sqrt(12) * (random.nextDouble() - 0.5);
            }
        },
        SKEWED {
            @Override
            double of(SplittableRandom random) {
                return -Math.log1p(-random.nextDouble());
            }
        };

        abstract double of(SplittableRandom random);
    }

    private final List<double[]> iterations = new ArrayList<>();
    private final double[] base = new double[PAIRS];
    private final double[] head = new double[PAIRS];

    /** A fork of one nanosecond or so: its logarithm, and iterations about it. */
    private double fork(double logarithm, double withinDeviation, SplittableRandom random) {
        double[] times = IntStream.range(0, ITERATIONS)
                .mapToDouble(k -> Math.exp(logarithm + withinDeviation * random.nextGaussian()))
                .toArray();
        iterations.add(times);
        return ForkStatistics.median(times);
    }

    /** The cause in forks whose logarithm depends on their pair. */
    private NoiseCause cause(DoubleUnaryOperator logarithmByPair, double withinDeviation, SplittableRandom random) {
        for (int i = 0; i < PAIRS; i++) {
            base[i] = fork(logarithmByPair.applyAsDouble(i), withinDeviation, random);
            head[i] = fork(logarithmByPair.applyAsDouble(i), withinDeviation, random);
        }
        return NoiseDiagnosis.of(base, head, iterations);
    }

    @ParameterizedTest
    @EnumSource(Scatter.class)
    void forksThatScatterThroughoutHaveNoOtherCause(Scatter scatter) {
        for (int seed = 0; seed < 20; seed++) {
            iterations.clear();
            SplittableRandom random = new SplittableRandom(seed);
            assertThat(cause(i -> 0.1 * scatter.of(random), 0.01, random))
                    .as("seed " + seed)
                    .isEqualTo(new Throughout());
        }
    }

    @Test
    void singleForksFarOffAreCountedAndTheFarthestMeasured() {
        SplittableRandom random = new SplittableRandom(1);

        cause(i -> 0.02 * random.nextGaussian(), 0.001, random);
        head[17] = 2 * base[17];
        base[130] = 3 * head[130];
        NoiseCause cause = NoiseDiagnosis.of(base, head, iterations);

        assertThat(cause).isInstanceOfSatisfying(OutlyingForks.class, forks -> {
            assertThat(forks.count()).isEqualTo(2);
            assertThat(forks.pairs()).isEqualTo(PAIRS);
            assertThat(forks.farthest()).isCloseTo(3, within(1e-9));
        });
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.2, 0.5, 0.7})
    void aCompilerThatGoesOneOfTwoWaysIsSeen(double slower) {
        SplittableRandom random = new SplittableRandom(2);

        NoiseCause cause = cause(
                i -> (random.nextDouble() < slower ? Math.log(1.5) : 0) + 0.02 * random.nextGaussian(), 0.001, random);

        assertThat(cause).isInstanceOfSatisfying(TwoModes.class, modes -> {
            assertThat(modes.slower()).isCloseTo(slower, within(0.08));
            assertThat(modes.ratio()).isCloseTo(1.5, within(0.01));
        });
    }

    @Test
    void aMachineThatBecameSlowerOnceIsNoCompilerThatGoesOneOfTwoWays() {
        SplittableRandom random = new SplittableRandom(3);

        assertThat(cause(i -> (i < 100 ? 0 : Math.log(1.5)) + 0.05 * random.nextGaussian(), 0.001, random))
                .isEqualTo(new Throughout());
    }

    @Test
    void aMachineThatBecameRestlessIsSeen() {
        SplittableRandom random = new SplittableRandom(4);

        NoiseCause cause = cause(i -> (i < 120 ? 0.01 : 0.1) * random.nextGaussian(), 0.001, random);

        assertThat(cause).isInstanceOfSatisfying(Drift.class, drift -> {
            assertThat(drift.calmPairs()).isCloseTo(120, within(3));
            assertThat(drift.pairs()).isEqualTo(PAIRS);
            // a difference of two forks has twice the variance of one
            assertThat(drift.calm()).isCloseTo(0.01 * Math.sqrt(2), within(0.003));
            assertThat(drift.restless()).isCloseTo(0.1 * Math.sqrt(2), within(0.03));
        });
    }

    @Test
    void iterationsThatDifferInsideAForkAreSeen() {
        SplittableRandom random = new SplittableRandom(5);

        NoiseCause cause = cause(i -> 0.01 * random.nextGaussian(), 0.2, random);

        assertThat(cause).isInstanceOfSatisfying(WithinForks.class, within -> {
            assertThat(within.deviation()).isCloseTo(0.2, within(0.02));
            assertThat(within.explained()).isGreaterThan(0.8);
        });
    }

    @Test
    void aDisturbedIterationInSomeForksIsNoNoiseWithin() {
        SplittableRandom random = new SplittableRandom(6);

        cause(i -> 0.1 * random.nextGaussian(), 0.01, random);
        IntStream.range(0, 2 * PAIRS)
                .filter(i -> i % 3 == 0)
                .forEach(i -> iterations.get(i)[2] *= 10);

        assertThat(NoiseDiagnosis.of(base, head, iterations)).isEqualTo(new Throughout());
    }

    @Test
    void whatDidNotDifferByPairsHasNoCauseToFind() {
        Arrays.fill(base, 3);
        Arrays.fill(head, 3);

        assertThat(NoiseDiagnosis.of(base, head, List.of(new double[] {3, 3}))).isEqualTo(new Throughout());
    }

    /** Few forks always seem to fall into two groups, or one of them to be far off. */
    @ParameterizedTest
    @ValueSource(ints = {2, 5, 10, 19, 20, 40})
    void fewForksThatScatterHaveNoOtherCause(int pairs) {
        int others = 0;
        for (int seed = 0; seed < 100; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            double[] first = random.doubles(pairs, 90, 110).toArray();
            double[] second = random.doubles(pairs, 90, 110).toArray();
            if (!NoiseDiagnosis.of(first, second, List.of()).equals(new Throughout())) {
                others++;
            }
        }
        assertThat(others).isLessThanOrEqualTo(5);
    }
}
