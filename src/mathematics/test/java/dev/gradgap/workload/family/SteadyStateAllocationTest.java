package dev.gradgap.workload.family;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.gradgap.function.HandWrittenAdjoint;
import dev.gradgap.function.PlainFunction;
import dev.gradgap.workload.Workload;
import dev.gradgap.workload.WorkloadFamily;
import java.lang.management.ManagementFactory;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The references are the limit that engines are measured against, so they must not pay for garbage. */
class SteadyStateAllocationTest {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    static Stream<WorkloadFamily> families() {
        return new BuiltInWorkloads().families().stream().filter(WorkloadFamily::hasReference);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("families")
    void primalAndAdjointAllocateNothing(WorkloadFamily family) {
        Workload workload = family.create(Math.min(family.maxInputs(), 1001), 1);
        PlainFunction plain = workload.function().plain().orElseThrow();
        HandWrittenAdjoint adjoint = workload.function().handWrittenAdjoint().orElseThrow();
        double[] weights = new double[workload.outputs()];
        double[] y = new double[workload.outputs()];
        double[] gradient = new double[workload.inputs()];
        long least = Long.MAX_VALUE;
        for (int attempt = 0; attempt < 20; attempt++) {
            long before = THREADS.getCurrentThreadAllocatedBytes();
            plain.evaluate(workload.point(), y);
            adjoint.pullback(workload.point(), weights, y, gradient);
            least = Math.min(least, THREADS.getCurrentThreadAllocatedBytes() - before);
        }
        assertThat(least).isZero();
    }
}
