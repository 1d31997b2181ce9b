package dev.gradgap.history;

import dev.gradgap.history.HistoryEntry.Figures;
import dev.gradgap.results.TimedCell;
import dev.gradgap.statistics.steps.Steps;
import java.util.ArrayList;
import java.util.List;

/**
 * A cell of a suite over time, in one environment.
 *
 * @param points in the order of their dates
 * @param cuts the positions before which the definition of the workload or the settings changed: what lies on both sides is
 *     not compared
 * @param changes in the order of their positions
 * @param correlated whether a run's noise is partly that of the run before, so that chance shows more changes
 */
public record Series(
        String suite, TimedCell key, List<Point> points, List<Integer> cuts, List<Change> changes, boolean correlated) {

    public Series {
        points = List.copyOf(points);
        cuts = List.copyOf(cuts);
        changes = List.copyOf(changes);
    }

    /** A run and what it says of the cell. */
    public record Point(HistoryEntry run, Figures figures) {}

    /**
     * Points that can be compared with each other.
     *
     * @param from the position of the first
     * @param to the position after the last
     */
    record Stretch(int from, int to) {

        /** Whether it is long enough for a change of the time to be found. */
        boolean isTested() {
            return to - from >= Steps.FEWEST_VALUES;
        }
    }

    /** What names it, in words. */
    public String name() {
        return key + ", suite " + suite;
    }

    /** The last run before a change. */
    HistoryEntry before(Change change) {
        return points.get(change.at() - 1).run();
    }

    /** The first run after a change. */
    HistoryEntry after(Change change) {
        return points.get(change.at()).run();
    }

    /** The points between two cuts, in order. */
    List<Stretch> stretches() {
        return between(points.size(), cuts);
    }

    /** Positions from 0 on, cut into pieces. */
    static List<Stretch> between(int size, List<Integer> cuts) {
        List<Stretch> stretches = new ArrayList<>();
        int from = 0;
        for (int cut : cuts) {
            stretches.add(new Stretch(from, cut));
            from = cut;
        }
        stretches.add(new Stretch(from, size));
        return stretches;
    }
}
