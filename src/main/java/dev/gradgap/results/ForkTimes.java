package dev.gradgap.results;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The value that each fork counts as, for statistics over the forks themselves. */
public final class ForkTimes {

    private ForkTimes() {}

    /**
     * The values of the usable forks of a run.
     *
     * @return for each planned cell nanoseconds by round, ascending; of a cell that is both measured and sampled those
     *     that were measured
     */
    public static List<Map<Integer, Double>> byCell(RunData run) {
        List<Map<Integer, Double>> times = new ArrayList<>();
        for (int i = 0; i < run.header().cells().size(); i++) {
            times.add(new TreeMap<>());
        }
        for (ForkResult fork : run.forks()) {
            boolean sampleBesideWhole = run.cellOf(fork).sampleAlso() && fork.method() == Method.SAMPLED;
            if (Row.isUsable(fork) && !sampleBesideWhole) {
                ForkValues value = new ForkValues();
                value.add(fork.round(), fork.method(), fork.timesNs());
                times.get(fork.cell()).put(fork.round(), value.at(fork.round()));
            }
        }
        return times;
    }
}
