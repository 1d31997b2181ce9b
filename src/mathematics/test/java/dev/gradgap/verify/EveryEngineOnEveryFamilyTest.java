package dev.gradgap.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradgap.engine.Differentiator;
import dev.gradgap.engine.Engine;
import dev.gradgap.engine.RefusedException;
import dev.gradgap.engine.Technology;
import dev.gradgap.engine.builtin.BuiltInEngines;
import dev.gradgap.engine.reference.ReferenceDifferences;
import dev.gradgap.engine.reverse.OverloadingReverse;
import dev.gradgap.function.DifferentiableFunction;
import dev.gradgap.verify.expected.Verdict;
import dev.gradgap.workload.Workload;
import dev.gradgap.workload.WorkloadFamily;
import dev.gradgap.workload.family.BuiltInWorkloads;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The cross product: every engine is right by the best oracle, and exact engines agree where that is not exact. */
@Tag("thorough")
final class EveryEngineOnEveryFamilyTest {

    private static final int[] SIZES = {1, 2, 3, 4, 5, 7, 8, 9, 16, 17, 64, 130, 300};
    private static final long SEED = 20240229;
    private static final int MAX_PASSES = 17;
    private static final double AGREEMENT = 1e-10;
    private static final double DIFFERENCES_AGREEMENT = 1e-5;
    private static final int MOST_ELEMENTS = 10_000; // of a Jacobian computed by two engines for comparison

    static Stream<Workload> workloads() {
        return new BuiltInWorkloads().families().stream().flatMap(EveryEngineOnEveryFamilyTest::members);
    }

    private static Stream<Workload> members(WorkloadFamily family) {
        return IntStream.concat(
                        IntStream.of(family.minInputs(), Math.min(family.maxInputs(), family.minInputs() + 3)),
                        IntStream.of(SIZES))
                .filter(n -> n >= family.minInputs() && n <= family.maxInputs())
                .distinct()
                .mapToObj(n -> family.create(n, SEED));
    }

    @ParameterizedTest
    @MethodSource("workloads")
    void everyEngineIsRight(Workload workload) {
        DifferentiableFunction function = workload.function();
        for (Engine engine : new BuiltInEngines().engines()) {
            if (engine.refusal(function).isPresent()) {
                continue;
            }
            Differentiator differentiator;
            try {
                differentiator = engine.prepare(function);
            } catch (RefusedException e) {
                assertThat(engine.technology()).isEqualTo(Technology.COMPILED);
                assertThat(workload.name()).startsWith("random");
                continue;
            }
            boolean exact = !(engine instanceof ReferenceDifferences);
            if (exact) {
                Verdict verdict =
                        GradientCheck.of(engine, differentiator, workload, SEED).checkAll(MAX_PASSES);
                assertThat(verdict.ok()).as(verdict.message()).isTrue();
            }
            if (!exact || function.handWrittenAdjoint().isEmpty()) {
                assertAgrees(workload, engine.name(), differentiator, exact ? AGREEMENT : DIFFERENCES_AGREEMENT);
            }
        }
    }

    /** Compares a whole Jacobian with that of an exact engine. */
    private static void assertAgrees(Workload workload, String name, Differentiator differentiator, double tolerance) {
        int elements = workload.inputs() * workload.outputs();
        if (elements > MOST_ELEMENTS) {
            return;
        }
        double[] expected = new double[elements];
        double[] got = new double[elements];
        new OverloadingReverse().prepare(workload.function()).jacobian(workload.point(), expected);
        differentiator.jacobian(workload.point(), got);
        double largest = Arrays.stream(expected).map(Math::abs).max().orElse(0);
        for (int k = 0; k < elements; k++) {
            double scale = Math.max(Math.abs(expected[k]), 1e-4 * largest);
            assertThat(Math.abs(got[k] - expected[k]))
                    .as(
                            "%s on %s with %d inputs, element %d: %s against %s",
                            name, workload.name(), workload.inputs(), k, got[k], expected[k])
                    .isLessThanOrEqualTo(tolerance * scale);
        }
    }
}
