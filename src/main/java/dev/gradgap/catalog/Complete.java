package dev.gradgap.catalog;

import dev.gradgap.engine.Engine;
import dev.gradgap.workload.WorkloadFamily;
import java.util.Objects;

/** Makes sure that what plug-ins provide says everything of itself that others rely on. */
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

    /**
     * An engine, as it is.
     *
     * @throws NullPointerException naming what it does not say
     * @throws IllegalArgumentException if its passes carry nothing
     */
    static Engine engine(Engine engine) {
        Objects.requireNonNull(engine, "one of the engines is null");
        String name = Objects.requireNonNull(engine.name(), "the name() of an engine is null");
        requireNonNull(engine.technology(), name, "technology()");
        requireNonNull(engine.mode(), name, "mode()");
        requireNonNull(engine.operators(), name, "operators()");
        if (engine.tangentsPerPass() < 1) {
            throw new IllegalArgumentException(
                    "tangentsPerPass() of '" + name + "' is " + engine.tangentsPerPass() + "; it is at least 1");
        }
        return engine;
    }

    private static void requireNonNull(Object value, String name, String method) {
        Objects.requireNonNull(value, () -> method + " of '" + name + "' is null");
    }
}
