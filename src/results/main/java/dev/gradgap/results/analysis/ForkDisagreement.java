package dev.gradgap.results.analysis;

import dev.gradgap.results.CellKey;
import dev.gradgap.results.Method;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A cell whose forks contradict each other: there are two speeds of the same code, and their median is neither.
 *
 * @param lowNs what its fastest fork counts as, in nanoseconds
 * @param highNs what its slowest fork counts as
 */
public record ForkDisagreement(CellKey cell, double lowNs, double highNs) {

    /** From this factor on forks contradict each other. */
    public static final double FACTOR = 1.5;

    /** By which factor the forks differ. */
    public double factor() {
        return highNs / lowNs;
    }

    /** The cells of a run with such forks, those that differ most first. */
    static List<ForkDisagreement> of(List<Sample> samples) {
        List<ForkDisagreement> found = new ArrayList<>();
        ForkValues.of(samples).forEach((cell, values) -> {
            double low = values.rounds().stream().mapToDouble(values::at).min().orElseThrow();
            double high = values.rounds().stream().mapToDouble(values::at).max().orElseThrow();
            if (cell.method() == Method.MEASURED && high >= FACTOR * low) {
                found.add(new ForkDisagreement(cell.cell(), low, high));
            }
        });
        found.sort(Comparator.comparingDouble(ForkDisagreement::factor).reversed());
        return found;
    }
}
