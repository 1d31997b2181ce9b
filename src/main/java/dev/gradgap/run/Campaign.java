package dev.gradgap.run;

import dev.gradgap.results.ForkResult;
import dev.gradgap.results.Method;
import dev.gradgap.results.PlannedCell;
import dev.gradgap.results.RunHeader;
import dev.gradgap.results.Status;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * The rounds of a run: in every round one fork of each cell, in a seeded random order, so that a drift of the machine
 * falls on all cells alike. A cell with fewer forks than others takes part in the first rounds. A cell that was skipped or
 * failed is not repeated; a fork that did not get steady is thrown away and run once more.
 *
 * <p>The first fork of a forward gradient decides whether it is measured or sampled; the later ones follow, so that all
 * forks of a cell answer the same question.
 */
public final class Campaign {

    private final RunHeader header;
    private final Executor executor;
    private final Consumer<ForkResult> journal;
    private final BooleanSupplier stopped;
    private final Forecast forecast;
    private final int[] forks;
    private final Method[] decided;
    private final boolean[] settled;
    private final Set<List<Object>> finished = new HashSet<>();

    /**
     * A run.
     *
     * @param header what to do
     * @param earlier what an interrupted run has already done; empty for a new one
     * @param executor measures a fork
     * @param journal keeps a finished fork, at once
     * @param stopped whether the user wants to stop; the fork under way is then dropped
     */
    public Campaign(
            RunHeader header,
            List<ForkResult> earlier,
            Executor executor,
            Consumer<ForkResult> journal,
            BooleanSupplier stopped) {
        this(header, new Forecast(header), earlier, executor, journal, stopped);
    }

    /**
     * A run, of which it is foretold how long it takes.
     *
     * @param forecast as long as nothing is done
     */
    public Campaign(
            RunHeader header,
            Forecast forecast,
            List<ForkResult> earlier,
            Executor executor,
            Consumer<ForkResult> journal,
            BooleanSupplier stopped) {
        this.header = header;
        this.forecast = forecast;
        this.executor = executor;
        this.journal = journal;
        this.stopped = stopped;
        forks = header.cells().stream()
                .mapToInt(cell -> Settings.of(header, cell).forks())
                .toArray();
        decided = new Method[header.cells().size()];
        settled = new boolean[header.cells().size()];
        earlier.forEach(this::remember);
        forecast.resumed();
    }

    /** How much is done and what remains. */
    public Forecast forecast() {
        return forecast;
    }

    /**
     * Runs all rounds, or until stopped.
     *
     * @param progress is told after every fork
     * @return whether it came to its end
     */
    public boolean run(Runnable progress) {
        int rounds = Arrays.stream(forks).max().orElse(0);
        for (int round = 0; round < rounds; round++) {
            for (int index : Plan.order(header.cells().size(), header.seed(), round)) {
                if (round >= forks[index]) {
                    continue;
                }
                PlannedCell cell = header.cells().get(index);
                execute(index, cell, round, Optional.ofNullable(decided[index]), progress);
                if (cell.sampleAlso() && decided[index] == Method.MEASURED) {
                    execute(index, cell, round, Optional.of(Method.SAMPLED), progress);
                }
                if (stopped.getAsBoolean()) {
                    return false;
                }
            }
        }
        return true;
    }

    private void execute(int index, PlannedCell cell, int round, Optional<Method> method, Runnable progress) {
        boolean done = method.isPresent()
                ? finished.contains(List.<Object>of(index, round, method.get()))
                : finished.contains(List.<Object>of(index, round, Method.MEASURED))
                        || finished.contains(List.<Object>of(index, round, Method.SAMPLED));
        if (settled[index] || done || stopped.getAsBoolean()) {
            return;
        }
        ForkResult result = executor.execute(index, cell, round, method);
        if (result.status() == Status.UNSTEADY && !stopped.getAsBoolean()) {
            result = executor.execute(index, cell, round, method); // which may find a quieter moment
        }
        if (stopped.getAsBoolean()) {
            return;
        }
        journal.accept(result);
        remember(result);
        progress.run();
    }

    private void remember(ForkResult result) {
        int index = result.cell();
        finished.add(List.of(index, result.round(), result.method()));
        if (result.status() == Status.SKIPPED || result.status() == Status.FAILED) {
            settled[index] = true;
        } else if (result.status() == Status.OK && decided[index] == null) {
            decided[index] = result.method();
        }
        forecast.finished(result);
    }
}
