package dev.gradgap.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.apache.commons.math3.analysis.differentiation.DerivativeStructure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class OperationTest {

    @Property(tries = 5000)
    void partialsAgreeWithCommonsMath(
            @ForAll Operation operation,
            @ForAll @DoubleRange(min = -3, max = 3) double x,
            @ForAll @DoubleRange(min = -3, max = 3) double y) {
        Assume.that(isSmooth(operation, x, y));
        double value = operation.value(x, y);
        DerivativeStructure oracle =
                oracle(operation, new DerivativeStructure(2, 1, 0, x), new DerivativeStructure(2, 1, 1, y));
        assertClose(value, oracle.getValue());
        assertClose(operation.firstPartial(x, y, value), oracle.getPartialDerivative(1, 0));
        if (operation != Operation.POW_CONSTANT) {
            assertClose(operation.secondPartial(x, y, value), oracle.getPartialDerivative(0, 1));
        }
    }

    @Property(tries = 5000)
    void partialsAgreeWithCentralDifferences(
            @ForAll Operation operation,
            @ForAll @DoubleRange(min = -3, max = 3) double x,
            @ForAll @DoubleRange(min = -3, max = 3) double y) {
        Assume.that(isSmooth(operation, x, y));
        double value = operation.value(x, y);
        double step = 1e-5;
        double byX = (operation.value(x + step, y) - operation.value(x - step, y)) / (2 * step);
        assertThat(operation.firstPartial(x, y, value)).isCloseTo(byX, within(1e-4 * (1 + Math.abs(byX))));
        if (operation == Operation.POW_CONSTANT) {
            assertThat(operation.secondPartial(x, y, value)).isZero();
        } else {
            double byY = (operation.value(x, y + step) - operation.value(x, y - step)) / (2 * step);
            assertThat(operation.secondPartial(x, y, value)).isCloseTo(byY, within(1e-4 * (1 + Math.abs(byY))));
        }
    }

    /** Whether the operation is differentiable near (x, y) and its higher derivatives are moderate there. */
    private static boolean isSmooth(Operation operation, double x, double y) {
        return switch (operation) {
            case DIVIDE -> Math.abs(y) > 0.1;
            case RECIPROCAL, ABS, CBRT -> Math.abs(x) > 0.1;
            case SQRT, LOG, POW, POW_CONSTANT -> x > 0.1;
            case LOG1P -> x > -0.9;
            case TAN -> Math.abs(Math.cos(x)) > 0.1;
            case ASIN, ACOS -> Math.abs(x) < 0.9;
            case ATAN2, HYPOT ->
                Math.hypot(x, y) > 0.1 && !(operation == Operation.ATAN2 && y < 0 && Math.abs(x) < 0.01);
            case MAX, MIN -> Math.abs(x - y) > 1e-3;
            default -> true;
        };
    }

    private static DerivativeStructure oracle(Operation operation, DerivativeStructure x, DerivativeStructure y) {
        return switch (operation) {
            case ADD -> x.add(y);
            case SUBTRACT -> x.subtract(y);
            case MULTIPLY -> x.multiply(y);
            case DIVIDE -> x.divide(y);
            case NEGATE -> x.negate();
            case RECIPROCAL -> x.reciprocal();
            case SQUARE -> x.multiply(x);
            case SQRT -> x.sqrt();
            case POW_CONSTANT -> x.pow(y.getValue());
            case POW -> x.pow(y);
            case EXP -> x.exp();
            case EXPM1 -> x.expm1();
            case LOG -> x.log();
            case LOG1P -> x.log1p();
            case SIN -> x.sin();
            case COS -> x.cos();
            case TAN -> x.tan();
            case ASIN -> x.asin();
            case ACOS -> x.acos();
            case ATAN -> x.atan();
            case ATAN2 -> DerivativeStructure.atan2(x, y);
            case SINH -> x.sinh();
            case COSH -> x.cosh();
            case TANH -> x.tanh();
            case SIGMOID -> x.negate().exp().add(1).reciprocal();
            case ABS -> x.abs();
            case MAX -> x.getValue() >= y.getValue() ? x : y;
            case MIN -> x.getValue() <= y.getValue() ? x : y;
            case HYPOT -> DerivativeStructure.hypot(x, y);
            case CBRT -> x.cbrt();
            case LOGADDEXP -> x.exp().add(y.exp()).log();
        };
    }

    /** The conventions that {@link dev.gradgap.function.Arithmetic} writes down. */
    static Stream<Arguments> conventions() {
        return Stream.of(
                Arguments.of(Operation.MAX, 2.0, 2.0, 1.0, 0.0),
                Arguments.of(Operation.MIN, 2.0, 2.0, 1.0, 0.0),
                Arguments.of(Operation.ABS, 0.0, 0.0, 0.0, 0.0),
                Arguments.of(Operation.ABS, -0.0, -0.0, 0.0, 0.0),
                Arguments.of(Operation.SQRT, 0.0, 0.0, 0.0, 0.0),
                Arguments.of(Operation.HYPOT, 0.0, 0.0, 0.0, 0.0),
                Arguments.of(Operation.ATAN2, 0.0, 0.0, 0.0, 0.0),
                Arguments.of(Operation.ASIN, 1.0, 1.0, 0.0, 0.0),
                Arguments.of(Operation.ASIN, -1.0, -1.0, 0.0, 0.0),
                Arguments.of(Operation.ACOS, 1.0, 1.0, 0.0, 0.0),
                Arguments.of(Operation.ACOS, -1.0, -1.0, 0.0, 0.0),
                Arguments.of(Operation.POW_CONSTANT, 0.0, 0.5, 0.0, 0.0),
                Arguments.of(Operation.POW_CONSTANT, 0.0, 1.0, 1.0, 0.0),
                Arguments.of(Operation.POW_CONSTANT, 0.0, 2.0, 0.0, 0.0),
                Arguments.of(Operation.POW_CONSTANT, 0.0, 0.0, 0.0, 0.0),
                Arguments.of(Operation.POW_CONSTANT, -2.0, 3.0, 12.0, 0.0),
                Arguments.of(Operation.POW, 0.0, 0.5, 0.0, 0.0),
                Arguments.of(Operation.POW, 0.0, 2.0, 0.0, 0.0),
                Arguments.of(Operation.POW, -2.0, 3.0, 12.0, 0.0));
    }

    @ParameterizedTest(name = "{0} at {1}, {2}")
    @MethodSource("conventions")
    void whereNoDerivativeExistsTheConventionHolds(
            Operation operation, double x, double y, double first, double second) {
        double value = operation.value(x, y);
        assertThat(value).isFinite();
        assertThat(operation.firstPartial(x, y, value)).isEqualTo(first, within(0.0));
        assertThat(operation.secondPartial(x, y, value)).isEqualTo(second, within(0.0));
    }

    @ParameterizedTest
    @EnumSource
    void aNotANumberOperandGivesANotANumber(Operation operation) {
        assertThat(operation.value(Double.NaN, 2)).isNaN();
        if (operation.arity() == 2) {
            assertThat(operation.value(2, Double.NaN)).isNaN();
        }
    }

    @ParameterizedTest
    @EnumSource
    void codeAndArityAreConsistent(Operation operation) {
        assertThat(Operation.of(operation.code())).isSameAs(operation);
        assertThat(operation.arity()).isBetween(1, 2);
        if (operation.arity() == 1) {
            assertThat(operation.secondPartial(0.5, 0.25, operation.value(0.5, 0.25)))
                    .isZero();
        }
    }

    @Test
    void symbolsAreDistinct() {
        assertThat(Stream.of(Operation.values()).map(Operation::symbol)).doesNotHaveDuplicates();
    }

    @Test
    void functionsThatAvoidCancellationKeepTheirDigits() {
        double tiny = 1e-18;
        assertThat(List.of(Operation.EXPM1.value(tiny, 0), Operation.LOG1P.value(tiny, 0)))
                .containsExactly(tiny, tiny);
        assertThat(Operation.HYPOT.value(3e300, 4e300)).isEqualTo(5e300, within(1e285));
    }

    private static void assertClose(double actual, double expected) {
        assertThat(actual).isCloseTo(expected, within(1e-12 * (1 + Math.abs(expected))));
    }
}
