package dev.gradgap.run;

import dev.gradgap.results.Method;
import dev.gradgap.results.Status;
import dev.gradgap.results.journal.ForkResult;
import dev.gradgap.results.journal.PlannedCell;
import dev.gradgap.results.journal.RunHeader;
import dev.gradgap.run.suite.Plan;
import dev.gradgap.workload.Seed;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;

/**
 * Measures the same cells of two programs in pairs: in every round one fork of base and one of head for each cell, together,
 * the cells in a seeded random order. Two rounds of a cell make a block ABBA or BAAB, drawn by the seed: a steady
 * drift of the machine cancels inside a block, and what is left of a wandering one has a random sign.
 *
 * <p>A cell that either side skips or fails is not repeated. A pair in which a fork did not get steady is thrown away and
 * run once more.
 */
public final class PairedCampaign {

    /** Whose fork it is. */
    public enum Side {
        BASE,
        HEAD;

        Side other() {
            return this == BASE ? HEAD : BASE;
        }
    }

    private final RunHeader header;
    private final PairExecutor executor;
    private final BiConsumer<Side, ForkResult> journal;
    private final BooleanSupplier stopped;
    private final Map<List<Object>, ForkResult> finished = new HashMap<>();
    private final Method[] decided;
    private final boolean[] settled;
    private double elapsedSeconds;

    /**
     * A comparison.
     *
     * @param header the cells, the same for both sides
     * @param journal keeps a finished fork, at once
     * @param stopped whether the user wants to stop; the pair under way is then dropped
     */
    public PairedCampaign(
            RunHeader header, PairExecutor executor, BiConsumer<Side, ForkResult> journal, BooleanSupplier stopped) {
        this.header = header;
        this.executor = executor;
        this.journal = journal;
        this.stopped = stopped;
        decided = new Method[header.cells().size()];
        settled = new boolean[header.cells().size()];
    }

    /** Takes account of a fork of an interrupted comparison. */
    public void remember(Side side, ForkResult fork) {
        finished.put(key(side, fork.cell(), fork.round()), fork);
        ForkResult other = finished.get(key(side.other(), fork.cell(), fork.round()));
        elapsedSeconds += other == null ? fork.seconds() : secondsBeside(other, fork);
        if (fork.status().isFinal()) {
            settled[fork.cell()] = true;
        } else if (fork.status() == Status.OK && decided[fork.cell()] == null) {
            decided[fork.cell()] = fork.method();
        }
    }

    /** The seconds that all forks took, those of an interrupted comparison included. */
    public double elapsedSeconds() {
        return elapsedSeconds;
    }

    /** Whether a cell has been skipped or has failed on a side. */
    public boolean isGivenUp(int cell) {
        return settled[cell];
    }

    /**
     * Measures one pair of each of some cells, unless it has been.
     *
     * @param round the round, from 0
     * @param cells positions in the plan
     * @param budgetSeconds a pair that would probably end later is not begun
     * @return whether all were measured; if not, the budget is spent or the user wants to stop
     */
    public boolean round(int round, Set<Integer> cells, double budgetSeconds) {
        for (int index : Plan.order(header.cells().size(), header.seed(), round)) {
            if (!cells.contains(index) || settled[index]) {
                continue;
            }
            List<Side> missing = order(index, round).stream()
                    .filter(side -> !finished.containsKey(key(side, index, round)))
                    .toList();
            if (missing.isEmpty()) {
                continue;
            }
            if (stopped.getAsBoolean() || elapsedSeconds >= budgetSeconds) {
                return false;
            }
            execute(index, round, missing);
        }
        return !stopped.getAsBoolean();
    }

    private void execute(int index, int round, List<Side> missing) {
        PlannedCell cell = header.cells().get(index);
        Map<Side, ForkResult> forks = pair(index, cell, round, Optional.ofNullable(decided[index]), missing);
        boolean alike =
                forks.values().stream().map(ForkResult::method).distinct().count() == 1;
        boolean ok = forks.values().stream().allMatch(fork -> fork.status() == Status.OK);
        if (ok && !alike && !stopped.getAsBoolean()) {
            forks = pair(index, cell, round, Optional.of(Method.SAMPLED), missing);
        }
        if (!stopped.getAsBoolean()) {
            for (Side side : missing) {
                journal.accept(side, forks.get(side));
                remember(side, forks.get(side));
            }
        }
    }

    /** A pair, once more if a fork was not steady. */
    private Map<Side, ForkResult> pair(
            int index, PlannedCell cell, int round, Optional<Method> method, List<Side> missing) {
        Map<Side, ForkResult> forks = executor.execute(index, cell, round, method, missing);
        boolean unsteady = forks.values().stream().anyMatch(fork -> fork.status() == Status.UNSTEADY);
        return unsteady && !stopped.getAsBoolean() ? executor.execute(index, cell, round, method, missing) : forks;
    }

    private static List<Object> key(Side side, int cell, int round) {
        return List.of(side, cell, round);
    }

    /** The seconds that a fork adds to those of the other of its pair, which may have run at the same time. */
    private static double secondsBeside(ForkResult other, ForkResult fork) {
        try {
            double later = 1e-3
                    * Duration.between(Instant.parse(other.startedAt()), Instant.parse(fork.startedAt()))
                            .toMillis();
            double otherEnd = other.seconds();
            double together = Math.min(otherEnd, later + fork.seconds()) - Math.max(0, later);
            return fork.seconds() - Math.max(0, together);
        } catch (DateTimeException e) {
            return fork.seconds();
        }
    }

    /** Who is first: a coin for each block of two rounds, turned around in its second round. */
    private List<Side> order(int cell, int round) {
        Seed coin = new Seed(header.seed() ^ (0x9E3779B97F4A7C15L * (31L * cell + round / 2 + 1)));
        boolean baseFirst = coin.nextInt(2) == 0 ^ round % 2 == 1;
        return baseFirst ? List.of(Side.BASE, Side.HEAD) : List.of(Side.HEAD, Side.BASE);
    }
}
