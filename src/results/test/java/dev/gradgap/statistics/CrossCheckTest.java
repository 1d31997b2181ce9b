package dev.gradgap.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class CrossCheckTest {

    /** Of the 2^5 sign patterns of five differences two are as one-sided as all of one sign. */
    @Test
    void rankTestOfFiveEqualSignsIsExact() {
        double[] base = {1, 1, 1, 1, 1};
        double[] head = {1.1, 1.2, 1.3, 1.4, 1.5};
        assertThat(CrossCheck.paired(base, head, 1).rankPValue()).isCloseTo(2.0 / 32, within(1e-12));
    }

    @Test
    void bootstrapIntervalOfManyPairsIsAboutTheTInterval() {
        SplittableRandom random = new SplittableRandom(3);
        double[] base = IntStream.range(0, 200).mapToDouble(i -> 1).toArray();
        double[] head = IntStream.range(0, 200)
                .mapToDouble(i -> Math.exp(0.1 * random.nextGaussian()))
                .toArray();
        CrossCheck check = CrossCheck.paired(base, head, 1);
        Interval t = ChangeEstimate.paired(base, head).interval(0.05);
        assertThat(check.bootstrap().low()).isCloseTo(t.low(), within(0.004));
        assertThat(check.bootstrap().high()).isCloseTo(t.high(), within(0.004));
        assertThat(CrossCheck.paired(base, head, 1)).isEqualTo(check);
    }

    @Test
    void timesThatDoNotDifferAreNoChange() {
        double[] times = {5, 5, 5};
        assertThat(CrossCheck.paired(times, times, 1)).isEqualTo(new CrossCheck(1, new Interval(1, 1, 1)));
    }

    /** Of the 20 ways to choose three of six ranks one is lowest; the normal approximation, two-sided, is 0.0495. */
    @Test
    void ranksOfSeparateForksAreThoseOfMannAndWhitney() {
        CrossCheck check = CrossCheck.unpaired(new double[] {1, 2, 3}, new double[] {4, 5, 6}, 1);
        assertThat(check.rankPValue()).isCloseTo(0.0495, within(1e-4));
    }
}
