package dev.gradgap.history;

import dev.gradgap.results.Allocation;
import dev.gradgap.results.TimedCell;
import dev.gradgap.results.file.FieldException;
import dev.gradgap.results.file.Schema.Called;
import dev.gradgap.results.file.Schema.Gained;
import dev.gradgap.results.file.Schema.Positive;
import dev.gradgap.statistics.Interval;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * A run in a history.
 *
 * @param date the start of the run
 * @param commit the commit that was measured; empty if unknown
 * @param jar the SHA-256 of its jar; empty if unknown
 * @param settings how it was measured, as far as times depend on it
 * @param environment what the fingerprint is made from, by field
 * @param workloads the hash of each workload
 * @param cells in the order of their names
 */
public record HistoryEntry(
        Instant date,
        String commit,
        String jar,
        String suite,
        SortedMap<String, String> settings,
        SortedMap<String, String> environment,
        SortedMap<String, String> workloads,
        List<Figures> cells) {

    private static final Comparator<HistoryEntry> BY_DATE = Comparator.comparing(HistoryEntry::date)
            .thenComparing(HistoryEntry::commit)
            .thenComparing(HistoryEntry::jar)
            .thenComparing(HistoryEntry::suite)
            .thenComparing(entry -> entry.settings().toString());

    public HistoryEntry {
        cells = cells.stream().sorted(Comparator.comparing(Figures::key)).toList();
    }

    /**
     * The figures of a cell.
     *
     * @param time in nanoseconds
     * @param forks the forks behind it
     * @param settings what for this cell replaces settings of the run
     * @param allocBytes the median of what forks allocated
     * @param allocLoBytes its lower quartile; earlier versions wrote none, and the forks are taken to have agreed
     * @param allocHiBytes its upper quartile
     */
    public record Figures(
            TimedCell key,
            @Positive @Called("time_ns") Interval time,
            @Positive int forks,
            @Gained(0) Map<String, String> settings,
            @Positive OptionalLong passes,
            OptionalLong tapeBytes,
            OptionalDouble allocBytes,
            @Gained(1) OptionalDouble allocLoBytes,
            @Gained(1) OptionalDouble allocHiBytes) {

        public Figures {
            settings = Map.copyOf(settings);
            if (allocBytes.isPresent()) {
                double median = allocBytes.getAsDouble();
                if (allocLoBytes.orElse(median) > median || allocHiBytes.orElse(median) < median) {
                    throw new FieldException("alloc_lo_bytes", "and 'alloc_hi_bytes' are no bounds of 'alloc_bytes'");
                }
            }
        }

        Figures(
                TimedCell key,
                Interval time,
                int forks,
                Map<String, String> settings,
                OptionalLong passes,
                OptionalLong tapeBytes,
                Optional<Allocation> allocation) {
            this(
                    key,
                    time,
                    forks,
                    settings,
                    passes,
                    tapeBytes,
                    bytes(allocation, Allocation::median),
                    bytes(allocation, Allocation::low),
                    bytes(allocation, Allocation::high));
        }

        private static OptionalDouble bytes(Optional<Allocation> allocation, ToDoubleFunction<Allocation> part) {
            return allocation.stream().mapToDouble(part).findFirst();
        }

        /** What the forks allocated; empty if unknown. */
        Optional<Allocation> allocation() {
            return allocBytes.stream()
                    .mapToObj(
                            median -> new Allocation(median, allocLoBytes.orElse(median), allocHiBytes.orElse(median)))
                    .findFirst();
        }
    }

    /** The commit in short, or the date if it is unknown. */
    public String name() {
        return commit.isEmpty() ? date.toString() : commit.substring(0, Math.min(10, commit.length()));
    }

    /**
     * The runs of any number of entries by date, each once: what several entries say of one run (its shards, or the run
     * before and after it was carried on) is put together, and of a cell that has been told twice the one with more forks
     * counts. The order of the entries means nothing.
     */
    static List<HistoryEntry> runs(Collection<HistoryEntry> entries) {
        SortedMap<HistoryEntry, HistoryEntry> runs = new TreeMap<>(BY_DATE);
        entries.forEach(entry -> runs.merge(entry, entry, HistoryEntry::with));
        return List.copyOf(runs.values());
    }

    private HistoryEntry with(HistoryEntry other) {
        Comparator<Figures> better = Comparator.comparing(Figures::forks).thenComparing(Figures::toString);
        SortedMap<TimedCell, Figures> all = new TreeMap<>();
        for (HistoryEntry entry : List.of(this, other)) {
            entry.cells()
                    .forEach(figures -> all.merge(figures.key(), figures, (a, b) -> better.compare(a, b) < 0 ? b : a));
        }
        SortedMap<String, String> hashes = new TreeMap<>(workloads);
        other.workloads().forEach((name, hash) -> hashes.merge(name, hash, (a, b) -> a.compareTo(b) < 0 ? b : a));
        return new HistoryEntry(date, commit, jar, suite, settings, environment, hashes, List.copyOf(all.values()));
    }
}
