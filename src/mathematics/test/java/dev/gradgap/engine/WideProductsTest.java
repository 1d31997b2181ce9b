package dev.gradgap.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gradgap.engine.builtin.BuiltInEngines;
import dev.gradgap.engine.compiled.OtherWidths;
import dev.gradgap.function.DifferentiableFunction;
import dev.gradgap.workload.family.BuiltInWorkloads;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Products that stay in the range of doubles in their own order, but not if they are split over lanes. */
@Tag("thorough")
class WideProductsTest {

    private static final double TOLERANCE = 1e-12;
    private static final int FACTORS = 4096;

    static Stream<Engine> engines() {
        return new BuiltInEngines()
                .engines().stream()
                        .filter(engine ->
                                engine.mode() == Mode.REVERSE || engine.name().equals("compiled-forward-16"))
                        .flatMap(engine -> Stream.concat(Stream.of(engine), OtherWidths.of(engine)));
    }

    private static DifferentiableFunction product(int factors) {
        return new BuiltInWorkloads()
                .families().stream()
                        .filter(family -> family.name().equals("product"))
                        .findFirst()
                        .orElseThrow()
                        .create(factors, 1)
                        .function();
    }

    /** With 2, 4, 8 or 9 lanes each lane has the large factors or the small ones. */
    @ParameterizedTest
    @MethodSource("engines")
    void tensAndTenthsByTurns(Engine engine) {
        check(engine, FACTORS, i -> i % 2 == 0 ? 10 : 0.1);
    }

    @ParameterizedTest
    @MethodSource("engines")
    void hugeAndTinyFactorsByTurns(Engine engine) {
        check(engine, FACTORS, i -> i % 2 == 0 ? 1e200 : 1e-200);
        check(engine, 7, i -> i % 2 == 0 ? 1e-200 : 1e200);
    }

    @ParameterizedTest
    @MethodSource("engines")
    void runsOfFourOfEach(Engine engine) {
        check(engine, FACTORS, i -> i % 8 < 4 ? 1e70 : 1e-70);
    }

    /**
     * One lane of so many is 10<sup>-320</sup> for a while, with three digits, and normal again at the end; the product in
     * its own order is not below 10<sup>-300</sup>. That the value is wrong only a reverse sweep can tell.
     */
    @ParameterizedTest
    @MethodSource("engines")
    void lanesThatLoseDigitsAndComeBack(Engine engine) {
        for (int lanes : new int[] {2, 4, 8}) {
            int wide = 16 * lanes;
            double[] x = point(FACTORS, i -> {
                double size = i % lanes == 0 ? 1.07e-20 : i % lanes == 1 ? 17.3 : 1;
                return i < wide ? size : i >= FACTORS - wide ? 1 / size : 1;
            });
            x[FACTORS - 1] *= 1e-100; // so that nothing overflows on the way back, which would be easier to see
            Differentiator differentiator = engine.prepare(product(FACTORS));
            if (differentiator instanceof ReverseDifferentiator reverse) {
                checkGradient(reverse, x, decimalGradient(x));
                checkPullback(reverse, x, decimalProduct(x), decimalGradient(x));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("engines")
    void aZeroAmongThem(Engine engine) {
        check(engine, FACTORS, i -> i == 1777 ? 0 : i % 2 == 0 ? 10 : 0.1);
    }

    @ParameterizedTest
    @MethodSource("engines")
    void aProductThatOverflowsInItsOwnOrderDoesSo(Engine engine) {
        double[] x = new double[FACTORS];
        Arrays.fill(x, 2);
        Differentiator differentiator = engine.prepare(product(FACTORS));
        double[] y = new double[1];
        differentiator.primal(x, y);
        assertThat(y).containsExactly(Double.POSITIVE_INFINITY);
    }

    @ParameterizedTest
    @MethodSource("engines")
    void usualFactorsAfterWideOnes(Engine engine) {
        Differentiator differentiator = engine.prepare(product(FACTORS));
        check(differentiator, point(FACTORS, i -> i % 2 == 0 ? 10 : 0.1));
        check(differentiator, point(FACTORS, i -> 1 + 0.01 * Math.sin(i)));
    }

    private static void check(Engine engine, int factors, IntToDoubleFunction factor) {
        check(engine.prepare(product(factors)), point(factors, factor));
    }

    private static double[] point(int factors, IntToDoubleFunction factor) {
        double[] x = new double[factors];
        Arrays.setAll(x, factor);
        return x;
    }

    /** Value and gradient against decimal products. */
    private static void check(Differentiator differentiator, double[] x) {
        double[] product = decimalProduct(x);
        double[] expected = decimalGradient(x);
        double[] y = {Double.NaN};
        differentiator.primal(x, y);
        assertClose(y, product);
        if (differentiator instanceof ReverseDifferentiator reverse) { // tangents have orders of their own, and ranges
            checkGradient(reverse, x, expected);
            checkPullback(reverse, x, product, expected);
            y[0] = Double.NaN;
            reverse.record(x, y);
            assertClose(y, product);
            for (int twice = 0; twice < 2; twice++) {
                double[] adjoint = unset(x.length);
                reverse.sweep(new double[] {1}, adjoint);
                assertClose(adjoint, expected);
            }
        }
    }

    private static void checkGradient(Differentiator differentiator, double[] x, double[] expected) {
        double[] gradient = unset(x.length);
        differentiator.gradient(x, gradient);
        assertClose(gradient, expected);
    }

    private static void checkPullback(ReverseDifferentiator reverse, double[] x, double[] product, double[] expected) {
        double[] y = {Double.NaN};
        double[] adjoint = unset(x.length);
        reverse.pullback(x, new double[] {1}, y, adjoint);
        assertClose(y, product);
        assertClose(adjoint, expected);
    }

    private static double[] unset(int length) {
        double[] numbers = new double[length];
        Arrays.fill(numbers, Double.NaN);
        return numbers;
    }

    private static double[] decimalProduct(double[] x) {
        BigDecimal product = BigDecimal.ONE;
        for (double factor : x) {
            product = product.multiply(new BigDecimal(factor), MathContext.DECIMAL128);
        }
        return new double[] {product.doubleValue()};
    }

    private static double[] decimalGradient(double[] x) {
        int n = x.length;
        BigDecimal[] before = new BigDecimal[n];
        BigDecimal product = BigDecimal.ONE;
        for (int i = 0; i < n; i++) {
            before[i] = product;
            product = product.multiply(new BigDecimal(x[i]), MathContext.DECIMAL128);
        }
        double[] gradient = new double[n];
        BigDecimal after = BigDecimal.ONE;
        for (int i = n - 1; i >= 0; i--) {
            gradient[i] = before[i].multiply(after).doubleValue();
            after = after.multiply(new BigDecimal(x[i]), MathContext.DECIMAL128);
        }
        return gradient;
    }

    private static void assertClose(double[] actual, double[] expected) {
        int i = 0;
        while (i < expected.length && Math.abs(actual[i] - expected[i]) <= TOLERANCE * Math.abs(expected[i])) {
            i++;
        }
        if (i < expected.length) {
            double tolerance = TOLERANCE * Math.abs(expected[i]);
            assertThat(actual[i]).as("element %d", i).isEqualTo(expected[i], within(tolerance));
        }
    }
}
