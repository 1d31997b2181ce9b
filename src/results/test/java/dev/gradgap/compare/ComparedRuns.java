package dev.gradgap.compare;

import dev.gradgap.results.Status;
import dev.gradgap.results.environment.Environment;
import dev.gradgap.results.journal.ForkResult;
import dev.gradgap.results.journal.MadeUpCell;
import dev.gradgap.results.journal.MadeUpFork;
import dev.gradgap.results.journal.PlannedCell;
import dev.gradgap.results.journal.RunData;
import dev.gradgap.results.journal.RunHeader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;

/** Made-up sides of comparisons. */
final class ComparedRuns {

    static final Map<String, String> SETTINGS = Map.of("iterations", "5", "heap", "1g", "forks", "3");

    private ComparedRuns() {}

    /**
     * A cell of a made-up side.
     *
     * @param factor its time over that of the other cells
     */
    record MadeUp(String engine, double factor, double allocBytes, long tapeBytes, Status status) {

        static MadeUp ok(String engine, double factor) {
            return new MadeUp(engine, factor, 1000, 64, Status.OK);
        }
    }

    static Environment environment() {
        return new Environment(Map.of("cpu_model", "a processor", "jvm_version", "17.0.1"))
                .withWorkloadHashes(Map.of("rosenbrock", "abc"));
    }

    /** A side with so many forks of each cell, about 1 µs each with 1 % of noise. */
    static ComparedRun run(String label, long seed, int forks, MadeUp... cells) {
        SplittableRandom random = new SplittableRandom(seed);
        List<PlannedCell> plan = new ArrayList<>();
        List<ForkResult> results = new ArrayList<>();
        for (MadeUp cell : cells) {
            for (int round = 0; round < forks; round++) {
                results.add(fork(plan.size(), round, cell, 1000 * Math.exp(0.01 * random.nextGaussian())));
            }
            plan.add(MadeUpCell.of("rosenbrock", 1024, cell.engine()).planned());
        }
        RunHeader header = new RunHeader(RunHeader.SCHEMA, "pr", 1, 3, SETTINGS, List.of(), plan);
        return new ComparedRun(label, new RunData(header, results), environment());
    }

    /** A side of which each fork allocates what its round says. */
    static ComparedRun withAllocation(ComparedRun run, IntToDoubleFunction bytes) {
        List<ForkResult> forks = run.run().forks().stream()
                .map(fork -> MadeUpFork.like(fork)
                        .allocBytes(bytes.applyAsDouble(fork.round()))
                        .fork())
                .toList();
        return new ComparedRun(run.label(), new RunData(run.run().header(), forks), run.environment());
    }

    private static ForkResult fork(int cell, int round, MadeUp madeUp, double time) {
        boolean ok = madeUp.status() == Status.OK;
        return MadeUpFork.of(cell, round)
                .ended(madeUp.status(), ok ? "" : "broken by hand")
                .operations(8183)
                .times(ok ? List.of(time * madeUp.factor()) : List.of())
                .allocBytes(madeUp.allocBytes())
                .tapeBytes(madeUp.tapeBytes())
                .fork();
    }
}
