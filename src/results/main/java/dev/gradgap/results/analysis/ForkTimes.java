package dev.gradgap.results.analysis;

import dev.gradgap.results.Allocation;
import dev.gradgap.results.Method;
import dev.gradgap.results.journal.ForkResult;
import dev.gradgap.results.journal.RunData;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The time that each fork counts as, for statistics over the forks themselves. */
public final class ForkTimes {

    private ForkTimes() {}

    /**
     * The usable forks of a run.
     *
     * @return for each planned cell its forks by round, ascending; of a cell that is both measured and sampled those that
     *     were measured
     */
    public static List<SortedMap<Integer, ForkResult>> usable(RunData run) {
        List<SortedMap<Integer, ForkResult>> forks = new ArrayList<>();
        for (int i = 0; i < run.header().cells().size(); i++) {
            forks.add(new TreeMap<>());
        }
        for (ForkResult fork : run.forks()) {
            boolean sampleBesideWhole = run.cellOf(fork).sampleAlso() && fork.method() == Method.SAMPLED;
            if (Row.isUsable(fork) && !sampleBesideWhole) {
                forks.get(fork.cell()).put(fork.round(), fork);
            }
        }
        return forks;
    }

    /** The nanoseconds of a usable fork. */
    public static double of(ForkResult fork) {
        return ForkValues.of(fork.method(), fork.timesNs());
    }

    /** What usable forks of a cell allocated, as far as they know. */
    public static Optional<Allocation> allocation(Collection<ForkResult> forks) {
        return Allocation.of(forks.stream()
                .flatMapToDouble(fork -> fork.memory().allocBytes().stream())
                .boxed()
                .toList());
    }
}
