package dev.gradgap.history;

import dev.gradgap.catalog.Glob;
import dev.gradgap.history.HistoryEntry.CellName;
import dev.gradgap.results.CsvTable;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Changes that somebody knows the reason of: known-changes.csv, with columns since, workload, engine and note. */
public final class KnownChanges {

    private final List<Known> changes;

    private KnownChanges(List<Known> changes) {
        this.changes = changes;
    }

    /**
     * A row.
     *
     * @param since the date (a day or a moment) or the beginning of the commit from which on it holds
     * @param workload a glob
     * @param engine a glob
     */
    record Known(String since, String workload, String engine, String note) {

        boolean explains(HistoryEntry first, CellName key) {
            boolean then = first.date().startsWith(since)
                    || (since.length() >= 7 && first.commit().startsWith(since));
            return then && new Glob(workload).matches(key.workload()) && new Glob(engine).matches(key.engine());
        }
    }

    /** No known changes. */
    public static KnownChanges none() {
        return new KnownChanges(List.of());
    }

    /**
     * Reads the file.
     *
     * @throws dev.gradgap.results.ResultsException naming file, line and column of what is wrong
     */
    public static KnownChanges read(Path file) {
        return new KnownChanges(CsvTable.read(
                file,
                List.of("since", "workload", "engine", "note"),
                row -> new Known(row.text("since"), row.text("workload"), row.text("engine"), row.text("note"))));
    }

    /** What is known of a change of a cell that a run is the first to show. */
    public Optional<String> note(HistoryEntry first, CellName key) {
        return changes.stream()
                .filter(known -> known.explains(first, key))
                .map(Known::note)
                .findFirst();
    }
}
