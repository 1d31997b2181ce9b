package dev.gradgap.history;

import dev.gradgap.engine.Operator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.SortedMap;

/**
 * A run in a history.
 *
 * @param date the start of the run, ISO 8601 in UTC
 * @param commit the commit that was measured; empty if unknown
 * @param jar the SHA-256 of its jar; empty if unknown
 * @param environment what the fingerprint is made from, by field
 * @param workloads the hash of each workload
 */
public record HistoryEntry(
        String date,
        String commit,
        String jar,
        String suite,
        SortedMap<String, String> environment,
        Map<String, String> workloads,
        List<Figures> cells) {

    public HistoryEntry {
        workloads = Map.copyOf(workloads);
        cells = List.copyOf(cells);
    }

    /**
     * What names a cell.
     *
     * @param workload the workload's name
     * @param inputs its number of inputs
     * @param engine the engine's name
     */
    public record CellName(String workload, int inputs, String engine, Operator operator) {

        @Override
        public String toString() {
            return workload + " " + inputs + " " + engine + " " + operator.label();
        }
    }

    /**
     * The figures of a cell.
     *
     * @param timeNs nanoseconds
     * @param forks the forks behind it
     */
    public record Figures(
            CellName key,
            double timeNs,
            int forks,
            OptionalLong passes,
            OptionalLong tapeBytes,
            OptionalDouble allocBytes) {}

    /** The commit in short, or the date if it is unknown. */
    public String name() {
        return commit.isEmpty() ? date : commit.substring(0, Math.min(10, commit.length()));
    }
}
