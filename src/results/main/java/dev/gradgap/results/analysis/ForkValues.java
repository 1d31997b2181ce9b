package dev.gradgap.results.analysis;

import dev.gradgap.results.Method;
import dev.gradgap.results.TimedCell;
import dev.gradgap.statistics.ForkStatistics;
import dev.gradgap.statistics.Interval;
import dev.gradgap.statistics.RatioInterval;
import dev.gradgap.statistics.Samples;
import dev.gradgap.statistics.SharedNoise;
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

    /** The logarithms of the fork values, from which the noise is found that cells share. */
    double[] logarithms() {
        return byRound.isEmpty() ? new double[0] : Samples.logarithms(values(), "fork values");
    }

    /** Nanoseconds with the interval that the variation between forks gives. */
    Interval time(SharedNoise shared) {
        return ForkStatistics.interval(values(), stopping, shared);
    }

    /** The logarithms of this over another, a fork of each round in which both ran. */
    double[] logarithmsOver(ForkValues other) {
        List<Integer> common = roundsWith(other);
        return common.isEmpty() ? new double[0] : Samples.logRatios(at(common), other.at(common));
    }

    /**
     * This over another: fork by fork where both ran in the same rounds, since a drift of the machine then falls on both
     * alike, or all against all if they hardly share a round.
     *
     * @param shared by the pairs of a run
     */
    Interval over(ForkValues other, SharedNoise shared) {
        List<Integer> common = roundsWith(other);
        return common.size() < 2
                ? RatioInterval.independent(values(), other.values())
                : RatioInterval.paired(at(common), other.at(common), stopping, shared);
    }

    private List<Integer> roundsWith(ForkValues other) {
        return byRound.keySet().stream().filter(other.byRound::containsKey).toList();
    }

    private double[] at(List<Integer> rounds) {
        return array(rounds.stream().map(byRound::get).toList());
    }

    private static double[] array(Collection<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
