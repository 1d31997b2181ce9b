package dev.gradgap.run;

import dev.gradgap.results.Method;
import dev.gradgap.results.journal.ForkResult;
import dev.gradgap.results.journal.PlannedCell;
import java.util.Optional;

/** Measures one cell once, in a JVM of its own. An interface so that the rounds can be tested without timing anything. */
public interface Executor {

    /**
     * Runs one fork.
     *
     * @param index the cell's position in the plan
     * @param cell what to measure
     * @param round the round, from 0
     * @param method how to time it; empty to let the fork decide
     * @return what the fork reported; a fork that dies is a result too
     */
    ForkResult execute(int index, PlannedCell cell, int round, Optional<Method> method);
}
