package dev.gradgap.descend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.gradgap.engine.Engine;
import dev.gradgap.engine.forward.GraphForward;
import dev.gradgap.engine.reverse.GraphReverse;
import dev.gradgap.function.Arithmetic;
import dev.gradgap.function.Inputs;
import dev.gradgap.function.ScalarFunction;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;

class GradientDescentTest {

    private static final Engine REVERSE = new GraphReverse();
    private static final Engine FORWARD = GraphForward.scalar();

    /** A clock that another second has passed by whenever it is looked at: times do not depend on the machine. */
    private static LongSupplier seconds() {
        AtomicLong now = new AtomicLong();
        return () -> now.getAndAdd(1_000_000_000);
    }

    /** x_0^2 + 2 x_1^2 + ... + n x_(n-1)^2. */
    private record Bowl(int inputs) implements ScalarFunction {

        @Override
        public <T> T value(Arithmetic<T> a, Inputs<T> x) {
            T sum = a.square(x.get(0));
            for (int i = 1; i < inputs; i++) {
                sum = a.add(sum, a.multiply(a.square(x.get(i)), i + 1.0));
            }
            return sum;
        }
    }

    private record Logarithm(double scale) implements ScalarFunction {

        @Override
        public int inputs() {
            return 1;
        }

        @Override
        public <T> T value(Arithmetic<T> a, Inputs<T> x) {
            return a.multiply(a.log(x.get(0)), scale);
        }
    }

    /** 1 + 1e-300 x: it falls everywhere, but by less than the distance between doubles. */
    private record AlmostFlat() implements ScalarFunction {

        @Override
        public int inputs() {
            return 1;
        }

        @Override
        public <T> T value(Arithmetic<T> a, Inputs<T> x) {
            return a.add(a.multiply(x.get(0), 1e-300), 1);
        }
    }

    private static GradientDescent.Prepared ready(Engine engine, ScalarFunction function) {
        return new GradientDescent.Prepared(engine, engine.prepare(function));
    }

    private static Descent descend(ScalarFunction function, int steps, OptionalDouble rate, double... start) {
        return new GradientDescent(ready(REVERSE, function), Optional.of(ready(FORWARD, function)), seconds())
                .run(start, steps, rate);
    }

    private static double[] ones(int n) {
        double[] x = new double[n];
        Arrays.fill(x, 1);
        return x;
    }

    /** f = x^2 + 2 y^2 from (1, 1) at rate 1/8: x falls by a quarter, y by a half, at every step. */
    @Test
    void theDescentIsTheOneWorkedOutByHand() {
        Descent descent = descend(new Bowl(2), 3, OptionalDouble.of(0.125), 1, 1);

        assertThat(descent.firstCost()).isEqualTo(3);
        for (int k = 0; k < 3; k++) {
            Descent.Step step = descent.steps().get(k);
            assertThat(step.cost()).isCloseTo(Math.pow(9 / 16.0, k + 1) + 2 * Math.pow(0.25, k + 1), within(1e-14));
            assertThat(step.gradientNorm())
                    .isCloseTo(Math.hypot(2 * Math.pow(0.75, k), 4 * Math.pow(0.5, k)), within(1e-14));
            assertThat(step.rate()).isEqualTo(0.125);
            assertThat(step.trials()).isEqualTo(1);
        }
        assertThat(descent.end()).isEqualTo(Descent.End.ALL_STEPS);
        assertThat(descent.lastCost()).isEqualTo(descent.steps().get(2).cost());
        assertThat(descent.disagreement()).hasValueCloseTo(0.0, within(1e-15));
    }

    @Test
    void theStartIsLeftAsItIs() {
        double[] start = {1, 1};
        descend(new Bowl(2), 3, OptionalDouble.empty(), start);

        assertThat(start).containsExactly(1, 1);
    }

    /** At rate 1 every step would lead from x to -x, with the same cost. */
    @Test
    void aRateThatIsTooLargeIsHalved() {
        Descent descent = descend(new Bowl(1), 5, OptionalDouble.of(1), 3);

        assertThat(descent.steps()).hasSize(1);
        assertThat(descent.steps().get(0).rate()).isEqualTo(0.5);
        assertThat(descent.steps().get(0).trials()).isEqualTo(2);
        assertThat(descent.end()).isEqualTo(Descent.End.STATIONARY);
        assertThat(descent.lastCost()).isZero();
    }

    /** From 3 to -2.99994 the cost falls by 0.00036, but 10^-4 times the slope's promise is 0.0036. */
    @Test
    void aRateWithTooSmallADecreaseIsHalved() {
        Descent descent = descend(new Bowl(1), 1, OptionalDouble.of(0.99999), 3);

        assertThat(descent.steps().get(0).rate()).isEqualTo(0.99999 / 2);
        assertThat(descent.steps().get(0).trials()).isEqualTo(2);
    }

