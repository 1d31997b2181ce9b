package dev.gradgap.results.analysis;

import dev.gradgap.results.CellKey;
import dev.gradgap.results.Method;
import dev.gradgap.results.TimedCell;
import dev.gradgap.statistics.Interval;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
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
        Map<CellKey, Map<Method, ForkValues>> cells = new LinkedHashMap<>();
        timesByFork(samples)
                .forEach((fork, times) -> cells.computeIfAbsent(fork.cell.cell(), cell -> new EnumMap<>(Method.class))
                        .computeIfAbsent(fork.cell.method(), method -> new ForkValues())
                        .add(fork.round, fork.cell.method(), times));
        List<Agreement> agreements = new ArrayList<>();
        cells.forEach((cell, values) -> {
            if (values.containsKey(Method.MEASURED) && values.containsKey(Method.SAMPLED)) {
                agreements.add(of(cell, values.get(Method.MEASURED), values.get(Method.SAMPLED)));
            }
        });
        return agreements;
    }

    private static Agreement of(CellKey cell, ForkValues measured, ForkValues sampled) {
        return new Agreement(cell, measured.time().estimate(), sampled.time().estimate(), sampled.over(measured));
    }

    private static Map<Fork, List<Double>> timesByFork(List<Sample> samples) {
        Map<Fork, List<Double>> forks = new LinkedHashMap<>();
        for (Sample sample : samples) {
            forks.computeIfAbsent(new Fork(sample.cell(), sample.round()), fork -> new ArrayList<>())
                    .add(sample.timeNs());
        }
        return forks;
    }

    private record Fork(TimedCell cell, int round) {}
}
