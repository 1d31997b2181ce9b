package dev.gradgap.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForkStatisticsTest {

    private static final int RUNS = 4000;

    @Test
    void medianIsTheMiddleValueOrTheMeanOfTheTwoMiddleOnes() {
        assertThat(ForkStatistics.median(new double[] {7})).isEqualTo(7);
        assertThat(ForkStatistics.median(new double[] {9, 1, 5})).isEqualTo(5);
        assertThat(ForkStatistics.median(new double[] {9, 1, 5, 100})).isEqualTo(7);
    }

    @Test
    void medianLeavesTheOrderOfTheValuesAlone() {
        double[] values = {3, 1, 2};
        ForkStatistics.median(values);
        assertThat(values).containsExactly(3, 1, 2);
    }

    @Test
    void intervalOfStudentsSleepDataIsThePublishedOne() {
        Interval interval = ForkStatistics.interval(SleepData.GAIN);
        assertThat(Math.log(interval.estimate())).isCloseTo(1.58, within(1e-12));
        assertThat(Math.log(interval.low())).isCloseTo(0.7001142, within(5e-8));
        assertThat(Math.log(interval.high())).isCloseTo(2.4598858, within(5e-8));
    }

    @Test
    void aSingleForkHasAnEstimateButNoBounds() {
        Interval interval = ForkStatistics.interval(new double[] {12.5});
        assertThat(interval.estimate()).isCloseTo(12.5, within(1e-12));
        assertThat(interval.isKnown()).isFalse();
        assertThat(interval.high()).isNaN();
    }

    @Test
    void equalForksHaveAnIntervalOfNoWidth() {
        Interval interval = ForkStatistics.interval(new double[] {4, 4, 4});
        assertThat(interval.low()).isEqualTo(interval.estimate()).isEqualTo(interval.high());
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 5, 10})
    void coversTheTruthOfLognormalForksInNinetyFivePercent(int forks) {
        RandomGenerator random = new Well19937c(forks);
        int covered = 0;
        for (int run = 0; run < RUNS; run++) {
            double[] values = new double[forks];
            Arrays.setAll(values, i -> 100 * Math.exp(0.1 * random.nextGaussian()));
            Interval interval = ForkStatistics.interval(values);
            if (interval.low() <= 100 && 100 <= interval.high()) {
                covered++;
            }
        }
        // three standard errors of a rate of 0.95 in 4,000 runs
        assertThat(covered / (double) RUNS).isCloseTo(0.95, within(0.0104));
    }

    @Property(tries = 100)
    void changingTheUnitChangesOnlyTheUnit(
            @ForAll @Size(min = 2, max = 8) List<@DoubleRange(min = 0.01, max = 1e6) Double> values,
            @ForAll @IntRange(min = -9, max = 9) int decade) {
        double factor = 3 * Math.pow(10, decade);
        Interval interval = ForkStatistics.interval(array(values));
        double[] other = array(values);
        Arrays.setAll(other, i -> other[i] * factor);
        Interval scaled = ForkStatistics.interval(other);
        // compared as logarithms: two very different forks have bounds of hundreds of orders of magnitude
        double shift = Math.log(factor);
        assertThat(Math.log(scaled.estimate())).isCloseTo(Math.log(interval.estimate()) + shift, within(1e-9));
        assertThat(Math.log(scaled.low())).isCloseTo(Math.log(interval.low()) + shift, within(1e-9));
        assertThat(Math.log(scaled.high())).isCloseTo(Math.log(interval.high()) + shift, within(1e-9));
    }

    @Property(tries = 100)
    void theOrderOfTheForksDoesNotMatter(
            @ForAll @Size(min = 2, max = 8) List<@DoubleRange(min = 0.5, max = 2) Double> values, @ForAll long seed) {
        List<Double> shuffled = new ArrayList<>(values);
        Collections.shuffle(shuffled, new Random(seed));
        assertThat(ForkStatistics.interval(array(shuffled)).high())
                .isCloseTo(ForkStatistics.interval(array(values)).high(), within(1e-6));
    }

    @Property(tries = 100)
    void aSlowerForkRaisesTheEstimate(
            @ForAll @Size(min = 1, max = 8) List<@DoubleRange(min = 0.5, max = 2) Double> values,
            @ForAll @DoubleRange(min = 1.01, max = 10) double slowdown) {
        double[] slower = array(values);
        slower[0] *= slowdown;
        assertThat(ForkStatistics.interval(slower).estimate())
                .isGreaterThan(ForkStatistics.interval(array(values)).estimate());
    }

    @Test
    void saysWhichValueHasNoLogarithm() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ForkStatistics.interval(new double[] {1, 0}))
                .withMessage("fork values: value 1 is 0.0; a logarithm is taken, so it must be positive and finite");
        assertThatIllegalArgumentException().isThrownBy(() -> ForkStatistics.interval(new double[] {Double.NaN}));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ForkStatistics.interval(new double[] {1, Double.POSITIVE_INFINITY}));
        assertThatIllegalArgumentException().isThrownBy(() -> ForkStatistics.interval(new double[0]));
    }

    @Test
    void medianRejectsWhatHasNoOrder() {
        assertThatIllegalArgumentException().isThrownBy(() -> ForkStatistics.median(new double[0]));
        assertThatIllegalArgumentException().isThrownBy(() -> ForkStatistics.median(new double[] {1, Double.NaN}));
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
