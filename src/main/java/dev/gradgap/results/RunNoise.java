package dev.gradgap.results;

import dev.gradgap.statistics.Noise;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The noise of a run: how much the forks of one cell differ, over all its cells. */
final class RunNoise {

    private RunNoise() {}

    static Optional<Noise> of(List<Sample> samples) {
        return Noise.of(
                forkValues(samples).values().stream().map(ForkValues::values).toList());
    }

    /** What the forks of each cell count as. */
    static Map<List<Object>, ForkValues> forkValues(List<Sample> samples) {
        Map<List<Object>, Method> methods = new LinkedHashMap<>();
        Map<List<Object>, Map<Integer, List<Double>>> cells = new LinkedHashMap<>();
        for (Sample sample : samples) {
            methods.put(cell(sample), sample.method());
            cells.computeIfAbsent(cell(sample), key -> new LinkedHashMap<>())
                    .computeIfAbsent(sample.round(), round -> new ArrayList<>())
                    .add(sample.timeNs());
        }
        Map<List<Object>, ForkValues> forkValues = new LinkedHashMap<>();
        cells.forEach((cell, rounds) -> {
            ForkValues values = new ForkValues();
            rounds.forEach((round, times) -> values.add(round, methods.get(cell), times));
            forkValues.put(cell, values);
        });
        return forkValues;
    }

    /** What tells the cell of a sample from others. */
    static List<Object> cell(Sample sample) {
        return List.of(sample.workload(), sample.inputs(), sample.engine(), sample.operator(), sample.method());
    }
}
