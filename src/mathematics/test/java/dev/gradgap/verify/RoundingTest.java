package dev.gradgap.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradgap.engine.Engine;
import dev.gradgap.engine.Operator;
import dev.gradgap.engine.builtin.BuiltInEngines;
import dev.gradgap.function.Arithmetic;
import dev.gradgap.function.Inputs;
import dev.gradgap.function.ScalarFunction;
import dev.gradgap.verify.expected.Expected;
import dev.gradgap.verify.expected.Verdict;
import dev.gradgap.verify.recording.Expectations;
import dev.gradgap.workload.Workload;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What rounding does to a number is known with it, so that right engines are right where much is lost, and only there. */
@Tag("thorough")
final class RoundingTest {

    private static final long SEED = 23;
    private static final int STEPS = 60;

    /** x -> 4 x (1 - x), again and again, which doubles every error: after 60 steps all digits are lost. */
    private record Logistic(int steps) implements ScalarFunction {
        @Override
        public int inputs() {
            return 2;
        }

        @Override
        public <T> T value(Arithmetic<T> a, Inputs<T> x) {
            T state = x.get(0);
            for (int k = 0; k < steps; k++) {
                state = a.multiply(a.multiply(state, a.subtract(1, state)), 4);
            }
            return a.add(state, x.get(1));
        }
    }

    /** Terms of both signs that cancel but for the last: the sum depends on the order. */
    private record Cancelling(int inputs) implements ScalarFunction {
        @Override
        public <T> T value(Arithmetic<T> a, Inputs<T> x) {
            T sum = a.constant(0);
            for (int i = 0; i < inputs; i++) {
                T term = a.exp(x.get(i));
                sum = i % 2 == 0 ? a.add(sum, term) : a.subtract(sum, term);
            }
            return sum;
        }
    }

    private static Workload logistic(int steps) {
        return new Workload("logistic", new Logistic(steps), new double[] {0.3, 0.1});
    }

    private static Workload cancelling(int inputs) {
        double[] point = new double[inputs];
        Arrays.setAll(point, i -> 3 + (i - i % 2) * 0.185 % 2);
        return new Workload("cancelling", new Cancelling(inputs), point);
    }

    @Test
    void rightEnginesAreRightWhereDigitsAreLost() {
        for (Workload workload : new Workload[] {logistic(30), cancelling(1000)}) {
            for (Engine engine : new BuiltInEngines().engines()) {
                if (engine.refusal(workload.function()).isEmpty()
                        && !engine.name().equals("reference-differences")) {
                    Verdict verdict = GradientCheck.of(engine, engine.prepare(workload.function()), workload, SEED)
                            .check(Operator.GRADIENT, Integer.MAX_VALUE);
                    assertThat(verdict.ok()).as(verdict.message()).isTrue();
                }
            }
        }
    }

    @Test
    void uncertaintyGrowsWithTheErrorThatItStandsFor() {
        assertThat(uncertainty(logistic(1))).isLessThan(1e-14);
        assertThat(uncertainty(logistic(30))).isBetween(1e-9, 1e-4);
        assertThat(uncertainty(logistic(STEPS))).isGreaterThan(1e-2);
    }

    /** Of the derivative with respect to the state, relative. */
    private static double uncertainty(Workload workload) {
        Expected row = Expectations.record(workload, SEED)
                .points()
                .get(0)
                .opinions()
                .get(0)
                .rows()
                .get(0)
                .elements();
        return row.uncertainty(0) / Math.abs(row.value(0));
    }

    @Test
    void whatIsCertainIsStillComparedClosely() {
        Engine slightlyWrong = new PlantedReverse(gradient -> gradient[1] *= 1 + 1e-9);
        Workload workload = logistic(10);
        Verdict verdict = GradientCheck.of(slightlyWrong, slightlyWrong.prepare(workload.function()), workload, SEED)
                .check(Operator.GRADIENT, 1);
        assertThat(verdict.isWrong()).as(verdict.message()).isTrue();
        assertThat(verdict.worst()).isEqualTo("dy/dx[1]");
    }

    /** atan2(x, x): two partials of opposite sign, whose sum is 0, or what is left of them. */
    private record Vanishing() implements ScalarFunction {
        @Override
        public int inputs() {
            return 1;
        }

        @Override
        public <T> T value(Arithmetic<T> a, Inputs<T> x) {
            return a.atan2(x.get(0), x.get(0));
        }
    }

    @Test
    void whatVanishesMayBeWhatRoundingLeaves() {
        Workload workload = new Workload("vanishing", new Vanishing(), new double[] {0.7});
        for (double left : new double[] {0, 1e-17, 1e-16}) {
            Engine engine = new PlantedReverse(gradient -> gradient[0] += left);
            Verdict verdict = GradientCheck.of(engine, engine.prepare(workload.function()), workload, SEED)
                    .check(Operator.GRADIENT, 1);
            assertThat(verdict.ok()).as(verdict.message()).isTrue();
        }
        Engine wrong = new PlantedReverse(gradient -> gradient[0] += 1e-12);
        Verdict verdict = GradientCheck.of(wrong, wrong.prepare(workload.function()), workload, SEED)
                .check(Operator.GRADIENT, 1);
        assertThat(verdict.isWrong()).as(verdict.message()).isTrue();
    }
}
