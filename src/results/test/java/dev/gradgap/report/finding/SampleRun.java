package dev.gradgap.report.finding;

import dev.gradgap.engine.Mode;
import dev.gradgap.engine.Operator;
import dev.gradgap.engine.Technology;
import dev.gradgap.results.Method;
import dev.gradgap.results.Status;
import dev.gradgap.results.analysis.Analysis;
import dev.gradgap.results.directory.RunDirectory;
import dev.gradgap.results.environment.Environment;
import dev.gradgap.results.journal.ForkResult;
import dev.gradgap.results.journal.MadeUpCell;
import dev.gradgap.results.journal.MadeUpFork;
import dev.gradgap.results.journal.PlannedCell;
import dev.gradgap.results.journal.RunData;
import dev.gradgap.results.journal.RunHeader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A made-up run whose gap is known: forward takes N² ns, sampled from 4,096 inputs on, reverse 10 N ns, primal 2 N ns. */
public final class SampleRun {

    private static final int FORKS = 3;
    private static final int SAMPLED_FROM = 4096;

    private final List<PlannedCell> cells = new ArrayList<>();
    private final List<ForkResult> forks = new ArrayList<>();

    public static SampleRun of(String workload, int... sizes) {
        SampleRun run = new SampleRun();
        for (int n : sizes) {
            run.add(workload, n, "dual", Mode.FORWARD, Operator.GRADIENT, (double) n * n);
            run.add(workload, n, "tape", Mode.REVERSE, Operator.GRADIENT, 10.0 * n);
            run.cells.add(MadeUpCell.of(workload, n, "reference-adjoint")
                    .technology(Technology.REFERENCE)
                    .operator(Operator.PRIMAL)
                    .planned());
            run.forksOfLastCell(n, Method.MEASURED, 2.0 * n);
        }
        return run;
    }

    private void add(String workload, int n, String engine, Mode mode, Operator operator, double ns) {
        cells.add(MadeUpCell.of(workload, n, engine)
                .technology(Technology.OVERLOADING)
                .mode(mode)
                .operator(operator)
                .planned());
        boolean sampled = mode == Mode.FORWARD && n >= SAMPLED_FROM;
        forksOfLastCell(n, sampled ? Method.SAMPLED : Method.MEASURED, ns);
    }

    private void forksOfLastCell(int n, Method method, double ns) {
        for (int round = 0; round < FORKS; round++) {
            double time = ns * (1 + 0.01 * (round - 1));
            forks.add(MadeUpFork.of(cells.size() - 1, round)
                    .method(method)
                    .operations(n)
                    .passes(n)
                    .times(List.of(time, time, time))
                    .allocBytes(0)
                    .tapeBytes(20L * n)
                    .predictedBytes(30L * n)
                    .liveBytes(25L * n)
                    .maxRelError(1e-15)
                    .fork());
        }
    }

    /** Adds a cell of an engine named after its technology and mode. */
    public SampleRun with(String workload, int n, Technology technology, Mode mode, Operator operator, double ns) {
        cells.add(MadeUpCell.of(workload, n, technology.label() + "-" + mode.label())
                .technology(technology)
                .mode(mode)
                .operator(operator)
                .planned());
        forksOfLastCell(n, Method.MEASURED, ns);
        return this;
    }

    /** Adds a cell of the hand-written adjoint. */
    public SampleRun adjoint(String workload, int n, Operator operator, double ns) {
        cells.add(MadeUpCell.of(workload, n, "reference-adjoint")
                .technology(Technology.REFERENCE)
                .operator(operator)
                .planned());
        forksOfLastCell(n, Method.MEASURED, ns);
        return this;
    }

    /** Adds a cell that was not measured. */
    public SampleRun with(Status status, String workload, String reason) {
        cells.add(MadeUpCell.of(workload, 8, "tape")
                .technology(Technology.OVERLOADING)
                .planned());
        forks.add(ForkResult.notMeasured(cells.size() - 1, 0, status, reason, "2026-01-01T00:00:00Z", 1));
        return this;
    }

    /** Writes the data files of the run. */
    public void write(Path directory) {
        RunHeader header = new RunHeader(RunHeader.SCHEMA, "made up", 1, FORKS, Map.of(), List.of(), cells);
        RunData run = new RunData(header, forks);
        RunDirectory.write(directory, run, Analysis.of(run), new Environment(Map.of("cpu_model", "made up")));
    }
}
