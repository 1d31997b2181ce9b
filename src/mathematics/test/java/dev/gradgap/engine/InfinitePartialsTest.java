package dev.gradgap.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradgap.engine.builtin.BuiltInEngines;
import dev.gradgap.engine.compiled.OtherWidths;
import dev.gradgap.function.Arithmetic;
import dev.gradgap.function.Inputs;
import dev.gradgap.function.ScalarFunction;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An infinite partial is the affair of the inputs that it depends on, in forward mode as in reverse mode. */
class InfinitePartialsTest {

    private static final double INFINITE = Double.POSITIVE_INFINITY;

    static Stream<Engine> engines() {
        return new BuiltInEngines()
                .engines().stream()
                        .filter(engine -> engine.technology() != Technology.REFERENCE)
                        .flatMap(engine -> Stream.concat(Stream.of(engine), OtherWidths.of(engine)));
    }

    static Stream<Engine> forwardEngines() {
        return engines().filter(engine -> engine.mode() == Mode.FORWARD);
    }

    /** ln x0 + the sum of the squares of the others. */
    private record LogarithmAndSquares(int inputs) implements ScalarFunction {
        @Override
        public <T> T value(Arithmetic<T> a, Inputs<T> x) {
            T sum = a.log(x.get(0));
            for (int i = 1; i < inputs; i++) {
                sum = a.add(sum, a.square(x.get(i)));
            }
            return sum;
        }
    }

    /** The larger of ln x0 and x1. */
    private record LargerOfLogarithm(int inputs) implements ScalarFunction {
        @Override
        public <T> T value(Arithmetic<T> a, Inputs<T> x) {
            return a.max(a.log(x.get(0)), x.get(1));
        }
    }

    /** ln(1 / x0) + x1: at 1e-200 the first partial overflows, and the chain goes on. */
    private record LogarithmOfReciprocal(int inputs) implements ScalarFunction {
        @Override
        public <T> T value(Arithmetic<T> a, Inputs<T> x) {
            return a.add(a.log(a.reciprocal(x.get(0))), x.get(1));
        }
    }

    private static double[] gradient(Engine engine, ScalarFunction function, double... x) {
        double[] gradient = new double[x.length];
        engine.prepare(function).gradient(x, gradient);
        return gradient;
    }

    @ParameterizedTest
    @MethodSource("engines")
    void inputsWithoutPartInItKeepTheirDerivatives(Engine engine) {
        double[] x = new double[40];
        double[] expected = new double[x.length];
        expected[0] = INFINITE;
        for (int i = 1; i < x.length; i++) {
            x[i] = i;
            expected[i] = 2 * i;
        }
        assertThat(gradient(engine, new LogarithmAndSquares(x.length), x)).containsExactly(expected);
    }

    @ParameterizedTest
    @MethodSource("engines")
    void zeroTimesInfinityOnAPathIsNotANumber(Engine engine) {
        if (engine.technology() == Technology.LIBRARY) {
            return; // takes the larger number as it is, with its derivatives
        }
        assertThat(gradient(engine, new LargerOfLogarithm(2), 0, 1)).containsExactly(Double.NaN, 1);
    }

    @ParameterizedTest
    @MethodSource("engines")
    void aChainOfOneOperandEachStaysInfinite(Engine engine) {
        assertThat(gradient(engine, new LogarithmOfReciprocal(2), 1e-200, 1))
                .containsExactly(Double.NEGATIVE_INFINITY, 1);
    }

    @ParameterizedTest
    @MethodSource("forwardEngines")
    void anInputThatStaysWhereItIsHasNoPartInADirection(Engine engine) {
        double[] y = new double[1];
        double[] tangent = new double[1];
        ForwardDifferentiator forward = (ForwardDifferentiator) engine.prepare(new LogarithmAndSquares(3));
        forward.pushforward(new double[] {0, 2, 3}, new double[] {0, 1, 1}, y, tangent);
        assertThat(tangent).containsExactly(10);
        forward.pushforward(new double[] {0, 2, 3}, new double[] {1, 1, 1}, y, tangent);
        assertThat(tangent).containsExactly(INFINITE);
    }
}
