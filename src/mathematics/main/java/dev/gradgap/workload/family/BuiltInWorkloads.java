package dev.gradgap.workload.family;

import dev.gradgap.workload.WorkloadFamily;
import dev.gradgap.workload.WorkloadProvider;
import java.util.List;

/** The workloads that come with the suite, in the order in which they are listed: teaching examples first. */
public final class BuiltInWorkloads implements WorkloadProvider {

    /** Made by {@link java.util.ServiceLoader}. */
    public BuiltInWorkloads() {}

    @Override
    public List<WorkloadFamily> families() {
        return List.of(
                new Lecture(),
                new Backprop(),
                new Gates(),
                new Product(),
                new Rosenbrock(),
                new Chain(),
                new SumOfSquares(),
                new Tree(),
                new LogSumExp(),
                new Helmholtz(),
                new Mlp(),
                new LogisticRegression(),
                RandomGraphFamily.scalar(),
                new RandomProgramFamily(),
                new Bratu(),
                RandomGraphFamily.jacobian(),
                new Bottleneck());
    }
}
