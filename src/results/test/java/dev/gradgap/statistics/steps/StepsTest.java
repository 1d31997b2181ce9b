package dev.gradgap.statistics.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gradgap.statistics.steps.Steps.Step;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.inference.TTest;
import org.junit.jupiter.api.Test;

final class StepsTest {

    private static double[] series(long seed, int count, double deviation, IntToDoubleFunction level) {
        SplittableRandom random = new SplittableRandom(seed);
        return IntStream.range(0, count)
                .mapToDouble(i -> level.applyAsDouble(i) + deviation * random.nextGaussian())
                .toArray();
    }

    private static List<Step> steps(double[] values) {
        return Steps.of(values, 0.01).steps();
    }

    @Test
    void aLevelThatComesAndGoesHasTwoEnds() {
        for (long seed = 0; seed < 20; seed++) {
            double[] values = series(seed, 200, 0.02, i -> i >= 120 && i < 130 ? 0.26 : 0);
            assertThat(steps(values)).containsSubsequence(new Step(120, true), new Step(130, true));
        }
    }

    @Test
    void sixValuesAreEnoughForADoubling() {
        long found = IntStream.range(0, 100)
                .filter(seed -> steps(series(seed, 6, 0.03, i -> i < 3 ? 0 : Math.log(2)))
                        .equals(List.of(new Step(3, true))))
                .count();
        assertThat(found).isGreaterThanOrEqualTo(95);
    }

    @Test
    void theNewestValueAloneIsToldWithoutHavingLasted() {
        double[] values = series(3, 100, 0.02, i -> i < 99 ? 0 : 0.26);
        assertThat(steps(values)).containsExactly(new Step(99, false));
        assertThat(steps(Arrays.stream(values).map(value -> -value).toArray())).isEmpty();
    }

    @Test
    void anOutlierThatIsPastIsNoStep() {
        assertThat(steps(series(3, 100, 0.02, i -> i == 50 ? 1 : 0))).isEmpty();
    }

    @Test
    void aSeriesWithoutNoiseHasItsStepsAndNoOthers() {
        assertThat(steps(series(1, 30, 0, i -> i < 15 ? 1000 : 1001))).containsExactly(new Step(15, true));
        assertThat(steps(new double[30])).isEmpty();
        assertThat(steps(new double[0])).isEmpty();
        assertThat(steps(new double[] {1, 2, 1, 2, 9})).isEmpty();
    }

    @Test
    void whatIsTooSmallToMatterIsTakenOutSmallestFirst() {
        double[] values = {0, 0, 0, 1, 1, 1, 5, 5, 5};
        Steps all = new Steps(List.of(new Step(3, true), new Step(6, true)), 0);
        assertThat(all.above(1, values).steps()).hasSize(2);
        assertThat(all.above(2, values).steps()).containsExactly(new Step(6, true));
        assertThat(all.above(5, values).steps()).isEmpty();
    }

    @Test
    void withoutCorrelationItIsStudentsTest() {
        double[] values = series(5, 10, 1, i -> i < 5 ? 0 : 1);
        double[] left = Arrays.copyOfRange(values, 0, 5);
        double[] right = Arrays.copyOfRange(values, 5, 10);
        TwoLevels test = new TwoLevels(values, 0);
        TwoLevels.Cut only = test.best(0, 10, 5);

        assertThat(only.at()).isEqualTo(5);
        assertThat(only.distance()).isCloseTo(Math.abs(new TTest().homoscedasticT(left, right)), within(1e-9));
        assertThat(test.pValue(only, 10)).isCloseTo(new TTest().homoscedasticTTest(left, right), within(1e-9));
    }

    /** The variance of differences of neighbouring means, simulated: their t must have variance about 1 all the same. */
    @Test
    void correlationWidensTheDistanceThatChanceMakes() {
        SplittableRandom random = new SplittableRandom(7);
        double squares = 0;
        double plain = 0;
        for (int k = 0; k < 2000; k++) {
            double[] values = autoregressive(random, 60, 0.6);
            squares += Math.pow(new TwoLevels(values, 0.6).best(0, 60, 30).distance(), 2) / 2000;
            plain += Math.pow(new TwoLevels(values, 0).best(0, 60, 30).distance(), 2) / 2000;
        }
        assertThat(squares).isBetween(0.9, 1.25);
        assertThat(plain).isGreaterThan(3);
    }

    @Test
    void correlationIsSeenWhateverTheSteps() {
        SplittableRandom random = new SplittableRandom(8);
        double independent = 0;
        double correlated = 0;
        for (int k = 0; k < 100; k++) {
            correlated += SerialCorrelation.of(stepped(autoregressive(random, 400, 0.6))) / 100;
            independent += SerialCorrelation.of(stepped(autoregressive(random, 400, 0))) / 100;
        }
        assertThat(correlated).isBetween(0.55, 0.7);
        assertThat(independent).isBetween(0.03, 0.12);
    }

    private static double[] autoregressive(SplittableRandom random, int count, double correlation) {
        double[] values = new double[count];
        double last = random.nextGaussian();
        for (int i = 0; i < count; i++) {
            last = correlation * last + Math.sqrt(1 - correlation * correlation) * random.nextGaussian();
            values[i] = last;
        }
        return values;
    }

    private static double[] stepped(double[] noise) {
        return IntStream.range(0, noise.length)
                .mapToDouble(i -> noise[i] + (i / 100 % 2 == 0 ? 0 : 10))
                .toArray();
    }
}
