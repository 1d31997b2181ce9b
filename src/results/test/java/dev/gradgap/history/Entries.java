package dev.gradgap.history;

import dev.gradgap.engine.Operator;
import dev.gradgap.history.HistoryEntry.Figures;
import dev.gradgap.results.Allocation;
import dev.gradgap.results.CellKey;
import dev.gradgap.results.Method;
import dev.gradgap.results.TimedCell;
import dev.gradgap.statistics.Interval;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/** Made-up runs, one a day from 2026 on, of one cell. */
final class Entries {

    static final TimedCell CELL =
            new TimedCell(new CellKey("rosenbrock", 1024, "graph-reverse", Operator.GRADIENT), Method.MEASURED);

    private static final Map<String, String> SETTINGS = Map.of("iterations", "5");

    private Entries() {}

    static HistoryEntry of(int day, String hash, double timeNs, long tapeBytes) {
        return entry("pr", day, hash, SETTINGS, figures(CELL, timeNs, 10, tapeBytes, 0.1));
    }

    static HistoryEntry ofSuite(String suite, int day, double timeNs) {
        return entry(suite, day, "a", SETTINGS, figures(CELL, timeNs, 10, 64, 0.1));
    }

    static HistoryEntry ofEngine(String engine, int day, double timeNs) {
        TimedCell cell = new TimedCell(
                new CellKey(
                        CELL.cell().workload(),
                        CELL.cell().inputs(),
                        engine,
                        CELL.cell().operator()),
                CELL.method());
        return entry("pr", day, "a", SETTINGS, figures(cell, timeNs, 10, 64, 0.1));
    }

    static HistoryEntry sampled(int day, double timeNs) {
        TimedCell cell = new TimedCell(CELL.cell(), Method.SAMPLED);
        return entry("pr", day, "a", SETTINGS, figures(cell, timeNs, 10, 64, 0.1));
    }

    static HistoryEntry withForks(int forks, double timeNs) {
        return entry("pr", 0, "a", SETTINGS, figures(CELL, timeNs, forks, 64, 0.1));
    }

    static HistoryEntry withInterval(Interval time) {
        return entry(
                "pr",
                0,
                "a",
                SETTINGS,
                new Figures(CELL, time, 2, Map.of(), OptionalLong.of(1), OptionalLong.of(64), Optional.empty()));
    }

    static HistoryEntry withSettings(int day, Map<String, String> settings, double timeNs) {
        return entry("pr", day, "a", settings, figures(CELL, timeNs, 10, 64, 0.1));
    }

    static HistoryEntry allocating(int day, double bytes) {
        return entry("pr", day, "a", SETTINGS, figures(CELL, 1, 10, 64, bytes));
    }

    static HistoryEntry allocating(int day, double bytes, double low, double high) {
        Figures figures = figures(CELL, 1, 10, 64, bytes);
        return entry(
                "pr",
                day,
                "a",
                SETTINGS,
                new Figures(
                        CELL,
                        figures.time(),
                        10,
                        Map.of(),
                        figures.passes(),
                        figures.tapeBytes(),
                        Optional.of(new Allocation(bytes, low, high))));
    }

    static HistoryEntry of(int day, TimedCell cell, double timeNs) {
        return entry("pr", day, "a", SETTINGS, figures(cell, timeNs, 10, 64, 0.1));
    }

    private static HistoryEntry entry(
            String suite, int day, String hash, Map<String, String> settings, Figures figures) {
        return new HistoryEntry(
                Instant.parse("2026-01-01T00:00:00Z").plus(Duration.ofDays(day)),
                String.format(Locale.ROOT, "%08x", day + 1).repeat(5),
                "jar",
                suite,
                new TreeMap<>(settings),
                new TreeMap<>(Map.of("cpu_model", "a processor")),
                new TreeMap<>(Map.of("rosenbrock", hash)),
                List.of(figures));
    }

    private static Figures figures(TimedCell cell, double timeNs, int forks, long tapeBytes, double allocBytes) {
        return new Figures(
                cell,
                new Interval(timeNs, timeNs / 1.01, timeNs * 1.01),
                forks,
                Map.of(),
                OptionalLong.of(1),
                OptionalLong.of(tapeBytes),
                Optional.of(new Allocation(allocBytes, allocBytes, allocBytes)));
    }
}
