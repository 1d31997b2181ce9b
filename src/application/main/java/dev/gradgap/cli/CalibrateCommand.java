package dev.gradgap.cli;

import dev.gradgap.cli.option.CellOptions;
import dev.gradgap.cli.option.PairedOptions;
import dev.gradgap.cli.option.WithoutEffect;
import dev.gradgap.compare.Calibration;
import dev.gradgap.compare.CalibrationFiles;
import dev.gradgap.compare.CalibrationFolder;
import dev.gradgap.compare.CalibrationTable;
import dev.gradgap.compare.ComparisonSettings;
import dev.gradgap.compare.ComparisonTable;
import dev.gradgap.history.TrendSimulation;
import dev.gradgap.results.journal.RunHeader;
import dev.gradgap.run.RunFolder;
import dev.gradgap.run.fork.JarExecutor;
import dev.gradgap.run.suite.Suite;
import dev.gradgap.statistics.steps.simulation.StepSimulation;
import dev.gradgap.task.PairedMeasurement;
import dev.gradgap.terminal.ExitCode;
import dev.gradgap.terminal.TextTable;
import dev.gradgap.text.UserError;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code calibrate}: how often comparing a program with itself raises an alarm, and what it could find. */
@Command(
        name = "calibrate",
        description =
                "Compares a jar with itself, many times: how often is that a false alarm, and what could be found?",
        footer = {
            "",
            "Tells for each cell its noise floor, the smallest slowdown that a number of pairs finds, and whether a pull",
            "request can be gated on it, or why not. Takes as long as that many comparisons: some hours.",
            "",
            "Examples:",
            "  calibrate benchmarks.jar --out results/runs/calibration",
            "  calibrate benchmarks.jar --suite pr --comparisons 100 --budget 8h      over night",
            "  calibrate --resume results/runs/calibration                            carries on after a kill",
            "  calibrate --trend --out results/runs/trend     what trend finds, and says falsely, in simulated histories",
            "",
            "Exit codes: 0 calibrated, 3 bad usage or nothing calibrated."
        })
final class CalibrateCommand implements Callable<Integer> {

    private static final int COMPARISONS = 20;

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "JAR", description = "A benchmarks.jar.")
    private Optional<Path> jar = Optional.empty();

    @Mixin
    private PairedOptions options;

    @Option(names = "--comparisons", paramLabel = "N", description = "How many; 20 if not given.")
    private Optional<Integer> comparisons = Optional.empty();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where to write; a new folder in results/runs if not given.")
    private Optional<Path> out = Optional.empty();

    @Option(names = "--resume", paramLabel = "DIR", description = "Carries on an interrupted calibration.")
    private Optional<Path> resume = Optional.empty();

    @Option(
            names = "--trend",
            description = "Simulates histories instead: what trend finds, and how often it is wrong. A minute, no JAR.")
    private boolean trend;

    @Override
    public Integer call() throws IOException {
        if (trend) {
            return simulated();
        }
        CalibrationFolder calibration = resume.isPresent() ? resumed(resume.get()) : planned();
        PrintWriter err = spec.commandLine().getErr();
        if (!PairedMeasurement.run(calibration.folder(), err)) {
            err.println("stopped; carry on with: java -jar benchmarks.jar calibrate --resume "
                    + calibration.folder().directory());
        }
        Calibration found = calibration.calibrate();
        tell(found, calibration.folder().directory());
        if (found.cells().isEmpty()) {
            throw new UserError("nothing was calibrated: no cell was measured often enough");
        }
        return ExitCode.OK;
    }

    private int simulated() {
        WithoutEffect.refuse(spec, Set.of("--trend", "--seed", "--out"), "--trend");
        if (jar.isPresent()) {
            throw new UserError("--trend simulates and measures nothing; leave out the JAR");
        }
        PrintWriter console = spec.commandLine().getOut();
        List<StepSimulation.Row> rows = StepSimulation.rows(
                TrendSimulation.SIGNIFICANCE,
                TrendSimulation.SERIES,
                options.settings(ComparisonSettings.DEFAULT.mostPairs()).seed());
        TextTable table = new TextTable(TrendSimulation.headings().toArray(String[]::new));
        TrendSimulation.rows(rows).forEach(row -> table.add(row.toArray(String[]::new)));
        console.println(table);
        console.println(TrendSimulation.method());
        out.ifPresent(directory -> {
            TrendSimulation.write(directory, rows);
            console.println("files: " + directory + " (" + TrendSimulation.MARKDOWN + ", " + TrendSimulation.CSV + ")");
        });
        return ExitCode.OK;
    }

    private CalibrationFolder resumed(Path directory) {
        if (options.anyGiven() || Stream.of(jar, comparisons, out).anyMatch(Optional::isPresent)) {
            throw new UserError("--resume carries on the calibration as it was planned; leave out the other arguments");
        }
        return CalibrationFolder.read(directory);
    }

    private CalibrationFolder planned() throws IOException {
        Path program = jar.orElseThrow(() -> new UserError("give a JAR to compare with itself"));
        JarExecutor.requireSuite(program);
        ComparisonSettings single = options.settings(options.pairs());
        int count = comparisons.orElse(COMPARISONS);
        if (count < 1 || (long) count * single.pairs() > ComparisonSettings.MOST_PAIRS) {
            throw new UserError("--comparisons is at least 1, and at most " + ComparisonSettings.MOST_PAIRS
                    + " pairs in all, not " + count + " of " + single.pairs() + " pairs");
        }
        double budget = options.budgetSeconds();
        List<Path> plugins = options.plugins(List.of());
        Suite suite = options.suite();
        RunHeader header = CellOptions.header(
                suite, single.seed(), count * single.pairs(), plugins, options.cells(suite, plugins));
        CalibrationFolder calibration = CalibrationFolder.of(
                out.orElseGet(() -> RunFolder.fresh("calibrate-" + suite.name())),
                program.toString(),
                single,
                count,
                budget);
        PairedMeasurement.plan(calibration.folder(), CalibrationFolder.SETTINGS, header, header);
        calibration.write();
        return calibration;
    }

    private void tell(Calibration calibration, Path directory) {
        PrintWriter console = spec.commandLine().getOut();
        TextTable table = new TextTable(CalibrationTable.headings(calibration).toArray(String[]::new));
        calibration
                .noisiestFirst()
                .forEach(cell ->
                        table.add(CalibrationTable.row(calibration, cell).toArray(String[]::new)));
        console.println(table);
        calibration
                .notCalibrated()
                .forEach(cell ->
                        console.println("not calibrated: " + ComparisonTable.name(cell.cell()) + ": " + cell.reason()));
        CalibrationTable.method(calibration).forEach(console::println);
        CalibrationTable.headline(calibration).forEach(console::println);
        CalibrationFiles.write(directory, calibration);
        console.println("files: " + directory + " (" + CalibrationFiles.MARKDOWN + ", " + CalibrationFiles.JSON + ", "
                + CalibrationFiles.CSV + ")");
    }
}
