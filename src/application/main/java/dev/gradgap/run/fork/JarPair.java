package dev.gradgap.run.fork;

import dev.gradgap.results.Method;
import dev.gradgap.results.Status;
import dev.gradgap.results.environment.ByteSizes;
import dev.gradgap.results.journal.ForkResult;
import dev.gradgap.results.journal.PlannedCell;
import dev.gradgap.results.journal.RunHeader;
import dev.gradgap.run.PairExecutor;
import dev.gradgap.run.PairedCampaign.Side;
import dev.gradgap.run.suite.Settings;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Measures pairs with the programs of two jars: forks that run at the same time and measure by turns, or one after the
 * other, if one of the programs cannot take turns or the machine's memory does not hold both heaps.
 */
public final class JarPair implements PairExecutor {

    /** Of the machine's memory, for both heaps. */
    private static final double MOST_MEMORY = 0.6;

    private static final int SHARE_OF_TIMEOUT = 4;

    private final RunHeader header;
    private final Map<Side, JarExecutor> jars;
    private final long memoryBytes;

    /**
     * A pair of programs.
     *
     * @param header the run whose cells both measure
     * @param memoryBytes the machine's memory
     */
    public JarPair(RunHeader header, JarExecutor base, JarExecutor head, long memoryBytes) {
        this.header = header;
        jars = new EnumMap<>(Map.of(Side.BASE, base, Side.HEAD, head));
        this.memoryBytes = memoryBytes;
    }

    @Override
    public Map<Side, ForkResult> execute(
            int index, PlannedCell cell, int round, Optional<Method> method, List<Side> order) {
        Settings settings = Settings.of(header, cell);
        Map<Side, ForkResult> results = new EnumMap<>(Side.class);
        if (order.size() < 2 || !canTakeTurns(settings)) {
            for (Side side : order) {
                results.put(side, jars.get(side).execute(index, round, method, Optional.empty()));
            }
            return results;
        }
        Duration patience = Duration.ofSeconds(1 + settings.forkTimeoutSeconds() / SHARE_OF_TIMEOUT);
        try (Turns turns = Turns.begin(patience)) {
            CompletableFuture<ForkResult> first = CompletableFuture.supplyAsync(
                    () -> byTurns(turns, 0, jars.get(order.get(0)), index, round, method),
                    task -> new Thread(task, "first-fork").start());
            turns.awaitOne();
            results.put(order.get(1), byTurns(turns, 1, jars.get(order.get(1)), index, round, method));
            results.put(order.get(0), first.join());
            return judged(results, turns.objection());
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    /** Forks that were both measured, but not by turns, are of no use: each may have had another machine. */
    static Map<Side, ForkResult> judged(Map<Side, ForkResult> forks, Optional<String> objection) {
        boolean bothMeasured = forks.values().stream().allMatch(fork -> fork.status() == Status.OK);
        Map<Side, ForkResult> judged = new EnumMap<>(forks);
        if (bothMeasured && objection.isPresent()) {
            judged.replaceAll((side, fork) -> fork.unsteady("not measured by turns: " + objection.get()));
        }
        return judged;
    }

    /** Why pairs of some cells are measured one fork after the other, in words; empty if all are measured by turns. */
    public Optional<String> apart() {
        long cells = header.cells().stream()
                .filter(cell -> !canTakeTurns(Settings.of(header, cell)))
                .count();
        return cells == 0
                ? Optional.empty()
                : Optional.of("the forks of " + cells + " of " + header.cells().size()
                        + " cells are measured one after the other, not by turns: "
                        + (jars.values().stream().allMatch(JarExecutor::takesTurns)
                                ? "two of their heaps are too much for this machine's memory"
                                : "one of the jars is of a version that cannot"));
    }

    private boolean canTakeTurns(Settings settings) {
        long heap = ByteSizes.bytes(settings.heap()).orElse(memoryBytes);
        return jars.values().stream().allMatch(JarExecutor::takesTurns) && 2.0 * heap <= MOST_MEMORY * memoryBytes;
    }

    /** When one of the two has ended, the other need not wait any more. */
    private static ForkResult byTurns(
            Turns turns, int place, JarExecutor jar, int index, int round, Optional<Method> method) {
        try {
            return jar.execute(index, round, method, Optional.of(turns.address(place)));
        } finally {
            turns.close();
        }
    }
}
