package dev.gradgap.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

final class DifferencesTest {

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

    @Test
    void whatNoStepShowsIsInfinitelyUncertain() {
        assertThat(at(0, x -> x < 0 ? Double.NaN : Math.pow(x, 1.5)).uncertainty(0))
                .isInfinite();
    }
}
