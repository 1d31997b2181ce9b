package dev.gradgap.history;

import dev.gradgap.history.Change.Kind;
import dev.gradgap.history.HistoryEntry.Figures;
import dev.gradgap.history.Series.Point;
import dev.gradgap.history.Series.Stretch;
import dev.gradgap.results.TimedCell;
import dev.gradgap.results.Tolerance;
import dev.gradgap.statistics.ChangePoints;
import dev.gradgap.statistics.ForkStatistics;
import dev.gradgap.statistics.Interval;
import dev.gradgap.statistics.RatioInterval;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Finds the changes of a series. Those of the time are found by {@link ChangePoints} on logarithms; figures without noise
 * change wherever they differ.
 *
 * @param significance the share of permutations of a series without a change that show one
 */
record ChangeFinder(KnownChanges known, double significance) {

    /** A change point may be found one run too early or too late. */
    private static final int UNCERTAINTY = 1;

    private static final Map<Kind, Function<Figures, OptionalDouble>> EXACT = new EnumMap<>(Map.of(
            Kind.PASSES, figures -> number(figures.passes()),
            Kind.TAPE_BYTES, figures -> number(figures.tapeBytes()),
            Kind.ALLOC_BYTES, Figures::allocBytes));

    /** The changes between two cuts of a series, in the order of their positions. */
    List<Change> find(TimedCell cell, List<Point> points, Stretch stretch) {
        List<Change> changes = new ArrayList<>(times(cell, points, stretch));
        EXACT.forEach((kind, figure) -> changes.addAll(exact(kind, figure, cell, points, stretch)));
        changes.sort(Comparator.comparingInt(Change::at).thenComparing(Change::kind));
        return changes;
    }

    private List<Change> times(TimedCell cell, List<Point> points, Stretch stretch) {
        double[] logarithms = IntStream.range(stretch.from(), stretch.to())
                .mapToDouble(i -> Math.log(points.get(i).figures().time().estimate()))
                .toArray();
        long seed = cell.toString().hashCode();
        List<Integer> found = ChangePoints.of(logarithms, significance, seed).stream()
                .map(at -> stretch.from() + at)
                .toList();
        List<Change> changes = new ArrayList<>();
        for (int k = 0; k < found.size(); k++) {
            int at = found.get(k);
            double[] before = timesNs(points, k == 0 ? stretch.from() : found.get(k - 1), at);
            double[] after = timesNs(points, at, k + 1 < found.size() ? found.get(k + 1) : stretch.to());
            changes.add(new Change(
                    at,
                    Kind.TIME,
                    ForkStatistics.geometricMean(before),
                    ForkStatistics.geometricMean(after),
                    RatioInterval.independent(after, before),
                    known.note(cell, points, at, UNCERTAINTY)));
        }
        return changes;
    }

    private static double[] timesNs(List<Point> points, int from, int to) {
        return points.subList(from, to).stream()
                .mapToDouble(point -> point.figures().time().estimate())
                .toArray();
    }

    /** Each value is held against the first since the change before, so that many small steps add up to a change. */
    private List<Change> exact(
            Kind kind, Function<Figures, OptionalDouble> figure, TimedCell cell, List<Point> points, Stretch stretch) {
        List<Change> changes = new ArrayList<>();
        OptionalDouble before = OptionalDouble.empty();
        for (int i = stretch.from(); i < stretch.to(); i++) {
            OptionalDouble now = figure.apply(points.get(i).figures());
            if (now.isEmpty()) {
                continue;
            }
            if (before.isPresent() && differ(kind, before.getAsDouble(), now.getAsDouble())) {
                changes.add(new Change(
                        i,
                        kind,
                        before.getAsDouble(),
                        now.getAsDouble(),
                        Interval.unknown(now.getAsDouble() / before.getAsDouble()),
                        known.note(cell, points, i, 0)));
                before = now;
            } else if (before.isEmpty()) {
                before = now;
            }
        }
        return changes;
    }

    private static OptionalDouble number(OptionalLong value) {
        return value.isPresent() ? OptionalDouble.of((double) value.getAsLong()) : OptionalDouble.empty();
    }

    private static boolean differ(Kind kind, double before, double after) {
        Tolerance tolerance = kind == Kind.ALLOC_BYTES ? Tolerance.ALLOCATION : Tolerance.NONE;
        return !tolerance.covers(before, after);
    }
}
