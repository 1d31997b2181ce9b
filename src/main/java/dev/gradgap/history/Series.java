package dev.gradgap.history;

import dev.gradgap.history.HistoryEntry.CellName;
import dev.gradgap.history.HistoryEntry.Figures;
import java.util.List;

/**
 * A cell over time, in one environment.
 *
 * @param points in the order of their dates
 * @param cuts the positions before which the definition of the workload changed: what lies on both sides is not compared
 * @param changes in the order of their positions
 */
public record Series(CellName key, List<Point> points, List<Integer> cuts, List<Change> changes) {

    public Series {
        points = List.copyOf(points);
        cuts = List.copyOf(cuts);
        changes = List.copyOf(changes);
    }

    /** A run and what it says of the cell. */
    public record Point(HistoryEntry run, Figures figures) {}
}
