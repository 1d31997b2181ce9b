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
        Map<List<Object>, Map<Integer, List<Double>>> cells = new LinkedHashMap<>();
        Map<List<Object>, Method> methods = new LinkedHashMap<>();
        for (Sample sample : samples) {
            List<Object> cell =
                    List.of(sample.workload(), sample.inputs(), sample.engine(), sample.operator(), sample.method());
            methods.put(cell, sample.method());
            cells.computeIfAbsent(cell, key -> new LinkedHashMap<>())
                    .computeIfAbsent(sample.round(), round -> new ArrayList<>())
                    .add(sample.timeNs());
        }
        List<double[]> forkValues = new ArrayList<>();
        cells.forEach((cell, rounds) -> {
            ForkValues values = new ForkValues();
            rounds.forEach((round, times) -> values.add(round, methods.get(cell), times));
            forkValues.add(values.values());
        });
        return Noise.of(forkValues);
    }
}
