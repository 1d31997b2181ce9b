package dev.gradgap.task;

import dev.gradgap.engine.Engine;
import dev.gradgap.verify.recording.ExpectationsOnDemand;
import dev.gradgap.workload.Workload;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Checks cells, each within a limit of time. Who has reached it is not tried again, so that one that never ends costs the limit once:
 * an engine, or a workload whose function did not end when what is right was to be found out.
 */
public final class CellChecks {

    private final TimeLimit limit;
    private final long seed;
    private final Map<String, String> endlessEngines = new HashMap<>();
    private final Map<String, String> endlessWorkloads = new HashMap<>();

    public CellChecks(TimeLimit limit, long seed) {
        this.limit = limit;
        this.seed = seed;
    }

    /** Checks one cell. */
    public Verification of(Engine engine, ExpectationsOnDemand member) {
        Workload workload = member.workload();
        String engineIs = endlessEngines.get(engine.name());
        String workloadIs = endlessWorkloads.get(workload.name());
        if (engineIs != null || workloadIs != null) {
            return Verification.skipped(engineIs != null ? engineIs : workloadIs);
        }
        Optional<Verification> ended = limit.run(() -> Verification.of(engine, member, seed));
        return ended.orElseGet(() -> member.isRecording() ? endless(workload, engine) : endless(engine, workload));
    }

    private Verification endless(Engine engine, Workload workload) {
        endlessEngines.put(
                engine.name(),
                engine.name() + " did not end on " + Members.describe(workload) + " and is not tried again");
        return Verification.failed(engine, workload, "no end after " + limit);
    }

    private Verification endless(Workload workload, Engine engine) {
        endlessWorkloads.put(
                workload.name(),
                "the function of " + Members.describe(workload) + " did not end and is not tried again");
        return Verification.failed(engine, workload, "the function itself did not end within " + limit);
    }
}
