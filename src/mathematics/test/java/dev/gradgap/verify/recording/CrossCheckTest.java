package dev.gradgap.verify.recording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradgap.engine.Engine;
import dev.gradgap.engine.reverse.GraphReverse;
import dev.gradgap.function.Arithmetic;
import dev.gradgap.function.Inputs;
import dev.gradgap.function.PlainFunction;
import dev.gradgap.function.ScalarFunction;
import dev.gradgap.verify.GradientCheck;
import dev.gradgap.verify.expected.Verdict;
import dev.gradgap.workload.Workload;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

/** Where two ways to differentiate a function disagree, that is said, and nothing is verified. */
final class CrossCheckTest {

    private static final long SEED = 3;

    /** sin(k x) + x^2, where k may depend on the numbers that it is evaluated on. */
    private record Treacherous(ToDoubleFunction<String> k, Optional<PlainFunction> plain) implements ScalarFunction {
        @Override
        public int inputs() {
            return 1;
        }

        @Override
        public <T> T value(Arithmetic<T> a, Inputs<T> x) {
            T number = x.get(0);
            double factor = k.applyAsDouble(number.getClass().getSimpleName());
            return a.add(a.sin(a.multiply(number, factor)), a.square(number));
        }
    }

    private static Verdict verdict(ToDoubleFunction<String> k, Optional<PlainFunction> plain) {
        Workload workload = new Workload("treacherous", new Treacherous(k, plain), new double[] {0.5});
        Engine engine = new GraphReverse();
        return GradientCheck.of(engine, engine.prepare(workload.function()), workload, SEED)
                .checkAll(1);
    }

    private static void disagree(Verdict verdict, String one, String other) {
        assertThat(verdict.ok()).isFalse();
        assertThat(verdict.isWrong()).isFalse();
        assertThat(verdict.message())
                .startsWith(
                        "graph-reverse on treacherous with 1 input, gradient: not verified: two ways to differentiate"
                                + " the function disagree: ")
                .contains(" by " + one)
                .endsWith(" by " + other);
    }

    @Test
    void anHonestFunctionIsVerified() {
        Verdict verdict = verdict(numbers -> 1, Optional.of((x, y) -> y[0] = Math.sin(x[0]) + x[0] * x[0]));
        assertThat(verdict.ok()).as(verdict.message()).isTrue();
    }

    @Test
    void dualNumbersAndTheTapeMustAgree() {
        disagree(
                verdict(numbers -> numbers.equals("TapeVariable") ? 1 + 1e-8 : 1, Optional.empty()),
                "dual numbers",
                "the tape");
    }

    @Test
    void aPlainFormOfAnotherFunctionIsFound() {
        disagree(
                verdict(numbers -> 1, Optional.of((x, y) -> y[0] = Math.cos(x[0]) + x[0] * x[0])),
                "dual numbers",
                "evaluation on doubles");
    }

    @Test
    void differencesOfValuesOnDoublesMustAgree() {
        disagree(
                verdict(numbers -> numbers.equals("Double") ? 1.01 : 1, Optional.empty()),
                "dual numbers",
                "evaluation on doubles");
    }

    @Test
    void aFunctionWhoseDerivativesAreNotThoseOfItsValuesIsFound() {
        PlainFunction offset = (x, y) -> y[0] = 2 * Math.sin(x[0]) - Math.sin(0.5) + x[0] * x[0];
        disagree(verdict(numbers -> 1, Optional.of(offset)), "dual numbers", "finite differences");
    }
}
