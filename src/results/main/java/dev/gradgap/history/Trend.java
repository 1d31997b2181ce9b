package dev.gradgap.history;

import dev.gradgap.history.HistoryEntry.Figures;
import dev.gradgap.history.Series.Point;
import dev.gradgap.history.Series.Stretch;
import dev.gradgap.results.TimedCell;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * What became of each cell over time in one environment.
 *
 * @param environment what the fingerprint is made from
 * @param runs the number of runs
 * @param series in the order of their names
 */
public record Trend(String fingerprint, Map<String, String> environment, int runs, List<Series> series) {

    public Trend {
        series = List.copyOf(series);
    }

    /** What names a series. */
    private record Name(TimedCell cell, String suite) implements Comparable<Name> {

        private static final Comparator<Name> ORDER =
                Comparator.comparing(Name::cell).thenComparing(Name::suite);

        @Override
        public int compareTo(Name other) {
            return ORDER.compare(this, other);
        }
    }

    /**
     * The trend of a history file.
     *
     * @param entries at least one, in the order of their dates
     * @param wanted the cells to look at
     */
    public static Trend of(
            String fingerprint, List<HistoryEntry> entries, Predicate<TimedCell> wanted, ChangeFinder finder) {
        SortedMap<Name, List<Point>> points = new TreeMap<>();
        for (HistoryEntry entry : entries) {
            for (Figures figures : entry.cells()) {
                if (wanted.test(figures.key())) {
                    points.computeIfAbsent(new Name(figures.key(), entry.suite()), name -> new ArrayList<>())
                            .add(new Point(entry, figures));
                }
            }
        }
        List<Series> series = new ArrayList<>();
        points.forEach((name, all) -> series.add(series(name, all, finder)));
        return new Trend(fingerprint, entries.get(0).environment(), entries.size(), series);
    }

    private static Series series(Name name, List<Point> points, ChangeFinder finder) {
        List<Integer> cuts = IntStream.range(1, points.size())
                .filter(i -> !definition(points.get(i)).equals(definition(points.get(i - 1))))
                .boxed()
                .toList();
        List<Change> changes = new ArrayList<>();
        boolean correlated = false;
        for (Stretch stretch : Series.between(points.size(), cuts)) {
            ChangeFinder.Found found = finder.find(name.cell(), points, stretch);
            changes.addAll(found.changes());
            correlated |= found.correlated();
        }
        return new Series(name.suite(), name.cell(), points, cuts, changes, correlated);
    }

    /** What is measured and how. */
    private static List<Object> definition(Point point) {
        Map<String, String> settings = new TreeMap<>(point.run().settings());
        settings.putAll(point.figures().settings());
        return List.of(
                Optional.ofNullable(
                        point.run().workloads().get(point.figures().key().cell().workload())),
                settings);
    }

    /** In how many places a change of the time was looked for, each of which may show one by chance. */
    public long tested() {
        return series.stream()
                .flatMap(one -> one.stretches().stream())
                .filter(Stretch::isTested)
                .count();
    }

    /** The series in which chance shows more. */
    long correlated() {
        return series.stream().filter(Series::correlated).count();
    }
}
