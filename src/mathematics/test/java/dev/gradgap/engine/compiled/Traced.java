package dev.gradgap.engine.compiled;

import dev.gradgap.engine.RefusedException;
import dev.gradgap.engine.compiled.maker.Contraction;
import dev.gradgap.engine.compiled.maker.Planner;
import dev.gradgap.engine.compiled.plan.Items;
import dev.gradgap.engine.compiled.plan.Plan;
import dev.gradgap.function.DifferentiableFunction;
import dev.gradgap.graph.Graph;
import dev.gradgap.graph.Tracer;
import dev.gradgap.workload.Workload;
import dev.gradgap.workload.WorkloadFamily;
import dev.gradgap.workload.family.BuiltInWorkloads;
import java.util.List;
import java.util.Optional;

/** The built-in families on their way through the compiler. */
public final class Traced {

    /** The most items in one piece of straight code; nothing here depends on it. */
    public static final int LONGEST_STRAIGHT = 60;

    private Traced() {}

    public static List<WorkloadFamily> families() {
        return new BuiltInWorkloads().families();
    }

    public static Workload workload(String family, int inputs) {
        return families().stream()
                .filter(candidate -> candidate.name().equals(family))
                .findFirst()
                .orElseThrow()
                .create(inputs, 1);
    }

    static Graph graph(String family, int inputs) {
        return Tracer.trace(workload(family, inputs).function());
    }

    public static Items items(String family, int inputs) {
        return Contraction.of(graph(family, inputs));
    }

    /** The plan on scalars. */
    public static Plan plan(String family, int inputs) {
        return plan(workload(family, inputs).function());
    }

    /** The plan on scalars; empty if the function is refused. */
    public static Optional<Plan> planUnlessRefused(DifferentiableFunction function) {
        try {
            return Optional.of(plan(function));
        } catch (RefusedException e) {
            return Optional.empty();
        }
    }

    /** The plan on scalars of a function that is not refused. */
    public static Plan plan(DifferentiableFunction function) {
        return Planner.plan(Contraction.of(Tracer.trace(function)), LONGEST_STRAIGHT, false, 1);
    }
}
