package dev.gradgap.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Forks are added until the interval is narrow; does it still contain the truth as often as it says? */
@Tag("thorough")
class StoppingTest {

    private static final int RUNS = 4000;
    private static final int FIRST = 3;
    private static final int MOST = 9;
    private static final double HALF_WIDTH = 0.1;

    private static double coverage(double deviation, Stopping stopping) {
        Random random = new Random(7);
        int covered = 0;
        for (int run = 0; run < RUNS; run++) {
            double[] forks = new double[MOST];
            Arrays.setAll(forks, k -> Math.exp(deviation * random.nextGaussian()));
            int n = FIRST;
            Interval interval = ForkStatistics.interval(Arrays.copyOf(forks, n), stopping, SharedNoise.NONE);
            while (n < MOST && Math.log(interval.high() / interval.estimate()) > HALF_WIDTH) {
                n++;
                interval = ForkStatistics.interval(Arrays.copyOf(forks, n), stopping, SharedNoise.NONE);
            }
            covered += interval.low() <= 1 && 1 <= interval.high() ? 1 : 0;
        }
        return (double) covered / RUNS;
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.02, 0.04, 0.06, 0.08, 0.1, 0.13, 0.17, 0.25, 0.4, 1})
    void intervalsContainTheTruthHoweverNoisyTheForksAre(double deviation) {
        assertThat(coverage(deviation, new Stopping(FIRST))).isGreaterThan(0.937); // 0.945 less two standard errors
    }

    @Test
    void withoutItTheyWouldNot() {
        assertThat(coverage(0.13, Stopping.NEVER)).isLessThan(0.925);
    }

    @Test
    void whatHasNoMoreForksThanTheFirstLookIsAsItAlwaysWas() {
        double[] forks = {1, 1.1, 1.3};
        assertThat(ForkStatistics.interval(forks, new Stopping(3), SharedNoise.NONE))
                .isEqualTo(ForkStatistics.interval(forks));
        assertThat(ForkStatistics.interval(forks, new Stopping(2), SharedNoise.NONE)
                        .high())
                .isGreaterThan(ForkStatistics.interval(forks).high());
    }
}
