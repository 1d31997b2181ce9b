package dev.gradgap.results.analysis;

import dev.gradgap.engine.Operator;
import dev.gradgap.results.Method;
import dev.gradgap.statistics.noise.Noise;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The noise of a run: how much the forks of one cell differ, over all its cells. */
final class RunNoise {

    private RunNoise() {}

    /** What tells the cell of a sample from others. */
    record SampledCell(String workload, int inputs, String engine, Operator operator, Method method) {

        private static SampledCell of(Sample sample) {
            return new SampledCell(
                    sample.workload(), sample.inputs(), sample.engine(), sample.operator(), sample.method());
        }
    }

    static Optional<Noise> of(List<Sample> samples) {
        return Noise.of(
                forkValues(samples).values().stream().map(ForkValues::values).toList());
    }

    /** What the forks of each cell count as. */
    static Map<SampledCell, ForkValues> forkValues(List<Sample> samples) {
        Map<SampledCell, Map<Integer, List<Double>>> cells = new LinkedHashMap<>();
        for (Sample sample : samples) {
            cells.computeIfAbsent(SampledCell.of(sample), cell -> new LinkedHashMap<>())
                    .computeIfAbsent(sample.round(), round -> new ArrayList<>())
                    .add(sample.timeNs());
        }
        Map<SampledCell, ForkValues> forkValues = new LinkedHashMap<>();
        cells.forEach((cell, rounds) -> {
            ForkValues values = new ForkValues();
            rounds.forEach((round, times) -> values.add(round, cell.method(), times));
            forkValues.put(cell, values);
        });
        return forkValues;
    }
}
