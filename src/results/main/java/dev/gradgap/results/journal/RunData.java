package dev.gradgap.results.journal;

import java.util.List;

/**
 * What a run set out to do and what its forks reported: all that was measured.
 *
 * @param header the plan
 * @param forks at most one result for each cell and round, or for each cell, round and method where a cell is to be
 *     sampled beside its whole measurement; in the order in which they were measured
 */
public record RunData(RunHeader header, List<ForkResult> forks) {

    public RunData {
        forks = List.copyOf(forks);
    }

    /** The planned cell that a fork measured. */
    public PlannedCell cellOf(ForkResult fork) {
        return header.cells().get(fork.cell());
    }
}
