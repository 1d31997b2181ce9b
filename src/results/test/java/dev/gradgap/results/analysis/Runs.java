package dev.gradgap.results.analysis;

import dev.gradgap.engine.Mode;
import dev.gradgap.engine.Operator;
import dev.gradgap.engine.Technology;
import dev.gradgap.results.Method;
import dev.gradgap.results.Status;
import dev.gradgap.results.journal.ForkResult;
import dev.gradgap.results.journal.MadeUpCell;
import dev.gradgap.results.journal.MadeUpFork;
import dev.gradgap.results.journal.PlannedCell;
import dev.gradgap.results.journal.RunData;
import dev.gradgap.results.journal.RunHeader;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Made-up plans and forks. */
public final class Runs {

    public static final PlannedCell FORWARD = cell("rosenbrock", 4, "graph-forward", Mode.FORWARD, Operator.GRADIENT);
    public static final PlannedCell REVERSE = cell("rosenbrock", 4, "graph-reverse", Mode.REVERSE, Operator.GRADIENT);
    public static final PlannedCell PRIMAL = cell("rosenbrock", 4, "graph-reverse", Mode.REVERSE, Operator.PRIMAL);

    private Runs() {}

    public static PlannedCell cell(String workload, int inputs, String engine, Mode mode, Operator operator) {
        Technology technology = engine.startsWith("reference") ? Technology.REFERENCE : Technology.GRAPH;
        return MadeUpCell.of(workload, inputs, engine)
                .technology(technology)
                .mode(mode)
                .operator(operator)
                .planned();
    }

    public static PlannedCell sampledToo(PlannedCell cell) {
        return MadeUpCell.like(cell).sampleAlso(true).planned();
    }

    public static PlannedCell with(Map<String, String> settings, PlannedCell cell) {
        return MadeUpCell.like(cell).settings(settings).planned();
    }

    public static RunHeader header(PlannedCell... cells) {
        return new RunHeader(
                RunHeader.SCHEMA,
                "quick",
                7,
                3,
                Map.of("warmup_iterations", "3", "warmup_ms", "100", "iterations", "5", "iteration_ms", "50"),
                List.of("plug-in.jar"),
                List.of(cells));
    }

    public static RunData run(List<PlannedCell> cells, ForkResult... forks) {
        return new RunData(header(cells.toArray(PlannedCell[]::new)), List.of(forks));
    }

    public static ForkResult measured(int cell, int round, Double... timesNs) {
        return ok(cell, round, Method.MEASURED, timesNs);
    }

    public static ForkResult sampled(int cell, int round, Double... timesNs) {
        return ok(cell, round, Method.SAMPLED, timesNs);
    }

    static ForkResult ok(int cell, int round, Method method, Double... timesNs) {
        return fork(cell, round, timesNs).method(method).fork();
    }

    static ForkResult notVerified(int cell, int round, Double... timesNs) {
        return fork(cell, round, timesNs).unverified().fork();
    }

    private static MadeUpFork fork(int cell, int round, Double... timesNs) {
        return MadeUpFork.of(cell, round)
                .operations(10)
                .passes(4)
                .times(Arrays.asList(timesNs))
                .allocBytes(16.5)
                .tapeBytes(80)
                .maxRelError(1e-16)
                .predictedBytes(100)
                .liveBytes(96)
                .seconds(1.5);
    }

    public static ForkResult ended(int cell, int round, Status status, String reason) {
        return ForkResult.notMeasured(cell, round, status, reason, "2026-01-01T00:00:00Z", 0.25);
    }
}
