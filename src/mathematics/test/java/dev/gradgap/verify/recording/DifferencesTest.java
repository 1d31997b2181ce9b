package dev.gradgap.verify.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gradgap.function.PlainFunction;
import dev.gradgap.verify.expected.Expected;
import dev.gradgap.verify.expected.Weights;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DifferencesTest {

    private static Expected along(Weights direction, PlainFunction function, double... x) {
        return new Differences(function, x, 1).along(direction);
    }

    private static Expected at(double x, DoubleUnaryOperator function) {
        return new Differences((in, out) -> out[0] = function.applyAsDouble(in[0]), new double[] {x}, 1)
                .along(Weights.one(1, 0));
    }

    private static void smooth(Expected slope, double derivative, double tolerance) {
        assertThat(slope.isKink(0)).isFalse();
        assertThat(slope.value(0)).isCloseTo(derivative, within(tolerance));
        assertThat(Math.abs(slope.value(0) - derivative)).isLessThanOrEqualTo(8 * slope.uncertainty(0));
    }

    private static void kink(Expected slope, double left, double right) {
        assertThat(slope.isKink(0)).isTrue();
        assertThat(slope.low(0)).isCloseTo(Math.min(left, right), within(1e-6));
        assertThat(slope.high(0)).isCloseTo(Math.max(left, right), within(1e-6));
        assertThat(slope.uncertainty(0)).isLessThan(1e-3);
    }

    @Test
    void smoothFunctionsHaveNoKinks() {
        smooth(at(1, Math::sin), Math.cos(1), 1e-9);
        smooth(at(0, Math::exp), 1, 1e-8);
        smooth(at(3, x -> x), 1, 1e-9);
        smooth(at(1, x -> Math.pow(x, 20)), 20, 1e-4);
        smooth(at(2, x -> 7), 0, 1e-9);
        smooth(at(0.5, x -> Math.tanh(1000 * (x - 0.5))), 1000, 1e-2);
    }

    @Test
    void twoSidesAreToldApartAtTheVeryPoint() {
        kink(at(0, Math::abs), -1, 1);
        kink(at(3, x -> Math.max(x, 3)), 0, 1);
        kink(at(1, x -> Math.sin(x) + 2 * Math.abs(x - 1)), Math.cos(1) - 2, Math.cos(1) + 2);
    }

    @Test
    void aKinkBesideThePointIsSteppedOver() {
        smooth(at(1, x -> Math.abs(x - 1.00001)), -1, 1e-6);
        smooth(at(1, x -> Math.abs(x - 1.000001)), -1, 1e-6);
    }

    @Test
    void jumpsAndCuspsAreNoKinks() {
        assertThat(at(1, x -> x < 1 ? 0 : 1).isKink(0)).isFalse();
        assertThat(at(0, x -> Math.sqrt(Math.abs(x))).isKink(0)).isFalse();
    }

    @Test
    void theStepIsOfTheSizeOfThePoint() {
        double sigma = 3.4e-10;
        DoubleUnaryOperator energy = x -> Math.pow(sigma / x, 12) - Math.pow(sigma / x, 6);
        double x = 3.7e-10;
        double slope = (-12 * Math.pow(sigma / x, 12) + 6 * Math.pow(sigma / x, 6)) / x;
        assertThat(at(x, energy).value(0)).isCloseTo(slope, within(1e-6 * Math.abs(slope)));
    }

    /** A slope of 1 at a point, and nothing a few widths beside it. */
    private static DoubleUnaryOperator bump(double place, double width) {
        return x -> (x - place) * Math.exp(-Math.pow((x - place) / width, 2));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 1e-4, 1e-8, 1e-10, 1e-16, 1e-25})
    void twoStepsThatJumpOverAllThereIsDoNotAgreeOnNothing(double width) {
        smooth(at(0, bump(0, width)), 1, 1e-4);
        if (width >= 1e-10) {
            smooth(at(1, bump(1, width)), 1, 1e-2);
            smooth(at(1, x -> 3 * x + bump(1, width).applyAsDouble(x)), 4, 2e-2);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-300, 1e-100, 1e-10, 1, 1e10, 1e100, 1e300})
    void valuesMayBeOfAnySize(double size) {
        Expected slope = at(2, x -> size * Math.sin(x));
        smooth(slope, size * Math.cos(2), 1e-7 * size);
        assertThat(slope.uncertainty(0)).isLessThan(1e-6 * size);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-200, 1e-30, 1e-10, 1e-5, 1e5, 1e10, 1e30, 1e200})
    void pointsMayBeOfAnySizeAndTheFunctionOfTheirs(double size) {
        Expected slope = at(2 * size, x -> Math.sin(x / size));
        smooth(slope, Math.cos(2) / size, 1e-7 / size);
        assertThat(slope.uncertainty(0)).isLessThan(1e-6 / size);
    }

    @Test
    void theFunctionMayBeOfOtherSizeThanThePoint() {
        smooth(at(1e-10, x -> Math.exp(x) + 5), 1, 1e-4);
        smooth(at(1e-9, x -> Math.cos(x + 1)), -Math.sin(1), 1e-4);
        smooth(at(1e10, Math::sin), Math.cos(1e10), 1e-2);
        smooth(at(0, x -> 1 + Math.sin(x * 1e10)), 1e10, 1e6);
        smooth(at(0, x -> 1 + Math.sin(x * 1e-3)), 1e-3, 1e-8);
    }

    @Test
    void coordinatesOfDifferentSizesMoveByStepsOfTheirOwn() {
        PlainFunction waves = (x, y) -> y[0] = 1e10 * Math.sin(x[0] / 1e10) + 1e-10 * Math.sin(x[1] / 1e-10);
        for (int i = 0; i < 2; i++) {
            smooth(along(Weights.one(2, i), waves, 2e10, 2e-10), Math.cos(2), i == 0 ? 1e-6 : Double.POSITIVE_INFINITY);
        }
        PlainFunction alike = (x, y) -> y[0] = Math.sin(x[0] / 1e10) + Math.sin(x[1] / 1e-10);
        Weights both = Weights.signs(2, 3);
        double[] v = both.toArray();
        double right = Math.cos(2) * (v[0] / 1e10 + v[1] / 1e-10);
        smooth(along(both, alike, 2e10, 2e-10), right, 1e-6 * Math.abs(right));
    }

    @Test
    void atTheEdgeOfADomainTheOtherSideHasToDo() {
        smooth(at(1, x -> x > 1 ? Double.NaN : x * x), 2, 1e-6);
        smooth(at(0, x -> x < 0 ? Double.NaN : Math.pow(x, 1.875)), 0, 1e-9);
        double inside = 1 - 1e-10;
        double slope = -1 / Math.sqrt((1 - inside) * (1 + inside));
        smooth(at(inside, Math::acos), slope, 1e-3 * Math.abs(slope));
    }

    @Test
    void whatNoStepShowsIsInfinitelyUncertain() {
        assertThat(at(0, x -> x < 0 ? Double.NaN : Math.sqrt(x)).uncertainty(0)).isInfinite();
        assertThat(at(1, x -> x < 1 ? 0 : 1).uncertainty(0)).isInfinite();
        assertThat(at(1, x -> Double.NaN).uncertainty(0)).isInfinite();
    }

    @Test
    void whereTheScaleIsUnknownWhatIsNotSeenIsNotNothing() {
        assertThat(at(0, x -> 1 + bump(0, 1e-20).applyAsDouble(x)).uncertainty(0))
                .isGreaterThan(1);
        assertThat(at(0, x -> 0).uncertainty(0)).isLessThan(1e-200);
    }
}
