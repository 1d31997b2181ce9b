package dev.gradgap.results;

import dev.gradgap.engine.Operator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A cell whose forks contradict each other: there are two speeds of the same code, and their median is neither.
 *
 * @param lowNs what its fastest fork counts as, in nanoseconds
 * @param highNs what its slowest fork counts as
 */
public record ForkDisagreement(
        String workload, int inputs, String engine, Operator operator, double lowNs, double highNs) {

    /** From this factor on forks contradict each other. */
    public static final double FACTOR = 1.5;

    /** By which factor the forks differ. */
    public double factor() {
        return highNs / lowNs;
    }

    /** The cells of a run with such forks, those that differ most first. */
    static List<ForkDisagreement> of(List<Sample> samples) {
        Map<List<Object>, Sample> cells = new LinkedHashMap<>();
        samples.forEach(sample -> cells.putIfAbsent(RunNoise.cell(sample), sample));
        List<ForkDisagreement> found = new ArrayList<>();
        RunNoise.forkValues(samples).forEach((key, values) -> {
            double low = values.rounds().stream().mapToDouble(values::at).min().orElseThrow();
            double high = values.rounds().stream().mapToDouble(values::at).max().orElseThrow();
            Sample cell = cells.get(key);
            if (cell.method() == Method.MEASURED && high >= FACTOR * low) {
                found.add(new ForkDisagreement(
                        cell.workload(), cell.inputs(), cell.engine(), cell.operator(), low, high));
            }
        });
        found.sort(Comparator.comparingDouble(ForkDisagreement::factor).reversed());
        return found;
    }
}
