package dev.gradgap.results.analysis;

import dev.gradgap.results.Method;
import dev.gradgap.results.TimedCell;
import dev.gradgap.statistics.ForkStatistics;
import dev.gradgap.statistics.Interval;
import dev.gradgap.statistics.RatioInterval;
import dev.gradgap.statistics.Stopping;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;

/** One time for each fork, the unit of all statistics, by the round in which the fork ran. */
final class ForkValues {

    private final NavigableMap<Integer, Double> byRound = new TreeMap<>();
    private final Stopping stopping;

    /** No forks yet, whose number is fixed beforehand. */
    ForkValues() {
        this(Stopping.NEVER);
    }

    ForkValues(Stopping stopping) {
        this.stopping = stopping;
    }

    /** Those of each cell of a run, in the order of its samples. */
    static Map<TimedCell, ForkValues> of(List<Sample> samples) {
        Map<TimedCell, Map<Integer, List<Double>>> cells = new LinkedHashMap<>();
        for (Sample sample : samples) {
            cells.computeIfAbsent(sample.cell(), cell -> new LinkedHashMap<>())
                    .computeIfAbsent(sample.round(), round -> new ArrayList<>())
                    .add(sample.timeNs());
        }
        Map<TimedCell, ForkValues> byCell = new LinkedHashMap<>();
        cells.forEach((cell, rounds) -> {
            ForkValues values = new ForkValues();
            rounds.forEach((round, times) -> values.add(round, cell.method(), times));
            byCell.put(cell, values);
        });
        return byCell;
    }

    /**
     * What a fork counts as: the median of its iterations, so that a disturbed one does not count; but their mean if it was
     * sampled, since each iteration then saw other passes, and a total is their mean times their number.
     */
    static double of(Method method, List<Double> timesNs) {
        return switch (method) {
            case MEASURED -> ForkStatistics.median(array(timesNs));
            case SAMPLED ->
                timesNs.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        };
    }

    /** Adds a fork. */
    void add(int round, Method method, List<Double> timesNs) {
        byRound.put(round, of(method, timesNs));
    }

    /** The rounds in which a fork ran. */
    NavigableSet<Integer> rounds() {
        return Collections.unmodifiableNavigableSet(byRound.navigableKeySet());
    }

    /** The value of the fork of one of the {@link #rounds}. */
    double at(int round) {
        return byRound.get(round);
    }

    /** The fork values in the order of their rounds. */
    double[] values() {
        return array(byRound.values());
    }

    /** Nanoseconds with the interval that the variation between forks gives. */
    Interval time() {
        return ForkStatistics.interval(array(byRound.values()), stopping);
    }

    /**
     * This over another: fork by fork where both ran in the same rounds, since a drift of the machine then falls on both
     * alike, or all against all if they hardly share a round.
     */
    Interval over(ForkValues other) {
        List<Integer> shared =
                byRound.keySet().stream().filter(other.byRound::containsKey).toList();
        if (shared.size() < 2) {
            return RatioInterval.independent(array(byRound.values()), array(other.byRound.values()));
        }
        return RatioInterval.paired(
                array(shared.stream().map(byRound::get).toList()),
                array(shared.stream().map(other.byRound::get).toList()),
                stopping);
    }

    private static double[] array(Collection<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
