package dev.gradgap.engine.forward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class OverloadingForwardTest {

    static List<DualArithmetic<?>> arithmetics() {
        return List.of(new Dual.Arithmetic(), new Dual4.Arithmetic(), new Dual8.Arithmetic(), new Dual16.Arithmetic());
    }

    @ParameterizedTest
    @ValueSource(ints = {-8, 0, 1, 2, 5, 32})
    void otherNumbersOfTangentsAreRefused(int tangents) {
        assertThatThrownBy(() -> OverloadingForward.vector(tangents))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("4, 8 or 16")
                .hasMessageContaining("not " + tangents);
    }

    @Test
    void predictionGrowsWithTheTangents() {
        assertThat(OverloadingForward.scalar().predictedBytes(1000, 0, 1)).hasValue(36_000);
        assertThat(OverloadingForward.vector(16).predictedBytes(1000, 0, 1)).hasValue(156_000);
    }

    @ParameterizedTest
    @MethodSource("arithmetics")
    <T> void seededNumberHasOneUnitTangentOrNone(DualArithmetic<T> arithmetic) {
        int width = arithmetic.tangents();
        for (int t = -width - 1; t <= 2 * width + 1; t++) {
            double[] expected = new double[width];
            if (t >= 0 && t < width) {
                expected[t] = 1;
            }
            T number = arithmetic.seeded(7, t);
            assertThat(arithmetic.value(number)).isEqualTo(7);
            assertThat(arithmetic.tangents(number)).containsExactly(expected);
        }
        assertThat(arithmetic.tangents(arithmetic.constant(7))).containsExactly(new double[width]);
    }

    /** Distinct tangents show a field that is read for another. */
    @ParameterizedTest
    @MethodSource("arithmetics")
    <T> void everyTangentFollowsTheChainRule(DualArithmetic<T> arithmetic) {
        int width = arithmetic.tangents();
        double[] first = new double[width];
        double[] second = new double[width + 3];
        double[] sum = new double[width];
        double[] scaled = new double[width];
        for (int t = 0; t < width; t++) {
            first[t] = 1 + t;
            second[t + 3] = 100 * (1 + t);
            sum[t] = 2 * first[t] + 5 * second[t + 3];
            scaled[t] = -3 * first[t];
        }
        T x = arithmetic.number(5, first, 0);
        T y = arithmetic.number(2, second, 3);
        T product = arithmetic.multiply(x, y);
        assertThat(arithmetic.value(product)).isEqualTo(10);
        assertThat(arithmetic.tangents(product)).containsExactly(sum);
        T multiple = arithmetic.multiply(x, -3);
        assertThat(arithmetic.value(multiple)).isEqualTo(-15);
        assertThat(arithmetic.tangents(multiple)).containsExactly(scaled);
    }
}
