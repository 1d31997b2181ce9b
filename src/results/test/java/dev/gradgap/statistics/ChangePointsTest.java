package dev.gradgap.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ChangePointsTest {

    private static double[] series(long seed, double... means) {
        SplittableRandom random = new SplittableRandom(seed);
        return IntStream.range(0, 20 * means.length)
                .mapToDouble(i -> means[i / 20] + 0.02 * random.nextGaussian())
                .toArray();
    }

    @Test
    void stepsAreFoundWhereTheyAre() {
        for (long seed = 0; seed < 20; seed++) {
            List<Integer> changes = ChangePoints.of(series(seed, 0, 0.1, 0.03), 0.01, seed);
            assertThat(changes).hasSizeGreaterThanOrEqualTo(2);
            assertThat(changes).anyMatch(at -> Math.abs(at - 20) <= 1).anyMatch(at -> Math.abs(at - 40) <= 1);
        }
    }

    /** At 5 % about one series in twenty has a change by chance; more than a tenth of 200 would be a fault. */
    @Test
    void seriesWithoutAChangeSeldomHaveOne() {
        long found = IntStream.range(0, 200)
                .filter(seed -> !ChangePoints.of(series(seed, 0, 0), 0.05, seed).isEmpty())
                .count();
        assertThat(found).isBetween(2L, 20L);
    }

    @Test
    void noSegmentIsShorterThanThree() {
        double[] values = new double[12];
        Arrays.fill(values, 10, 12, 1);
        List<Integer> changes = ChangePoints.of(values, 0.05, 1);
        assertThat(changes).allMatch(at -> at >= 3 && at <= 9);
        assertThat(ChangePoints.of(new double[] {0, 0, 9, 9, 9}, 0.5, 1)).isEmpty();
    }
}
