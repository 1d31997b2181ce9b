package dev.gradgap.results.analysis;

import dev.gradgap.results.CellKey;
import dev.gradgap.results.Method;
import dev.gradgap.results.TimedCell;
import dev.gradgap.statistics.ForkStatistics;
import dev.gradgap.statistics.Interval;
import dev.gradgap.statistics.SharedNoise;
import java.util.List;
import java.util.Map;

/**
 * How well a sampled measurement foretold the whole one, where both were made.
 *
 * @param measuredNs nanoseconds of the whole operator
 * @param sampledNs nanoseconds of the whole operator as estimated from a sample of its passes
 * @param ratio sampled over measured with its 95 % interval, fork by fork within the rounds; 1 is perfect agreement
 */
public record Agreement(CellKey cell, double measuredNs, double sampledNs, Interval ratio) {

    /** The agreement for each cell that has samples of both methods, in the order of the samples. */
    static List<Agreement> of(List<Sample> samples) {
        Map<TimedCell, ForkValues> values = ForkValues.of(samples);
        return values.keySet().stream()
                .map(TimedCell::cell)
                .distinct()
                .filter(cell -> values.keySet().containsAll(both(cell)))
                .map(cell -> of(
                        cell,
                        values.get(both(cell).get(0)),
                        values.get(both(cell).get(1))))
                .toList();
    }

    private static List<TimedCell> both(CellKey cell) {
        return List.of(new TimedCell(cell, Method.MEASURED), new TimedCell(cell, Method.SAMPLED));
    }

    private static Agreement of(CellKey cell, ForkValues measured, ForkValues sampled) {
        return new Agreement(
                cell,
                ForkStatistics.geometricMean(measured.values()),
                ForkStatistics.geometricMean(sampled.values()),
                sampled.over(measured, SharedNoise.NONE));
    }
}
