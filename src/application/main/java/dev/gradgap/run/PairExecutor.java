package dev.gradgap.run;

import dev.gradgap.results.Method;
import dev.gradgap.results.journal.ForkResult;
import dev.gradgap.results.journal.PlannedCell;
import dev.gradgap.run.PairedCampaign.Side;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Measures one cell with two programs, a fork each. */
public interface PairExecutor {

    /**
     * Runs a pair of forks.
     *
     * @param index the cell's position in the plan
     * @param cell what to measure
     * @param round the round, from 0
     * @param method how to time it; empty to let the forks decide
     * @param order whose fork comes first; a single side, if only its fork is missing
     * @return what each fork reported
     */
    Map<Side, ForkResult> execute(int index, PlannedCell cell, int round, Optional<Method> method, List<Side> order);
}
