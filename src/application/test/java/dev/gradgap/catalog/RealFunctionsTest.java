package dev.gradgap.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradgap.engine.Asked;
import dev.gradgap.engine.Engine;
import dev.gradgap.engine.RefusedException;
import dev.gradgap.engine.Technology;
import dev.gradgap.verify.GradientCheck;
import dev.gradgap.verify.expected.Verdict;
import dev.gradgap.verify.recording.ExpectationsOnDemand;
import dev.gradgap.workload.Workload;
import dev.gradgap.workload.WorkloadFamily;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Functions as people write them who have never heard of this program: docs/plain-java.md has the same list. */
final class RealFunctionsTest {

    private static final int MAX_PASSES = 17;
    private static final Path FUNCTIONS = Path.of("src", "application", "test", "resources", "functions");

    private static WorkloadFamily family(String function) {
        FunctionJar packed = FunctionJar.of(FUNCTIONS.resolve(function).toString(), Optional.empty());
        return Catalog.load(List.of(packed.jar())).workload(packed.workload());
    }

    @ParameterizedTest
    @CsvSource({
        "Rosenbrock.java, 5",
        "BlackScholes.java::call, 5",
        "Planets.java, 8",
        "Determinant.java, 9",
        "Spline.java::Spline::roughness, 6",
        "AdaptiveSimpson.java, 3",
        "Kalman.java, 8",
        "BarrierOption.java, 5",
        "Statistics.java, 7",
        "Pendulum.java, 4",
        "NeuralNet.java, 16",
        "MaximumLikelihood.java, 5",
        "Geodesy.java, 6",
        "HeatEquation.java, 6",
        "RobotArm.java, 4",
        "Reaction.java, 6",
        "Lens.java, 2",
        "Tree.java::pathSum, 6"
    })
    void isRightOnEveryEngine(String function, int inputs) {
        Workload workload = family(function).create(inputs, 1);
        ExpectationsOnDemand expectations = new ExpectationsOnDemand(workload, 1);
        double[] values = new double[workload.outputs()];
        workload.function().plain().orElseThrow().evaluate(workload.point(), values);
        int checked = 0;
        for (Engine engine : Catalog.load(List.of()).engines()) {
            if (engine.refusal(workload.function()).isPresent()) {
                continue;
            }
            try {
                var differentiator = Asked.prepare(engine, workload.function());
                Verdict verdict = GradientCheck.of(engine, differentiator, workload, expectations, 1)
                        .checkAll(MAX_PASSES);
                assertThat(verdict.ok())
                        .as(engine.name() + ": " + verdict.message())
                        .isTrue();
                if (engine.technology() == Technology.OVERLOADING) {
                    double[] y = new double[values.length];
                    differentiator.primal(workload.point(), y);
                    assertThat(y).as(engine.name()).isEqualTo(values);
                }
                checked++;
            } catch (RefusedException e) {
                assertThat(engine.technology()).isEqualTo(Technology.COMPILED);
            }
        }
        assertThat(checked).isGreaterThan(10);
    }

    @Test
    void decimalNumbersCannotBeFollowed() {
        assertThatThrownBy(() -> family("Precise.java").create(3, 1))
                .hasMessageContaining("Precise.sum (Precise.java:8) calls java.math.BigDecimal.valueOf");
    }

    @Test
    void whatPrintsIsNoFunction() {
        assertThatThrownBy(() -> family("Logged.java").create(3, 1))
                .hasMessageContaining("Logged.norm (Logged.java:8) prints");
    }
}
