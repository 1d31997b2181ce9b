package dev.gradgap.report.table;

import dev.gradgap.results.RunResults;
import dev.gradgap.results.Status;
import java.util.List;

/** The cells that were planned and not measured, each with its reason. */
public final class NotMeasuredTable {

    private NotMeasuredTable() {}

    /** The table; it has no row if every cell was measured. */
    public static Table of(RunResults results) {
        return new Table(
                results.count(Status.UNSTEADY) > 0 ? "Skipped, failed and unsteady cells" : "Skipped and failed cells",
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
}
