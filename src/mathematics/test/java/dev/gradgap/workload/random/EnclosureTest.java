package dev.gradgap.workload.random;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradgap.graph.Operation;
import net.jqwik.api.Assume;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EnclosureTest {

    private static final double ROUNDING = 1e-12;

    private final Enclosure enclosure = new Enclosure();

    @Property(tries = 20_000, edgeCases = EdgeCasesMode.NONE)
    void valueAndPartialsStayWithinTheirBounds(
            @ForAll Operation operation,
            @ForAll @DoubleRange(min = -4, max = 4) double u1,
            @ForAll @DoubleRange(min = -4, max = 4) double u2,
            @ForAll @DoubleRange(min = -4, max = 4) double v1,
            @ForAll @DoubleRange(min = -4, max = 4) double v2,
            @ForAll @DoubleRange(min = 0, max = 1) double uPlace,
            @ForAll @DoubleRange(min = 0, max = 1) double vPlace) {
        double uLow = Math.min(u1, u2);
        double uHigh = Math.max(u1, u2);
        double vLow = Math.min(v1, v2);
        double vHigh = Math.max(v1, v2);
        Assume.that(enclosure.enclose(operation, uLow, uHigh, vLow, vHigh));
        expectWithin(operation, uLow + (uHigh - uLow) * uPlace, vLow + (vHigh - vLow) * vPlace);
        expectWithin(operation, uLow, vHigh);
        expectWithin(operation, uHigh, vLow);
        expectWithin(operation, uHigh, vHigh);
    }

    /** The bounds of narrow intervals are the sharpest, so that a wrong formula shows there first. */
    @ParameterizedTest
    @EnumSource
    void boundsHoldOnNarrowIntervalsAllOverTheDomain(Operation operation) {
        int accepted = 0;
        for (double u = -4; u <= 4; u += 0.0625) {
            for (double v = -2; v <= 2; v += 0.125) {
                if (enclosure.enclose(operation, u, u + 0.01, v, v + 0.01)) {
                    expectWithin(operation, u, v);
                    expectWithin(operation, u + 0.01, v);
                    expectWithin(operation, u, v + 0.01);
                    expectWithin(operation, u + 0.01, v + 0.01);
                    accepted++;
                }
            }
        }
        assertThat(accepted).as("accepted intervals").isGreaterThan(100);
    }

    private void expectWithin(Operation operation, double u, double v) {
        double value = operation.value(u, v);
        assertThat(value)
                .as("%s at %s, %s", operation, u, v)
                .isBetween(enclosure.low() - ROUNDING, enclosure.high() + ROUNDING);
        assertThat(Math.abs(operation.firstPartial(u, v, value)))
                .as("first partial of %s at %s, %s", operation, u, v)
                .isLessThanOrEqualTo(enclosure.firstPartial() + ROUNDING);
        assertThat(Math.abs(operation.secondPartial(u, v, value)))
                .as("second partial of %s at %s, %s", operation, u, v)
                .isLessThanOrEqualTo(enclosure.secondPartial() + ROUNDING);
    }
}
