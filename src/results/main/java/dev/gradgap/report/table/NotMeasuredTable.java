package dev.gradgap.report.table;

import dev.gradgap.results.RunResults;
import dev.gradgap.results.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The cells that were planned and not measured, each with its reason. */
public final class NotMeasuredTable {

    private NotMeasuredTable() {}

    /** The table; it has no row if every cell was measured. */
    public static Table of(RunResults results) {
        return new Table(
                title(results),
                List.of("workload", "inputs", "engine", "operator", "status", "reason"),
                results.cells().stream()
                        .filter(cell -> cell.status() != Status.OK)
                        .map(cell -> List.of(
                                cell.workload(),
                                Integer.toString(cell.inputs()),
                                cell.engine(),
                                cell.operator().label(),
                                cell.status().label(),
                                cell.reason()))
                        .toList());
    }

    private static String title(RunResults results) {
        List<String> kinds = new ArrayList<>(List.of("Skipped", "failed"));
        Stream.of(Status.UNSTEADY, Status.UNVERIFIED)
                .filter(status -> results.count(status) > 0)
                .forEach(status -> kinds.add(status.label()));
        int last = kinds.size() - 1;
        return String.join(", ", kinds.subList(0, last)) + " and " + kinds.get(last) + " cells";
    }
}
