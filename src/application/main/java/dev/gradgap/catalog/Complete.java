package dev.gradgap.catalog;

import dev.gradgap.workload.WorkloadFamily;
import java.util.Objects;

/** Makes sure that a workload of a plug-in says everything of itself that others rely on. */
final class Complete {

    private Complete() {}

    /**
     * A workload, as it is.
     *
     * @throws NullPointerException naming what it does not say
     */
    static WorkloadFamily workload(WorkloadFamily family) {
        Objects.requireNonNull(family, "one of the families is null");
        String name = Objects.requireNonNull(family.name(), "the name() of a workload is null");
        requireNonNull(family.family(), name, "family()");
        requireNonNull(family.definition(), name, "definition()");
        requireNonNull(family.source(), name, "source()");
        requireNonNull(family.parameters(), name, "parameters()");
        return family;
    }

    private static void requireNonNull(Object value, String name, String method) {
        Objects.requireNonNull(value, () -> method + " of '" + name + "' is null");
    }
}
