package dev.gradgap.results.analysis;

import dev.gradgap.results.TimedCell;
import dev.gradgap.results.file.Schema.Gained;
import dev.gradgap.results.file.Schema.Positive;
import dev.gradgap.results.journal.ForkResult;
import dev.gradgap.results.journal.RunData;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The raw time of one measured iteration of one fork; one row of samples.csv.
 *
 * @param cell what was timed, and how
 * @param round the round the fork belongs to, from 0
 * @param iteration the position of the iteration in its fork, from 0
 * @param timeNs nanoseconds for the whole operator
 * @param allocBytes heap bytes that the whole operator allocated, averaged over the fork; empty if unknown
 * @param waited the share of the fork's measured time, from 0 to 1, in which it had no processor; the time is without it;
 *     empty if unknown
 */
public record Sample(
        TimedCell cell,
        int round,
        int iteration,
        @Positive double timeNs,
        OptionalDouble allocBytes,
        @Gained(1) OptionalDouble waited) {

    /** Every iteration of every fork that was ok, in the order in which they were measured. */
    public static List<Sample> of(RunData run) {
        List<Sample> samples = new ArrayList<>();
        for (ForkResult fork : run.forks()) {
            if (Row.isUsable(fork)) {
                TimedCell cell = new TimedCell(run.cellOf(fork).key(), fork.method());
                for (int i = 0; i < fork.timesNs().size(); i++) {
                    samples.add(new Sample(
                            cell,
                            fork.round(),
                            i,
                            fork.timesNs().get(i),
                            fork.memory().allocBytes(),
                            fork.waited()));
                }
            }
        }
        return samples;
    }
}
