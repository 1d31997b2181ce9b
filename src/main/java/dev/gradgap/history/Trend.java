package dev.gradgap.history;

import dev.gradgap.history.Change.Kind;
import dev.gradgap.history.HistoryEntry.CellName;
import dev.gradgap.history.HistoryEntry.Figures;
import dev.gradgap.history.Series.Point;
import dev.gradgap.statistics.ChangePoints;
import dev.gradgap.statistics.Interval;
import dev.gradgap.statistics.RatioInterval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * What became of each cell over time in one environment. Changes of the time are found by {@link ChangePoints} on
 * logarithms; figures without noise change wherever they differ.
 *
 * @param environment what the fingerprint is made from
 * @param runs the number of runs
 */
public record Trend(String fingerprint, Map<String, String> environment, int runs, List<Series> series) {

    private static final double ALLOC_GATE = 0.01;
    private static final double ALLOC_SLACK = 16;

    public Trend {
        series = List.copyOf(series);
    }

    /**
     * The trend of a history file.
     *
     * @param entries at least one, in the order of their dates
     * @param wanted the cells to look at
     * @param significance the share of permutations of a series without a change that show one
     */
    public static Trend of(
            String fingerprint,
            List<HistoryEntry> entries,
            Predicate<CellName> wanted,
            KnownChanges known,
            double significance) {
        Map<CellName, List<Point>> points = new LinkedHashMap<>();
        for (HistoryEntry entry : entries) {
            for (Figures figures : entry.cells()) {
                if (wanted.test(figures.key())) {
                    points.computeIfAbsent(figures.key(), key -> new ArrayList<>())
                            .add(new Point(entry, figures));
                }
            }
        }
        List<Series> series = points.entrySet().stream()
                .map(cell -> series(cell.getKey(), cell.getValue(), known, significance))
                .toList();
        return new Trend(fingerprint, entries.get(0).environment(), entries.size(), series);
    }

    private static Series series(CellName key, List<Point> points, KnownChanges known, double significance) {
        List<Integer> cuts = IntStream.range(1, points.size())
                .filter(i -> !hash(points.get(i), key).equals(hash(points.get(i - 1), key)))
                .boxed()
                .toList();
        List<Change> changes = new ArrayList<>();
        int start = 0;
        for (int k = 0; k <= cuts.size(); k++) {
            int end = k < cuts.size() ? cuts.get(k) : points.size();
            addTimes(changes, key, points, start, end, known, significance);
            addExact(changes, key, points, start, end, known);
            start = end;
        }
        changes.sort(Comparator.comparingInt(Change::at).thenComparing(Change::kind));
        return new Series(key, points, cuts, changes);
    }

    private static Optional<String> hash(Point point, CellName key) {
        return Optional.ofNullable(point.run().workloads().get(key.workload()));
    }

    private static void addTimes(
            List<Change> changes,
            CellName key,
            List<Point> points,
            int start,
            int end,
            KnownChanges known,
            double significance) {
        double[] times = IntStream.range(start, end)
                .mapToDouble(i -> points.get(i).figures().timeNs())
                .toArray();
        double[] logarithms = IntStream.range(0, times.length)
                .mapToDouble(i -> Math.log(times[i]))
                .toArray();
        List<Integer> found =
                ChangePoints.of(logarithms, significance, key.toString().hashCode());
        for (int k = 0; k < found.size(); k++) {
            int at = found.get(k);
            double[] before = Arrays.copyOfRange(times, k == 0 ? 0 : found.get(k - 1), at);
            double[] after = Arrays.copyOfRange(times, at, k + 1 < found.size() ? found.get(k + 1) : times.length);
            changes.add(new Change(
                    start + at,
                    Kind.TIME,
                    geometricMean(before),
                    geometricMean(after),
                    RatioInterval.independent(after, before),
                    known.note(points.get(start + at).run(), key)));
        }
    }

    private static double geometricMean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += Math.log(value);
        }
        return Math.exp(sum / values.length);
    }

    private static void addExact(
            List<Change> changes, CellName key, List<Point> points, int start, int end, KnownChanges known) {
        Map<Kind, Function<Figures, OptionalDouble>> exact = new LinkedHashMap<>();
        exact.put(Kind.PASSES, figures -> number(figures.passes()));
        exact.put(Kind.TAPE_BYTES, figures -> number(figures.tapeBytes()));
        exact.put(Kind.ALLOC_BYTES, Figures::allocBytes);
        exact.forEach((kind, figure) -> {
            for (int i = start + 1; i < end; i++) {
                OptionalDouble before = figure.apply(points.get(i - 1).figures());
                OptionalDouble after = figure.apply(points.get(i).figures());
                if (before.isPresent()
                        && after.isPresent()
                        && differ(kind, before.getAsDouble(), after.getAsDouble())) {
                    changes.add(new Change(
                            i,
                            kind,
                            before.getAsDouble(),
                            after.getAsDouble(),
                            Interval.unknown(after.getAsDouble() / before.getAsDouble()),
                            known.note(points.get(i).run(), key)));
                }
            }
        });
    }

    private static OptionalDouble number(OptionalLong value) {
        return value.isPresent() ? OptionalDouble.of((double) value.getAsLong()) : OptionalDouble.empty();
    }

    private static boolean differ(Kind kind, double before, double after) {
        double allowed = kind == Kind.ALLOC_BYTES ? ALLOC_SLACK + ALLOC_GATE * before : 0;
        return Math.abs(after - before) > allowed;
    }
}
