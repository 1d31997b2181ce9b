package dev.gradgap.verify.decimal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradgap.graph.Operation;
import org.apache.commons.math3.dfp.Dfp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DecimalPartialsTest {

    private static final Dfp STEP = DecimalFunctions.of(0x1p-60);

    @ParameterizedTest
    @EnumSource(Operation.class)
    void partialsAreTheLimitsOfDifferenceQuotients(Operation operation) {
        Dfp x = DecimalFunctions.of(0.375);
        Dfp y = DecimalFunctions.of(0.6875);
        DecimalPartials partials = DecimalPartials.of(operation, x, y);
        assertClose(
                partials.first(), quotient(value(operation, x.add(STEP), y), value(operation, x.subtract(STEP), y)));
        if (operation.arity() == 2 && operation != Operation.POW_CONSTANT) {
            assertClose(
                    partials.second(),
                    quotient(value(operation, x, y.add(STEP)), value(operation, x, y.subtract(STEP))));
        } else {
            assertThat(partials.second().isZero()).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(Operation.class)
    void valuesAreThoseOfDoublesToTheirLastDigits(Operation operation) {
        double value = operation.value(0.375, 0.6875);
        Dfp exact = value(operation, DecimalFunctions.of(0.375), DecimalFunctions.of(0.6875));
        assertThat(DecimalSweep.error(value, exact)).isLessThanOrEqualTo(2 * Math.ulp(value));
    }

    @Test
    void conventionsHoldWhereThereIsNoDerivative() {
        assertPartials(Operation.MAX, 2, 2, 1, 0);
        assertPartials(Operation.MIN, 2, 2, 1, 0);
        assertPartials(Operation.ABS, 0, 0, 0, 0);
        assertPartials(Operation.SQRT, 0, 0, 0, 0);
        assertPartials(Operation.HYPOT, 0, 0, 0, 0);
        assertPartials(Operation.ATAN2, 0, 0, 0, 0);
        assertPartials(Operation.ASIN, 1, 1, 0, 0);
        assertPartials(Operation.ACOS, -1, -1, 0, 0);
        assertPartials(Operation.POW_CONSTANT, 0, 0.5, 0, 0);
        assertPartials(Operation.POW_CONSTANT, -2, 2, -4, 0);
        assertPartials(Operation.POW, -2, 2, -4, 0);
    }

    private static void assertPartials(Operation operation, double x, double y, double first, double second) {
        DecimalPartials partials = DecimalPartials.of(operation, DecimalFunctions.of(x), DecimalFunctions.of(y));
        assertThat(partials.first().toDouble()).as("%s by x", operation).isEqualTo(first);
        assertThat(partials.second().toDouble()).as("%s by y", operation).isEqualTo(second);
    }

    private static Dfp value(Operation operation, Dfp x, Dfp y) {
        return DecimalPartials.of(operation, x, y).value();
    }

    private static Dfp quotient(Dfp above, Dfp below) {
        return above.subtract(below).divide(STEP.multiply(2));
    }

    /** The quotient is right to the square of the step, 10<sup>-36</sup>, times a third derivative. */
    private static void assertClose(Dfp partial, Dfp quotient) {
        assertThat(partial.subtract(quotient).abs().toDouble()).isLessThan(1e-34);
    }
}
