package dev.gradgap.results.analysis;

import dev.gradgap.results.TimedCell;
import dev.gradgap.statistics.noise.Noise;
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
    static Map<TimedCell, ForkValues> forkValues(List<Sample> samples) {
        Map<TimedCell, Map<Integer, List<Double>>> cells = new LinkedHashMap<>();
        for (Sample sample : samples) {
            cells.computeIfAbsent(sample.cell(), cell -> new LinkedHashMap<>())
                    .computeIfAbsent(sample.round(), round -> new ArrayList<>())
                    .add(sample.timeNs());
        }
        Map<TimedCell, ForkValues> forkValues = new LinkedHashMap<>();
        cells.forEach((cell, rounds) -> {
            ForkValues values = new ForkValues();
            rounds.forEach((round, times) -> values.add(round, cell.method(), times));
            forkValues.put(cell, values);
        });
        return forkValues;
    }
}