    /** By a clock on which everything takes longer than what was before it, whoever comes first is faster. */
    @Test
    void theEnginesTakeTurnsAtComingFirst() {
        AtomicLong ticks = new AtomicLong(1_000_000);
        LongSupplier slowing = () -> {
            long tick = ticks.incrementAndGet();
            return tick * tick;
        };
        Descent descent = new GradientDescent(
                        ready(REVERSE, new Bowl(2)), Optional.of(ready(FORWARD, new Bowl(2))), slowing)
                .run(new double[] {1, 1}, 4, OptionalDouble.empty());

        for (int k = 0; k < 4; k++) {
            List<Double> times = descent.steps().get(k).timesNs();
            assertThat(times.get(k % 2)).isLessThan(times.get(1 - k % 2));
        }
    }

    /** f = 3 and |gradient|^2 = 20 at (1, 1). */
    @Test
    void theUsualRatePromisesATenth() {
        assertThat(descend(new Bowl(2), 1, OptionalDouble.empty(), 1, 1)
                        .steps()
                        .get(0)
                        .rate())
                .isCloseTo(0.1 * 3 / 20, within(1e-16));
    }

    @Test
    void theCostFallsAtEveryStepHoweverLargeTheRate() {
        Descent descent = descend(new Bowl(40), 200, OptionalDouble.of(1e6), ones(40));

        double cost = descent.firstCost();
        for (Descent.Step step : descent.steps()) {
            assertThat(step.cost())
                    .isLessThan(cost)
                    .isLessThanOrEqualTo(cost - 1e-4 * step.rate() * step.gradientNorm() * step.gradientNorm());
            cost = step.cost();
        }
        assertThat(descent.steps()).hasSize(200);
    }

    @Test
    void whatCannotFallEndsTheDescent() {
        Descent descent = descend(new AlmostFlat(), 5, OptionalDouble.empty(), 0);

        assertThat(descent.end()).isEqualTo(Descent.End.NO_DECREASE);
        assertThat(descent.steps()).isEmpty();
        assertThat(descent.lastCost()).isEqualTo(1);
        assertThat(descent.factor()).isEmpty();
        assertThat(descent.medianNs(0)).isEmpty();
    }

    /** log(x) falls without end towards 0, and is not a number beyond. */
    @Test
    void whereTheCostIsNotFiniteNoStepLeads() {
        Descent descent = descend(new Logarithm(1), 10, OptionalDouble.of(4), 1);

        assertThat(descent.steps()).hasSize(10).allSatisfy(step -> assertThat(step.cost())
                .isFinite());
    }

    @Test
    void aStartThatIsNotFiniteIsRefused() {
        assertThatThrownBy(() -> descend(new Logarithm(1), 1, OptionalDouble.empty(), -1))
                .isInstanceOf(ArithmeticException.class)
                .hasMessage("the cost is NaN where the descent begins");
        assertThatThrownBy(() -> descend(new Logarithm(1e300), 1, OptionalDouble.empty(), 1e-300))
                .isInstanceOf(ArithmeticException.class)
                .hasMessage("the derivative with respect to input 0 is Infinity after 0 steps");
    }

    /** A gradient takes one second by this clock, and so does a line search. */
    @Test
    void bothModesTakeEveryStepAndAreTimed() {
        Descent descent = descend(new Bowl(3), 4, OptionalDouble.empty(), 1, 1, 1);

        assertThat(descent.sides()).extracting(Descent.Side::engine).containsExactly(REVERSE, FORWARD);
        assertThat(descent.sides()).extracting(Descent.Side::passes).containsExactly(1, 3);
        assertThat(descent.sides()).extracting(Descent.Side::sampled).containsExactly(false, false);
        assertThat(descent.steps())
                .allSatisfy(step -> assertThat(step.timesNs()).containsExactly(2e9, 2e9));
        assertThat(descent.factor()).hasValue(1);
    }

    /** 16 of 100 passes in one second are 6.25 seconds for all, and one for the start. */
    @Test
    void aGradientBesideThatTakesTooLongIsSampled() {
        Descent descent = descend(new Bowl(100), 2, OptionalDouble.empty(), ones(100));

        assertThat(descent.sides()).extracting(Descent.Side::sampled).containsExactly(false, true);
        assertThat(descent.steps())
                .allSatisfy(step -> assertThat(step.timesNs()).containsExactly(2e9, 8.25e9));
        assertThat(descent.factor()).hasValue(4.125);
        assertThat(descent.disagreement()).isEmpty();
    }

    @Test
    void theEngineThatIsFollowedIsNeverSampled() {
        Descent descent = new GradientDescent(
                        ready(FORWARD, new Bowl(100)), Optional.of(ready(REVERSE, new Bowl(100))), seconds())
                .run(ones(100), 2, OptionalDouble.empty());

        assertThat(descent.sides()).extracting(Descent.Side::sampled).containsExactly(false, false);
        assertThat(descent.steps()).hasSize(2);
    }

    @Test
    void oneEngineAloneHasNoFactor() {
        Descent descent = new GradientDescent(ready(REVERSE, new Bowl(2)), Optional.empty(), seconds())
                .run(new double[] {1, 1}, 2, OptionalDouble.empty());

        assertThat(descent.sides()).hasSize(1);
        assertThat(descent.factor()).isEmpty();
        assertThat(descent.disagreement()).isEmpty();
        assertThat(descent.medianNs(0)).hasValue(2e9);
    }
}
