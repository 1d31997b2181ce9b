package dev.gradgap.report;

import dev.gradgap.engine.Mode;
import dev.gradgap.engine.Operator;
import dev.gradgap.engine.Technology;
import dev.gradgap.results.journal.ForkResult;
import dev.gradgap.results.journal.Journal;
import dev.gradgap.results.journal.MadeUpCell;
import dev.gradgap.results.journal.MadeUpFork;
import dev.gradgap.results.journal.PlannedCell;
import dev.gradgap.results.journal.RunData;
import dev.gradgap.results.journal.RunHeader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * A made-up run of as many cells as are wanted, to see what a report of it takes. By hand, after {@code mvn test-compile}:
 * {@code java -cp ... dev.gradgap.report.LargeRun DIR WORKLOADS SIZES COPIES}
 * writes its journal.
 */
public final class LargeRun {

    private static final int FORKS = 3;
    private static final int ITERATIONS = 5;

    /** An engine and how long a visit of an operation takes it. */
    private record MadeUp(String name, Technology technology, Mode mode, int tangents, double nsPerVisit) {

        MadeUp copy(int number) {
            return number == 0 ? this : new MadeUp(name + "-copy-" + number, technology, mode, tangents, nsPerVisit);
        }
    }

    private static final List<MadeUp> ENGINES = List.of(
            new MadeUp("overloading-forward", Technology.OVERLOADING, Mode.FORWARD, 1, 6),
            new MadeUp("overloading-forward-4", Technology.OVERLOADING, Mode.FORWARD, 4, 9),
            new MadeUp("overloading-reverse", Technology.OVERLOADING, Mode.REVERSE, 1, 20),
            new MadeUp("graph-forward", Technology.GRAPH, Mode.FORWARD, 1, 3),
            new MadeUp("graph-forward-4", Technology.GRAPH, Mode.FORWARD, 4, 5),
            new MadeUp("graph-reverse", Technology.GRAPH, Mode.REVERSE, 1, 7),
            new MadeUp("compiled-forward-8", Technology.COMPILED, Mode.FORWARD, 8, 2),
            new MadeUp("compiled-reverse", Technology.COMPILED, Mode.REVERSE, 1, 2));

    private LargeRun() {}

    /** Writes the journal of a run into a directory. */
    public static void main(String[] arguments) {
        RunData run =
                of(Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]), Integer.parseInt(arguments[3]));
        try (Journal journal = Journal.create(Path.of(arguments[0]), run.header())) {
            run.forks().forEach(journal::append);
        }
        System.out.println(run.header().cells().size() + " cells");
    }

    /**
     * A run of some workloads at some sizes: for each the gradients of eight engines, a primal and a preparation.
     *
     * @param copies how often there is each engine, by other names, as of a family of engines
     */
    public static RunData of(int workloads, int sizes, int copies) {
        SplittableRandom random = new SplittableRandom(1);
        List<PlannedCell> cells = new ArrayList<>();
        List<ForkResult> forks = new ArrayList<>();
        for (int workload = 0; workload < workloads; workload++) {
            for (int size = 0; size < sizes; size++) {
                String name = "workload-" + workload;
                int inputs = 1 << (size + 1);
                for (int copy = 0; copy < copies; copy++) {
                    for (MadeUp engine : ENGINES) {
                        add(cells, forks, name, inputs, engine.copy(copy), Operator.GRADIENT, random);
                    }
                }
                add(cells, forks, name, inputs, ENGINES.get(5), Operator.PREPARE, random);
                add(cells, forks, name, inputs, ENGINES.get(5), Operator.PRIMAL, random);
            }
        }
        return new RunData(
                new RunHeader(
                        RunHeader.SCHEMA,
                        "large",
                        1,
                        FORKS,
                        Map.of("forks", "" + FORKS, "heap", "2g"),
                        List.of(),
                        cells),
                forks);
    }

    private static void add(
            List<PlannedCell> cells,
            List<ForkResult> forks,
            String workload,
            int inputs,
            MadeUp engine,
            Operator operator,
            SplittableRandom random) {
        long operations = 10L * inputs;
        long passes = engine.mode == Mode.FORWARD && operator == Operator.GRADIENT
                ? (inputs + engine.tangents - 1) / engine.tangents
                : 1;
        double time = passes * operations * (operator == Operator.GRADIENT ? engine.nsPerVisit : 1);
        for (int round = 0; round < FORKS; round++) {
            List<Double> times = new ArrayList<>();
            for (int iteration = 0; iteration < ITERATIONS; iteration++) {
                times.add(time * Math.exp(0.05 * random.nextGaussian()));
            }
            forks.add(MadeUpFork.of(cells.size(), round)
                    .operations(operations)
                    .passes(passes)
                    .times(times)
                    .allocBytes(16)
                    .tapeBytes(8 * operations)
                    .predictedBytes(20 * operations)
                    .liveBytes(16 * operations)
                    .maxRelError(1e-16)
                    .fork());
        }
        cells.add(MadeUpCell.of(workload, inputs, engine.name)
                .technology(engine.technology)
                .mode(engine.mode)
                .tangents(engine.tangents)
                .operator(operator)
                .planned());
    }
}
