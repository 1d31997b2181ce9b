package dev.gradgap.run;

import dev.gradgap.results.ForkResult;
import dev.gradgap.results.Method;
import dev.gradgap.results.PlannedCell;
import dev.gradgap.results.RunHeader;
import dev.gradgap.results.Status;
import dev.gradgap.workload.Seed;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;

/**
 * Measures the same cells of two programs in pairs: in every round one fork of base and one of head for each cell, next to one
 * another, the cells in a seeded random order. Two rounds of a cell make a block ABBA or BAAB, drawn by the seed: a steady
 * drift of the machine cancels inside a block, and what is left of a wandering one has a random sign.
 *
 * <p>A cell that either side skips or fails is not repeated.
 */
public final class PairedCampaign {

    /** Whose fork it is. */
    public enum Side {
        BASE,
        HEAD
    }

    private final RunHeader header;
    private final Map<Side, Executor> executors;
    private final BiConsumer<Side, ForkResult> journal;
    private final BooleanSupplier stopped;
    private final Set<List<Object>> finished = new HashSet<>();
    private final Method[] decided;
    private final boolean[] settled;
    private double elapsedSeconds;

    /**
     * A comparison.
     *
     * @param header the cells, the same for both sides
     * @param journal keeps a finished fork, at once
     * @param stopped whether the user wants to stop; the fork under way is then dropped
     */
    public PairedCampaign(
            RunHeader header,
            Executor base,
            Executor head,
            BiConsumer<Side, ForkResult> journal,
            BooleanSupplier stopped) {
        this.header = header;
        executors = new EnumMap<>(Map.of(Side.BASE, base, Side.HEAD, head));
        this.journal = journal;
        this.stopped = stopped;
        decided = new Method[header.cells().size()];
        settled = new boolean[header.cells().size()];
    }

    /** Takes account of a fork of an interrupted comparison. */
    public void remember(Side side, ForkResult fork) {
        finished.add(List.of(side, fork.cell(), fork.round()));
        elapsedSeconds += fork.seconds();
        if (fork.status() != Status.OK) {
            settled[fork.cell()] = true;
        } else if (decided[fork.cell()] == null) {
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
            for (Side side : order(index, round)) {
                if (settled[index] || finished.contains(List.<Object>of(side, index, round))) {
                    continue;
                }
                if (stopped.getAsBoolean() || elapsedSeconds >= budgetSeconds) {
                    return false;
                }
                execute(side, index, round);
            }
        }
        return !stopped.getAsBoolean();
    }

    private void execute(Side side, int index, int round) {
        PlannedCell cell = header.cells().get(index);
        ForkResult fork = executors.get(side).execute(index, cell, round, Optional.ofNullable(decided[index]));
        if (!stopped.getAsBoolean()) {
            journal.accept(side, fork);
            remember(side, fork);
        }
    }

    /** Who is first: a coin for each block of two rounds, turned around in its second round. */
    private List<Side> order(int cell, int round) {
        Seed coin = new Seed(header.seed() ^ (0x9E3779B97F4A7C15L * (31L * cell + round / 2 + 1)));
        boolean baseFirst = coin.nextInt(2) == 0 ^ round % 2 == 1;
        return baseFirst ? List.of(Side.BASE, Side.HEAD) : List.of(Side.HEAD, Side.BASE);
    }
}
