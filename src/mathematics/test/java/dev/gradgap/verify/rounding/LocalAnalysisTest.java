package dev.gradgap.verify.rounding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gradgap.graph.Operation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LocalAnalysisTest {

    private static final double X = 0.375;
    private static final double Y = 0.6875;
    private static final double STEP = 1e-6;

    private final LocalAnalysis local = new LocalAnalysis();

    @ParameterizedTest
    @EnumSource(Operation.class)
    void valueAndPartialsAreThoseOfTheOperation(Operation operation) {
        local.analyse(operation, X, 0, Y, 0, false);
        double value = operation.value(X, Y);
        assertThat(local.value).isEqualTo(value, within(local.valueRounding));
        assertThat(local.first).isEqualTo(operation.firstPartial(X, Y, value), within(local.firstRounding));
        assertThat(local.second).isEqualTo(operation.secondPartial(X, Y, value), within(local.secondRounding));
    }

    @ParameterizedTest
    @EnumSource(Operation.class)
    void derivativesOfPartialsAreTheirDifferenceQuotients(Operation operation) {
        double[] right = partialsAt(operation, X + STEP, Y);
        double[] left = partialsAt(operation, X - STEP, Y);
        double[] above = partialsAt(operation, X, Y + STEP);
        double[] below = partialsAt(operation, X, Y - STEP);
        local.analyse(operation, X, 0, Y, 0, false);
        assertThat(local.firstFirst).isEqualTo((right[0] - left[0]) / (2 * STEP), within(1e-8));
        if (operation.arity() == 2 && operation != Operation.POW_CONSTANT) {
            assertThat(local.firstSecond).isEqualTo((above[0] - below[0]) / (2 * STEP), within(1e-8));
            assertThat(local.firstSecond).isEqualTo((right[1] - left[1]) / (2 * STEP), within(1e-8));
            assertThat(local.secondSecond).isEqualTo((above[1] - below[1]) / (2 * STEP), within(1e-8));
        }
    }

    private double[] partialsAt(Operation operation, double x, double y) {
        local.analyse(operation, x, 0, y, 0, false);
        return new double[] {local.first, local.second};
    }

    /** 1 - v² of a rounded v would have an absolute error of some u, a million times the partial's own last digit. */
    @ParameterizedTest
    @EnumSource(names = {"TANH", "SIGMOID", "EXPM1"})
    void partialInATailHasDigitsOfItsOwn(Operation operation) {
        double x = operation == Operation.EXPM1 ? -25 : 25;
        local.analyse(operation, x, 0, x, 0, false);
        assertThat(local.first).isBetween(1e-22, 1e-10);
        assertThat(local.firstRounding)
                .isBetween(4 * LocalAnalysis.U * local.first, 40 * LocalAnalysis.U * local.first);
    }

    @Test
    void nearTiesAreUndecidableAndExactOnesAreNot() {
        local.analyse(Operation.MAX, 1, 1e-16, 1 + 1e-16, 1e-16, false);
        assertThat(local.undecidable).isTrue();
        assertThat(local.firstRounding).isInfinite();
        local.analyse(Operation.MAX, 1, 0, 1, 0, false);
        assertThat(local.undecidable).isFalse();
        assertThat(local.first).isEqualTo(1);
        local.analyse(Operation.MAX, 1, 1e-16, 1, 1e-16, true);
        assertThat(local.undecidable).isFalse();
        local.analyse(Operation.ABS, -1e-16, 1e-15, -1e-16, 1e-15, true);
        assertThat(local.undecidable).isTrue();
    }

    @Test
    void nothingIsSaidNearASingularity() {
        assertThat(valueRounding(Operation.LOG, 1e-12, 1e-13)).isInfinite();
        assertThat(valueRounding(Operation.LOG, 1e-12, 1e-16)).isFinite();
        assertThat(valueRounding(Operation.RECIPROCAL, 1e-12, 1e-13)).isInfinite();
        assertThat(valueRounding(Operation.SQRT, 1e-12, 1e-13)).isInfinite();
        assertThat(valueRounding(Operation.ASIN, 1 - 1e-12, 1e-13)).isInfinite();
        assertThat(valueRounding(Operation.SIN, 1, 0.01)).isInfinite();
        assertThat(valueRounding(Operation.SQUARE, 1, 0.01)).isFinite();
        assertThat(valueRounding(Operation.EXP, 1000, 0)).isInfinite();
    }

    private double valueRounding(Operation operation, double x, double error) {
        local.analyse(operation, x, error, x, error, true);
        return local.valueRounding;
    }

    @Test
    void angleAtItsCutIsNotJudged() {
        local.analyse(Operation.ATAN2, 1e-17, 1e-16, -1, 0, false);
        assertThat(local.valueRounding).isInfinite();
        local.analyse(Operation.ATAN2, 1e-17, 1e-16, 1, 0, false);
        assertThat(local.valueRounding).isFinite();
    }
}
