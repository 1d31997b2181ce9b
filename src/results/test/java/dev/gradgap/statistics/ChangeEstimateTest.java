package dev.gradgap.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.apache.commons.math3.stat.inference.TTest;
import org.junit.jupiter.api.Test;

final class ChangeEstimateTest {

    @Test
    void pairsOfStudentsSleepDataHaveHisT() {
        ChangeEstimate change = ChangeEstimate.paired(SleepData.FIRST, SleepData.SECOND);
        assertThat(change.logRatio()).isCloseTo(1.58, within(1e-12));
        assertThat(change.logRatio() / change.standardError()).isCloseTo(4.0621, within(1e-4));
        assertThat(change.pValue()).isCloseTo(0.002833, within(1e-6));
        assertThat(Math.log(change.interval(0.05).low())).isCloseTo(0.7001142, within(1e-6));
        assertThat(Math.log(change.interval(0.05).high())).isCloseTo(2.4598858, within(1e-6));
    }

    @Test
    void unpairedSleepDataHaveWelchsP() {
        ChangeEstimate change = ChangeEstimate.unpaired(SleepData.FIRST, SleepData.SECOND);
        assertThat(change.degreesOfFreedom()).isCloseTo(17.776, within(1e-3));
        assertThat(change.pValue()).isCloseTo(0.07939, within(1e-5));
    }

    @Test
    void pValuesAreThoseOfCommonsMath() {
        SplittableRandom random = new SplittableRandom(7);
        for (int n : new int[] {2, 3, 10, 40}) {
            double[] a = random.doubles(n, 1, 2).toArray();
            double[] b = random.doubles(n, 1, 2).toArray();
            double[] logA = Arrays.stream(a).map(Math::log).toArray();
            double[] logB = Arrays.stream(b).map(Math::log).toArray();
            assertThat(ChangeEstimate.paired(a, b).pValue())
                    .isCloseTo(new TTest().pairedTTest(logA, logB), within(1e-9));
            assertThat(ChangeEstimate.unpaired(a, b).pValue()).isCloseTo(new TTest().tTest(logA, logB), within(1e-9));
        }
    }

    @Test
    void timesThatDoNotDifferAreNoChange() {
        double[] times = {5, 5, 5};
        ChangeEstimate change = ChangeEstimate.paired(times, times);
        assertThat(change.ratio()).isEqualTo(1);
        assertThat(change.pValue()).isEqualTo(1);
    }

    @Test
    void onePairSaysNothing() {
        assertThatThrownBy(() -> ChangeEstimate.paired(new double[] {1}, new double[] {2}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a change needs at least 2 forks of base and of head, not 1");
    }
}
