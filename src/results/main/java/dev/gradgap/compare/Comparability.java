package dev.gradgap.compare;

import dev.gradgap.results.CellKey;
import dev.gradgap.results.journal.PlannedCell;
import dev.gradgap.text.UserError;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Refuses to compare what differs in more than the code. */
public final class Comparability {

    private Comparability() {}

    /**
     * Passes if machine, JVM, workloads and measurement settings of both sides are the same; what a side does not know
     * cannot differ.
     *
     * @throws UserError in one line that says what differs, if not
     */
    public static void require(ComparedRun base, ComparedRun head) {
        Map<String, String> there = conditions(head);
        conditions(base)
                .forEach((field, value) ->
                        requireEqual(base, head, field, Optional.of(value), Optional.ofNullable(there.get(field))));
        Map<String, String> before = base.environment().workloadHashes();
        Map<String, String> after = head.environment().workloadHashes();
        for (String workload : before.keySet()) {
            requireEqual(
                    base,
                    head,
                    "the definition of workload " + workload + " (hash)",
                    Optional.ofNullable(before.get(workload)),
                    Optional.ofNullable(after.get(workload)));
        }
        requireSettings(base, head);
    }

    private static Map<String, String> conditions(ComparedRun run) {
        Map<String, String> conditions = new TreeMap<>(run.environment().conditions());
        conditions.putAll(run.environment().processorGranted());
        return conditions;
    }

    private static void requireSettings(ComparedRun base, ComparedRun head) {
        Map<CellKey, Map<String, String>> before = new HashMap<>();
        base.run().header().cells().forEach(cell -> before.put(cell.key(), settings(base, cell)));
        boolean any = false;
        for (PlannedCell cell : head.run().header().cells()) {
            Map<String, String> then = before.get(cell.key());
            if (then == null) {
                continue;
            }
            any = true;
            for (Map.Entry<String, String> now : settings(head, cell).entrySet()) {
                requireEqual(
                        base,
                        head,
                        now.getKey() + " of " + cell.workload() + " " + cell.engine(),
                        Optional.ofNullable(then.get(now.getKey())),
                        Optional.of(now.getValue()));
            }
        }
        if (!any) {
            throw new UserError("not comparable: " + base.label() + " and " + head.label()
                    + " have no cell in common; measure both with the same suite");
        }
    }

    /** Their number of forks may differ: that is a matter of precision. */
    private static Map<String, String> settings(ComparedRun run, PlannedCell cell) {
        Map<String, String> settings = new HashMap<>(run.run().header().settingsOf(cell));
        settings.remove("forks");
        return settings;
    }

    private static void requireEqual(
            ComparedRun base, ComparedRun head, String what, Optional<String> before, Optional<String> after) {
        if (before.isPresent() && after.isPresent() && !before.equals(after)) {
            throw new UserError("not comparable: " + what + " is " + before.get() + " in " + base.label() + " and "
                    + after.get() + " in " + head.label());
        }
    }
}
