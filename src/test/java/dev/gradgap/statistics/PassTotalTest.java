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
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class PassTotalTest {

    private static final Offset<Double> ROUNDING = within(1e-8);

    @Test
    void theEstimateIsTheMeanOfTheForkMeansTimesThePasses() {
        Interval total = PassSampler.estimateTotal(List.of(new double[] {1, 3}, new double[] {5, 6, 7}), 100);
        assertThat(total.estimate()).isCloseTo(100 * (2 + 6) / 2.0, ROUNDING);
    }

    @Test
    void aSymmetricSampleOfOneForkHasTheTextbookInterval() {
        // Cochran, ch. 2: N (mean ± t sqrt((1 - k / N) s² / k)), with mean 3, s² = 2.5, k = 5, N = 20, t = 2.776445
        double halfWidth = 20 * 2.7764451051977987 * Math.sqrt(0.75 * 2.5 / 5);
        Interval total = PassSampler.estimateTotal(List.of(new double[] {1, 2, 3, 4, 5}), 20);
        assertThat(total.low()).isCloseTo(60 - halfWidth, ROUNDING);
        assertThat(total.high()).isCloseTo(60 + halfWidth, ROUNDING);
    }

    @Test
    void forksThatDifferFarMoreThanTheirPassesHaveTheIntervalOfTheirMeans() {
        // fork means 90, 100, 110: exp(± t s / (sqrt(3) mean)) with t = 4.302653
        List<double[]> forks = List.of(new double[] {89, 91}, new double[] {99, 101}, new double[] {109, 111});
        double halfWidth = 4.302652729749464 * 10 / Math.sqrt(3) / 100;
        Interval total = PassSampler.estimateTotal(forks, 1000);
        assertThat(total.low()).isCloseTo(100_000 * Math.exp(-halfWidth), within(1e-4));
        assertThat(total.high()).isCloseTo(100_000 * Math.exp(halfWidth), within(1e-4));
    }

    @Test
    void forksThatAgreeByChanceClaimNoMoreThanTheirSamplesAllow() {
        double[] times = {1, 2, 3, 4, 5};
        Interval total = PassSampler.estimateTotal(List.of(times, times), 1_000_000_000);
        // 10 passes in two strata: t with 8 degrees of freedom, standard error sqrt(2.5 / 5 / 2)
        assertThat(total.high()).isCloseTo(1e9 * (3 + 2.306004135204166 * 0.5), within(10.0));
    }

    @Test
    void skewedTimesLeaveMoreRoomAboveThanBelow() {
        Interval total = PassSampler.estimateTotal(List.of(new double[] {1, 1, 1, 1, 1, 1, 1, 1, 1, 20}), 1000);
        assertThat(total.high() - total.estimate()).isGreaterThan(2 * (total.estimate() - total.low()));
        assertThat(total.low()).isGreaterThanOrEqualTo(29);
    }

    @Test
    void theBoundsAreUnknownWhereNothingTellsThem() {
        assertThat(PassSampler.estimateTotal(List.of(new double[] {2}), 50)).isEqualTo(Interval.unknown(100));
        assertThat(PassSampler.estimateTotal(List.of(new double[] {1, 2, 3}), 3))
                .isEqualTo(Interval.unknown(6));
    }

    @Test
    void forksOfOnePassEachAreJudgedByTheirMeansAlone() {
        Interval total = PassSampler.estimateTotal(List.of(new double[] {90}, new double[] {110}), 10);
        double halfWidth = 12.706204736432095 * 10 / 100;
        assertThat(total.high()).isCloseTo(1000 * Math.exp(halfWidth), within(1e-5));
    }

    @Test
    void passesTooShortForTheClockTakeNoTime() {
        assertThat(PassSampler.estimateTotal(List.of(new double[] {0, 0}, new double[] {0}), 10))
                .isEqualTo(new Interval(0, 0, 0));
    }

    @Property(tries = 100)
    void changingTheUnitChangesOnlyTheUnit(
            @ForAll @Size(min = 3, max = 20) List<@DoubleRange(min = 0.1, max = 100) Double> first,
            @ForAll @Size(min = 2, max = 20) List<@DoubleRange(min = 0.1, max = 100) Double> second,
            @ForAll @IntRange(min = -12, max = 12) int decade) {
        double factor = 3 * Math.pow(10, decade);
        Interval total = PassSampler.estimateTotal(List.of(times(first, 1), times(second, 1)), 1000);
        Interval scaled = PassSampler.estimateTotal(List.of(times(first, factor), times(second, factor)), 1000);
        assertThat(scaled.estimate() / factor / total.estimate()).isCloseTo(1, ROUNDING);
        assertThat(Math.log(scaled.low() / factor / total.low())).isCloseTo(0, within(1e-6));
        assertThat(Math.log(scaled.high() / factor / total.high())).isCloseTo(0, within(1e-6));
    }

    @Property(tries = 100)
    void theBoundsEncloseTheEstimateAndAreAtLeastWhatWasTimed(
            @ForAll @Size(min = 2, max = 20) List<@DoubleRange(min = 0, max = 100) Double> values) {
        double[] times = times(values, 1);
        Interval total = PassSampler.estimateTotal(List.of(times), 21);
        assertThat(total.low()).isBetween(Arrays.stream(times).sum() * (1 - 1e-12), total.estimate());
        assertThat(total.high()).isGreaterThanOrEqualTo(total.estimate());
    }

    @Test
    void rejectsWhatCannotBeASampleOfThePasses() {
        assertThatIllegalArgumentException().isThrownBy(() -> PassSampler.estimateTotal(List.of(), 5));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PassSampler.estimateTotal(List.of(new double[] {1}, new double[] {1, 2, 3}), 2))
                .withMessage("pass times: fork 1 timed 3 of 2 passes; it must be from one to all of them");
        assertThatIllegalArgumentException().isThrownBy(() -> PassSampler.estimateTotal(List.of(new double[0]), 2));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PassSampler.estimateTotal(List.of(new double[] {1, -1}), 2))
                .withMessage("pass times: fork 0 has -1.0; a time must be finite and not negative");
    }

    private static double[] times(List<Double> values, double factor) {
        return values.stream().mapToDouble(v -> v * factor).toArray();
    }
}
