package dev.gradgap.history;

import dev.gradgap.history.Change.Kind;
import dev.gradgap.history.HistoryEntry.Figures;
import dev.gradgap.history.Series.Point;
import dev.gradgap.history.Series.Stretch;
import dev.gradgap.results.Allocation;
import dev.gradgap.results.TimedCell;
import dev.gradgap.statistics.ForkStatistics;
import dev.gradgap.statistics.Interval;
import dev.gradgap.statistics.RatioInterval;
import dev.gradgap.statistics.steps.Steps;
import dev.gradgap.statistics.steps.Steps.Step;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Finds the changes of a series. Those of the time are the {@link Steps} of its logarithms; what is counted changes wherever
 * it differs, and allocation where {@code compare} would say so and the next runs agree.
 *
 * @param significance the share of series without a change that may show one
 * @param gate the smallest change of a time that matters, from 0 on
 */
public record ChangeFinder(KnownChanges known, double significance, double gate) {

    /** A change point may be found one run too early or too late. */
    private static final int UNCERTAINTY = 1;

    /** From this correlation on a reader is told. */
    private static final double CORRELATED = 0.3;

    /** So many runs must agree that allocation changed, as far as there are so many. */
    private static final int AGREEING = 3;

    /** What was found between two cuts, in the order of positions. */
    record Found(List<Change> changes, boolean correlated) {}

    /** The changes between two cuts of a series. */
    Found find(TimedCell cell, List<Point> points, Stretch stretch) {
        double[] logarithms = IntStream.range(stretch.from(), stretch.to())
                .mapToDouble(i -> Math.log(points.get(i).figures().time().estimate()))
                .toArray();
        Steps steps = Steps.of(logarithms, significance).above(Math.log1p(gate), logarithms);
        List<Change> changes = new ArrayList<>(times(cell, points, stretch, steps.steps()));
        changes.addAll(counted(Kind.PASSES, figures -> number(figures.passes()), cell, points, stretch));
        changes.addAll(counted(Kind.TAPE_BYTES, figures -> number(figures.tapeBytes()), cell, points, stretch));
        changes.addAll(allocation(cell, points, stretch));
        changes.sort(Comparator.comparingInt(Change::at).thenComparing(Change::kind));
        return new Found(changes, stretch.isTested() && steps.correlation() > CORRELATED);
    }

    private List<Change> times(TimedCell cell, List<Point> points, Stretch stretch, List<Step> steps) {
        List<Change> changes = new ArrayList<>();
        for (int k = 0; k < steps.size(); k++) {
            int at = stretch.from() + steps.get(k).at();
            int from =
                    k == 0 ? stretch.from() : stretch.from() + steps.get(k - 1).at();
            int to = k + 1 < steps.size() ? stretch.from() + steps.get(k + 1).at() : stretch.to();
            double[] before = timesNs(points, from, at);
            double[] after = timesNs(points, at, to);
            changes.add(new Change(
                    at,
                    Kind.TIME,
                    ForkStatistics.geometricMean(before),
                    ForkStatistics.geometricMean(after),
                    RatioInterval.independent(after, before),
                    steps.get(k).lasting(),
                    known.note(cell, points, at, UNCERTAINTY)));
        }
        return changes;
    }

    private static double[] timesNs(List<Point> points, int from, int to) {
        return points.subList(from, to).stream()
                .mapToDouble(point -> point.figures().time().estimate())
                .toArray();
    }

    private List<Change> counted(
            Kind kind, Function<Figures, OptionalDouble> figure, TimedCell cell, List<Point> points, Stretch stretch) {
        List<Change> changes = new ArrayList<>();
        OptionalDouble before = OptionalDouble.empty();
        for (int i = stretch.from(); i < stretch.to(); i++) {
            OptionalDouble now = figure.apply(points.get(i).figures());
            if (before.isPresent() && now.isPresent() && now.getAsDouble() != before.getAsDouble()) {
                changes.add(exact(i, kind, before.getAsDouble(), now.getAsDouble(), cell, points));
            }
            before = now.isPresent() ? now : before;
        }
        return changes;
    }

    private Change exact(int at, Kind kind, double before, double after, TimedCell cell, List<Point> points) {
        return new Change(
                at, kind, before, after, Interval.unknown(after / before), true, known.note(cell, points, at, 0));
    }

    /**
     * Each run is held against all since the change before, whose forks it must not overlap, and against the first of them,
     * so that many small steps add up to a change.
     */
    private List<Change> allocation(TimedCell cell, List<Point> points, Stretch stretch) {
        List<Integer> known = IntStream.range(stretch.from(), stretch.to())
                .filter(i -> allocation(points, i).isPresent())
                .boxed()
                .toList();
        List<Change> changes = new ArrayList<>();
        Optional<Allocation> before = Optional.empty();
        for (int k = 0; k < known.size(); k++) {
            Allocation now = allocation(points, known.get(k)).orElseThrow();
            Optional<Allocation> range = before;
            boolean changed = range.isPresent()
                    && known.subList(k, Math.min(known.size(), k + AGREEING)).stream()
                            .allMatch(i -> allocation(points, i).orElseThrow().isChangedFrom(range.get()));
            if (changed) {
                changes.add(exact(known.get(k), Kind.ALLOC_BYTES, range.get().median(), now.median(), cell, points));
            }
            before = Optional.of(changed || range.isEmpty() ? now : Allocation.range(List.of(range.get(), now)));
        }
        return changes;
    }

    private static Optional<Allocation> allocation(List<Point> points, int at) {
        return points.get(at).figures().allocation();
    }

    private static OptionalDouble number(OptionalLong value) {
        return value.isPresent() ? OptionalDouble.of((double) value.getAsLong()) : OptionalDouble.empty();
    }
}
