package dev.gradgap.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;
import org.junit.jupiter.api.Test;

class RatioIntervalTest {

    private static final int RUNS = 3000;

    /** Three standard errors of a rate of 0.95 in 3,000 runs. */
    private static final double RATE_ERROR = 0.012;

    @Test
    void pairedIntervalOfStudentsSleepDataIsThePublishedOne() {
        Interval interval = RatioInterval.paired(SleepData.FIRST, SleepData.SECOND);
        assertThat(Math.log(interval.estimate())).isCloseTo(-1.58, within(1e-12));
        assertThat(Math.log(interval.low())).isCloseTo(-2.4598858, within(5e-8));
        assertThat(Math.log(interval.high())).isCloseTo(-0.7001142, within(5e-8));
    }

    @Test
    void welchIntervalOfStudentsSleepDataIsThePublishedOne() {
        Interval interval = RatioInterval.independent(SleepData.FIRST, SleepData.SECOND);
        assertThat(Math.log(interval.estimate())).isCloseTo(-1.58, within(1e-12));
        assertThat(Math.log(interval.low())).isCloseTo(-3.3654832, within(5e-8));
        assertThat(Math.log(interval.high())).isCloseTo(0.2054832, within(5e-8));
    }

    @Test
    void whatSlowsAWholeRoundCancelsFromThePairedRatioOnly() {
        double[] reverse = {10, 20, 40};
        double[] forward = {30, 60, 120};
        Interval paired = RatioInterval.paired(forward, reverse);
        assertThat(paired.low()).isCloseTo(3, within(1e-12));
        assertThat(paired.high()).isCloseTo(3, within(1e-12));
        assertThat(RatioInterval.independent(forward, reverse).low()).isLessThan(1);
    }

    @Test
    void aSingleForkOnEitherSideLeavesTheBoundsUnknown() {
        double[] one = {2};
        double[] two = {1, 1.1};
        assertThat(RatioInterval.paired(one, one)).isEqualTo(Interval.unknown(1));
        assertThat(RatioInterval.independent(one, two).isKnown()).isFalse();
        assertThat(RatioInterval.independent(two, one).isKnown()).isFalse();
    }

    @Test
    void sidesWithoutSpreadHaveAnIntervalOfNoWidth() {
        double[] a = {8, 8};
        double[] b = {2, 2, 2};
        Interval interval = RatioInterval.independent(a, b);
        assertThat(interval.low()).isCloseTo(4, within(1e-12)).isEqualTo(interval.high());
    }

    @Test
    void pairedRatioCoversTheTruthThoughRoundsDiffer() {
        RandomGenerator random = new Well19937c(3);
        assertThat(coverage(5, 5, 0.3, 0.02, 0.05, random, true)).isCloseTo(0.95, within(RATE_ERROR));
    }

    @Test
    void welchRatioCoversTheTruthThoughSpreadsAndForksDiffer() {
        RandomGenerator random = new Well19937c(4);
        assertThat(coverage(10, 4, 0, 0.01, 0.1, random, false)).isCloseTo(0.95, within(RATE_ERROR));
    }

    @Property(tries = 100)
    void exchangingTheSidesInvertsTheRatio(
            @ForAll @Size(min = 2, max = 6) List<@DoubleRange(min = 0.5, max = 2) Double> first,
            @ForAll @Size(min = 2, max = 6) List<@DoubleRange(min = 0.5, max = 2) Double> second) {
        double[] a = array(first);
        double[] b = array(second);
        isInverse(RatioInterval.independent(a, b), RatioInterval.independent(b, a));
        int rounds = Math.min(a.length, b.length);
        double[] c = Arrays.copyOf(a, rounds);
        double[] d = Arrays.copyOf(b, rounds);
        isInverse(RatioInterval.paired(c, d), RatioInterval.paired(d, c));
    }

    @Property(tries = 100)
    void slowingTheNumeratorScalesTheWholeInterval(
            @ForAll @Size(min = 2, max = 6) List<@DoubleRange(min = 0.5, max = 2) Double> values,
            @ForAll @IntRange(min = -6, max = 6) int decade) {
        double factor = 3 * Math.pow(10, decade);
        double[] b = array(values);
        double[] a = b.clone();
        Arrays.sort(a);
        double[] slower = Arrays.stream(a).map(t -> t * factor).toArray();
        double shift = Math.log(factor);
        assertThat(Math.log(RatioInterval.independent(slower, b).high()))
                .isCloseTo(Math.log(RatioInterval.independent(a, b).high()) + shift, within(1e-7));
        assertThat(Math.log(RatioInterval.paired(slower, b).low()))
                .isCloseTo(Math.log(RatioInterval.paired(a, b).low()) + shift, within(1e-7));
    }

    @Test
    void roundsThatDoNotMatchAreRejected() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RatioInterval.paired(new double[] {1, 2}, new double[] {1}))
                .withMessage("numerators and denominators: 2 and 1 values; they are paired, so there must be as many");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RatioInterval.independent(new double[] {1, -2}, new double[] {1}))
                .withMessageStartingWith("numerators: value 1 is -2.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RatioInterval.independent(new double[] {1}, new double[0]))
                .withMessageStartingWith("denominators: no values");
    }

    /** The rate at which the interval of a true ratio of 2 covers it. */
    private static double coverage(
            int forksA,
            int forksB,
            double roundSpread,
            double spreadA,
            double spreadB,
            RandomGenerator random,
            boolean paired) {
        int covered = 0;
        for (int run = 0; run < RUNS; run++) {
            double[] rounds = new double[Math.max(forksA, forksB)];
            Arrays.setAll(rounds, i -> Math.exp(roundSpread * random.nextGaussian()));
            double[] a = new double[forksA];
            Arrays.setAll(a, i -> 2 * rounds[i] * Math.exp(spreadA * random.nextGaussian()));
            double[] b = new double[forksB];
            Arrays.setAll(b, i -> rounds[i] * Math.exp(spreadB * random.nextGaussian()));
            Interval interval = paired ? RatioInterval.paired(a, b) : RatioInterval.independent(a, b);
            if (interval.low() <= 2 && 2 <= interval.high()) {
                covered++;
            }
        }
        return covered / (double) RUNS;
    }

    private static void isInverse(Interval ratio, Interval inverse) {
        assertThat(Math.log(inverse.estimate())).isCloseTo(-Math.log(ratio.estimate()), within(1e-7));
        assertThat(Math.log(inverse.low())).isCloseTo(-Math.log(ratio.high()), within(1e-7));
        assertThat(Math.log(inverse.high())).isCloseTo(-Math.log(ratio.low()), within(1e-7));
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
