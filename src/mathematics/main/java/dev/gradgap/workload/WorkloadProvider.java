package dev.gradgap.workload;

import java.util.List;

/** Adds workloads to the suite; found through {@link java.util.ServiceLoader} on the class path or with --plugin. */
public interface WorkloadProvider {

    /** The families, each with a unique name. */
    List<WorkloadFamily> families();
}
