package dev.gradgap.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.gradgap.engine.builtin.BuiltInEngines;
import dev.gradgap.workload.Workload;
import dev.gradgap.workload.WorkloadFamily;
import dev.gradgap.workload.family.BuiltInWorkloads;
import java.lang.management.ManagementFactory;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Engines that say that they allocate nothing. */
class GarbageFreeTest {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final long PATIENCE_NANOS = 10_000_000_000L; // until code on vectors is compiled

    static Stream<Engine> engines() {
        return new BuiltInEngines().engines().stream().filter(Engine::isGarbageFree);
    }

    private static WorkloadFamily rosenbrock() {
        return new BuiltInWorkloads()
                .families().stream()
                        .filter(family -> family.name().equals("rosenbrock"))
                        .findFirst()
                        .orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("engines")
    void allocateNothing(Engine engine) {
        Workload workload = rosenbrock().create(200, 1);
        double[] x = workload.point();
        double[] gradient = new double[200];
        double[] y = new double[1];
        double[] tangents = new double[1];
        double[] one = {1};
        Differentiator prepared = engine.prepare(workload.function());
        boolean records = engine.operators().contains(Operator.RECORD);
        boolean pullsBack = engine.operators().contains(Operator.PULLBACK);
        boolean pushesForward = engine.operators().contains(Operator.PUSHFORWARD);
        long begin = System.nanoTime();
        long allocated;
        do {
            long before = THREADS.getCurrentThreadAllocatedBytes();
            prepared.primal(x, y);
            prepared.gradient(x, gradient);
            if (records) {
                ((ReverseDifferentiator) prepared).record(x, y);
                ((ReverseDifferentiator) prepared).sweep(one, gradient);
            }
            if (pullsBack) {
                ((ReverseDifferentiator) prepared).pullback(x, one, y, gradient);
            }
            if (pushesForward) {
                ((ForwardDifferentiator) prepared).pushforward(x, x, y, tangents);
            }
            allocated = THREADS.getCurrentThreadAllocatedBytes() - before;
        } while (allocated > 0 && System.nanoTime() - begin < PATIENCE_NANOS);
        assertThat(allocated).isZero();
    }
}
