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
import java.util.stream.IntStream;

/** Made-up forks of a program measured together with itself. */
final class SelfComparison {

    private final List<PlannedCell> cells;
    private final List<ForkResult> base = new ArrayList<>();
    private final List<ForkResult> head = new ArrayList<>();

    /** Cells of one engine on workloads w0, w1 and so on. */
    SelfComparison(int cells) {
        this.cells = IntStream.range(0, cells)
                .mapToObj(i -> MadeUpCell.of("w" + i, 8, "graph-reverse").planned())
                .toList();
    }

    /** Adds a pair of forks, each with one iteration. */
    void pair(int cell, int round, double baseNs, double headNs) {
        base.add(fork(cell, round, Status.OK, List.of(baseNs), 0));
        head.add(fork(cell, round, Status.OK, List.of(headNs), 0));
    }

    /** Adds a pair of forks whose garbage differs. */
    void pairWithGarbage(int cell, int round, double ns, double baseBytes, double headBytes) {
        base.add(fork(cell, round, Status.OK, List.of(ns), baseBytes));
        head.add(fork(cell, round, Status.OK, List.of(ns), headBytes));
    }

    /** Adds a fork of head that failed. */
    void failure(int cell, int round) {
        head.add(fork(cell, round, Status.FAILED, List.of(), 0));
    }

    private static ForkResult fork(int cell, int round, Status status, List<Double> timesNs, double allocBytes) {
        return MadeUpFork.of(cell, round)
                .ended(status, status == Status.OK ? "" : "it crashed")
                .operations(10)
                .times(timesNs)
                .allocBytes(allocBytes)
                .tapeBytes(80)
                .maxRelError(1e-16)
                .fork();
    }

    private ComparedRun run(List<ForkResult> forks) {
        RunHeader header = new RunHeader(RunHeader.SCHEMA, "pr", 1, 3, Map.of(), List.of(), cells);
        return new ComparedRun("my|<b>.jar", new RunData(header, forks), new Environment(Map.of()));
    }

    /** What so many comparisons of so many pairs say, at 1 % and with a gate of 3 %. */
    Calibration calibrate(int comparisons, int pairs) {
        return Calibrator.calibrate(
                run(base), run(head), new ComparisonSettings(0.01, 0.03, pairs, pairs, 1), comparisons);
    }
}
