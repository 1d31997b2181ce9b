package dev.gradgap.workload.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gradgap.engine.Differentiator;
import dev.gradgap.engine.reference.ReferenceAdjoint;
import dev.gradgap.engine.reverse.OverloadingReverse;
import dev.gradgap.workload.Workload;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Hand-written adjoints are oracles: where units are saturated they keep their digits as the engines do. */
class HandWrittenTailsTest {

    private static final double TOLERANCE = 1e-10;

    @ParameterizedTest
    @ValueSource(doubles = {5, 20, 40})
    void saturatedUnitsHaveDerivativesToTheirLastDigits(double scale) {
        Workload workload = new BuiltInWorkloads()
                .families().stream()
                        .filter(family -> family.name().equals("bottleneck"))
                        .findFirst()
                        .orElseThrow()
                        .create(12, 1);
        double[] x = Arrays.stream(workload.point())
                .map(coordinate -> scale * Math.abs(coordinate))
                .toArray();
        double[] byHand = jacobian(new ReferenceAdjoint().prepare(workload.function()), x);
        double[] expected = jacobian(new OverloadingReverse().prepare(workload.function()), x);
        for (int i = 0; i < expected.length; i++) {
            assertThat(expected[i]).as("derivative %d", i).isNotZero();
            assertThat(byHand[i])
                    .as("derivative %d", i)
                    .isEqualTo(expected[i], within(TOLERANCE * Math.abs(expected[i])));
        }
    }

    private static double[] jacobian(Differentiator differentiator, double[] x) {
        double[] jacobian = new double[differentiator.outputs() * x.length];
        differentiator.jacobian(x, jacobian);
        return jacobian;
    }
}
