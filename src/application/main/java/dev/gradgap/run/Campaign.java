package dev.gradgap.run;

import dev.gradgap.results.Method;
import dev.gradgap.results.Status;
import dev.gradgap.results.journal.ForkResult;
import dev.gradgap.results.journal.PlannedCell;
import dev.gradgap.results.journal.RunData;
import dev.gradgap.results.journal.RunHeader;
import dev.gradgap.run.suite.Plan;
import dev.gradgap.run.suite.Settings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * The rounds of a run: in every round one fork of each cell, in a seeded random order, so that a drift of the machine
 * falls on all cells alike; before the first, one fork of each that a preliminary verdict needs. A cell with fewer forks
 * than others takes part in the first rounds. A cell that was skipped or failed is not repeated; a fork that did not get
 * steady is thrown away and run once more.
 *
 * <p>The first fork of a forward gradient decides whether it is measured or sampled; the later ones follow, so that all
 * forks of a cell answer the same question.
 *
 * <p>If the suite says so, forks are added after that where a claim is not yet sharp, see {@link Refinement}.
 */
public final class Campaign {

    private final Executor executor;
    private final Consumer<ForkResult> journal;
    private final BiConsumer<Integer, PlannedCell> planned;
    private final BooleanSupplier stopped;
    private final Forecast forecast;
    private final Map<Integer, Method> decided = new HashMap<>();
    private final Set<Integer> settled = new HashSet<>();
    private final Set<List<Object>> finished = new HashSet<>();
    private final List<ForkResult> results = new ArrayList<>();
    private RunHeader header;

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
        this(header, new Forecast(header), earlier, executor, journal, (index, cell) -> {}, stopped);
    }

    /**
     * A run, of which it is foretold how long it takes.
     *
     * @param forecast as long as nothing is done
     * @param planned keeps a cell that is added to the plan, with its position, at once
     */
    public Campaign(
            RunHeader header,
            Forecast forecast,
            List<ForkResult> earlier,
            Executor executor,
            Consumer<ForkResult> journal,
            BiConsumer<Integer, PlannedCell> planned,
            BooleanSupplier stopped) {
        this.header = header;
        this.forecast = forecast;
        this.executor = executor;
        this.journal = journal;
        this.planned = planned;
        this.stopped = stopped;
        earlier.forEach(this::remember);
        forecast.resumed();
    }

    /** How much is done and what remains. */
    public Forecast forecast() {
        return forecast;
    }

    /** What is planned and done so far. */
    public RunData data() {
        return new RunData(header, results);
    }

    /**
     * Runs all rounds, or until stopped.
     *
     * @param progress is told after every fork
     * @return whether it came to its end
     */
    public boolean run(Runnable progress) {
        return run(progress, () -> {});
    }

    /**
     * Runs all rounds, or until stopped.
     *
     * @param progress is told after every fork
     * @param preliminary is told once every largest gradient has been measured once
     * @return whether it came to its end
     */
    public boolean run(Runnable progress, Runnable preliminary) {
        List<Integer> leading = Leading.cells(header.cells());
        boolean news = !leading.isEmpty() && !hasBegun(leading);
        measure(leading, 0, progress);
        if (news && !stopped.getAsBoolean()) {
            preliminary.run();
        }
        int cells = header.cells().size();
        int rounds = IntStream.range(0, cells).map(this::forks).max().orElse(0);
        for (int round = 0; round < rounds && !stopped.getAsBoolean(); round++) {
            measure(Plan.order(cells, header.seed(), round), round, progress);
        }
        refine(progress);
        return !stopped.getAsBoolean();
    }

    private boolean hasBegun(List<Integer> cells) {
        return cells.stream().allMatch(index -> results.stream().anyMatch(fork -> fork.cell() == index));
    }

    private int forks(int index) {
        return Settings.of(header, header.cells().get(index)).forks();
    }

    /** One round of some cells. */
    private void measure(List<Integer> cells, int round, Runnable progress) {
        for (int index : cells) {
            if (round >= forks(index)) {
                continue;
            }
            PlannedCell cell = header.cells().get(index);
            execute(index, cell, round, Optional.ofNullable(decided.get(index)), progress);
            if (cell.sampleAlso() && decided.get(index) == Method.MEASURED) {
                execute(index, cell, round, Optional.of(Method.SAMPLED), progress);
            }
        }
    }

    /** Adds forks, and sizes, as long as there is time and something is not sharp. */
    private void refine(Runnable progress) {
        long seconds = Settings.fromMap(header.settings()).refineSeconds();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        boolean any = seconds > 0;
        while (any) {
            any = false;
            for (List<PlannedCell> pair : Refinement.next(data())) {
                if (System.nanoTime() < end && !stopped.getAsBoolean()) {
                    int before = results.size();
                    refine(pair, progress);
                    any |= results.size() > before;
                }
            }
        }
        forecast.refined();
    }

    /** One more fork of each of these cells; of those that were not planned as many as of any other. */
    private void refine(List<PlannedCell> pair, Runnable progress) {
        boolean added = !header.cells().containsAll(pair);
        for (PlannedCell cell : pair) {
            if (!header.cells().contains(cell)) {
                planned.accept(header.cells().size(), cell);
                header = header.with(cell);
            }
        }
        List<Integer> indices = pair.stream().map(header.cells()::indexOf).toList();
        int first = added ? 0 : indices.stream().mapToInt(this::nextRound).max().orElseThrow();
        int rounds = added ? forks(indices.get(0)) : 1;
        for (int round = first; round < first + rounds; round++) {
            for (int index : indices) {
                execute(index, header.cells().get(index), round, Optional.ofNullable(decided.get(index)), progress);
            }
        }
    }

    private int nextRound(int index) {
        return results.stream()
                .filter(fork -> fork.cell() == index)
                .mapToInt(fork -> fork.round() + 1)
                .max()
                .orElse(0);
    }

    private void execute(int index, PlannedCell cell, int round, Optional<Method> method, Runnable progress) {
        boolean done = method.isPresent()
                ? finished.contains(List.<Object>of(index, round, method.get()))
                : finished.contains(List.<Object>of(index, round, Method.MEASURED))
                        || finished.contains(List.<Object>of(index, round, Method.SAMPLED));
        if (settled.contains(index) || done || stopped.getAsBoolean()) {
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
        results.add(result);
        finished.add(List.of(index, result.round(), result.method()));
        if (result.status().isFinal()) {
            settled.add(index);
        } else if (result.status() == Status.OK) {
            decided.putIfAbsent(index, result.method());
        }
        forecast.finished(result);
    }
}
