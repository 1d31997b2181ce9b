package dev.gradgap.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradgap.engine.forward.GraphForward;
import dev.gradgap.engine.forward.GraphForwardSparse;
import dev.gradgap.engine.reverse.GraphReverse;
import dev.gradgap.engine.reverse.InterpreterReverse;
import dev.gradgap.workload.Workload;
import dev.gradgap.workload.WorkloadFamily;
import dev.gradgap.workload.family.BuiltInWorkloads;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the engines say they will keep against what the heap says they keep. */
@Tag("thorough")
final class GraphEnginesMemoryTest {

    private static final int INPUTS = 100_000;

    static Stream<Engine> engines() {
        return Stream.of(
                GraphForward.scalar(),
                GraphForward.vector(8),
                new GraphForwardSparse(),
                new GraphReverse(),
                new InterpreterReverse());
    }

    @ParameterizedTest
    @MethodSource("engines")
    void predictionOfAnIrregularGraphIsWithinAFactorOfOneAndAHalf(Engine engine) {
        assertThat(predicted(engine, "random") / kept(engine, "random")).isBetween(1 / 1.5, 1.5);
    }

    @Test
    void regularGraphsKeepLessThanPredicted() {
        assertThat(kept(new GraphReverse(), "rosenbrock")).isLessThan(predicted(new GraphReverse(), "rosenbrock") / 3);
    }

    private static double predicted(Engine engine, String family) {
        long operations = workload(family).operations(INPUTS).orElseThrow();
        return engine.predictedBytes(INPUTS, 1, operations).orElseThrow();
    }

    private static WorkloadFamily workload(String name) {
        return new BuiltInWorkloads()
                .families().stream()
                        .filter(family -> family.name().equals(name))
                        .findFirst()
                        .orElseThrow();
    }

    private static double kept(Engine engine, String family) {
        Workload workload = workload(family).create(INPUTS, 1);
        double[] y = new double[1];
        long before = usedBytes();
        Differentiator differentiator = engine.prepare(workload.function());
        differentiator.primal(workload.point(), y);
        long after = usedBytes();
        assertThat(differentiator.inputs()).isEqualTo(INPUTS); // still alive
        return after - before;
    }

    private static long usedBytes() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
