package dev.gradgap.engine.compiled;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.gradgap.engine.AllocatedBytes;
import dev.gradgap.engine.Differentiator;
import dev.gradgap.engine.Engine;
import dev.gradgap.engine.ReverseDifferentiator;
import dev.gradgap.engine.Vectors;
import dev.gradgap.workload.Workload;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** On scalars: vectors are objects until the JVM has compiled the code to its end, when that is being its own affair. */
class CompiledAllocationTest {

    private static final int INPUTS = 301;
    private static final int RUNS = 5;

    @BeforeEach
    void vectorsAreNotThere() {
        assumeTrue(
                Vectors.width() == 1,
                "this JVM runs with --add-modules jdk.incubator.vector, whose vectors are objects at first: skipped");
    }

    static Stream<Arguments> enginesAndFamilies() {
        List<Engine> engines = List.of(
                CompiledForward.scalar(),
                CompiledForward.vector(4),
                CompiledForward.vector(8),
                CompiledForward.vector(16),
                new CompiledReverse());
        return Stream.of("rosenbrock", "mlp", "chain", "product").flatMap(family -> engines.stream()
                .map(engine -> Arguments.argumentSet(engine.name() + ", " + family, engine, family)));
    }

    @ParameterizedTest
    @MethodSource("enginesAndFamilies")
    void aGradientAllocatesNothing(Engine engine, String family) {
        Workload workload = Traced.workload(family, INPUTS);
        Differentiator differentiator = engine.prepare(workload.function());
        double[] gradient = new double[INPUTS];
        double[] y = new double[1];
        assertThat(AllocatedBytes.of(() -> differentiator.gradient(workload.point(), gradient), RUNS))
                .isZero();
        assertThat(AllocatedBytes.of(() -> differentiator.primal(workload.point(), y), RUNS))
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"rosenbrock", "mlp", "chain", "product"})
    void aPullbackAllocatesNothing(String family) {
        Workload workload = Traced.workload(family, INPUTS);
        ReverseDifferentiator reverse = new CompiledReverse().prepare(workload.function());
        double[] gradient = new double[INPUTS];
        double[] y = new double[1];
        double[] weight = {2};
        assertThat(AllocatedBytes.of(() -> reverse.pullback(workload.point(), weight, y, gradient), RUNS))
                .isZero();
    }
}
