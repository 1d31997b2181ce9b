package dev.gradgap.cli;

import dev.gradgap.catalog.Catalog;
import dev.gradgap.catalog.Sizes;
import dev.gradgap.catalog.UserError;
import dev.gradgap.compare.Calibration;
import dev.gradgap.compare.CalibrationFiles;
import dev.gradgap.compare.CalibrationFolder;
import dev.gradgap.compare.CalibrationTable;
import dev.gradgap.compare.ComparisonSettings;
import dev.gradgap.compare.ComparisonTable;
import dev.gradgap.results.PlannedCell;
import dev.gradgap.results.RunHeader;
import dev.gradgap.run.JarExecutor;
import dev.gradgap.run.Plan;
import dev.gradgap.run.RunFolder;
import dev.gradgap.run.Suite;
import dev.gradgap.run.Suites;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
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
            "",
            "Exit codes: 0 calibrated, 3 bad usage."
        })
final class CalibrateCommand implements Callable<Integer> {

    private static final int COMPARISONS = 20;
    private static final int MOST_PAIRS = 100_000;

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "JAR", description = "A benchmarks.jar.")
    private Optional<Path> jar = Optional.empty();

    @Option(names = "--suite", paramLabel = "NAME|FILE", description = "What to measure; pr if not given.")
    private Optional<String> suite = Optional.empty();

    @Option(names = "--workload", paramLabel = "GLOB", description = "Only these workloads.")
    private List<String> workloads = new ArrayList<>();

    @Option(names = "--engine", paramLabel = "GLOB", description = "Only these engines.")
    private List<String> engines = new ArrayList<>();

    @Option(names = "--inputs", paramLabel = "SIZES", description = "These sizes: 1,2,4 or 1..1024 or 1K,1M.")
    private Optional<String> inputs = Optional.empty();

    @Option(names = "--plugin", paramLabel = "JAR", description = "A jar with workloads or engines of your own.")
    private List<Path> plugins = new ArrayList<>();

    @Option(names = "--comparisons", paramLabel = "N", description = "How many; 20 if not given.")
    private Optional<Integer> comparisons = Optional.empty();

    @Option(names = "--pairs", paramLabel = "N", description = "Pairs of forks in each; 10 if not given.")
    private Optional<Integer> pairs = Optional.empty();

    @Option(
            names = "--budget",
            paramLabel = "TIME",
            description = "Time to measure, such as 90s, 10m or 8h; no limit if not given.")
    private Optional<String> budget = Optional.empty();

    @Option(
            names = "--alpha",
            paramLabel = "SHARE",
            description = "False alarms a comparison may have; 1%% if not given.")
    private Optional<String> alpha = Optional.empty();

    @Option(names = "--gate", paramLabel = "SHARE", description = "The change that matters; 3%% if not given.")
    private Optional<String> gate = Optional.empty();

    @Option(names = "--seed", paramLabel = "N", description = "Seed of workloads and order; 1 if not given.")
    private Optional<Long> seed = Optional.empty();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where to write; a new folder in results/runs if not given.")
    private Optional<Path> out = Optional.empty();

    @Option(names = "--resume", paramLabel = "DIR", description = "Carries on an interrupted calibration.")
    private Optional<Path> resume = Optional.empty();

    @Override
    public Integer call() throws IOException {
        CalibrationFolder calibration = resume.isPresent() ? resumed(resume.get()) : planned();
        PrintWriter err = spec.commandLine().getErr();
        if (!PairedMeasurement.run(calibration.folder(), err)) {
            err.println("stopped; carry on with: java -jar benchmarks.jar calibrate --resume "
                    + calibration.folder().directory());
        }
        tell(calibration.calibrate(), calibration.folder().directory());
        return ExitCode.OK;
    }

    private CalibrationFolder resumed(Path directory) {
        boolean other = Stream.of(jar, suite, inputs, comparisons, pairs, budget, alpha, gate, seed, out)
                .anyMatch(Optional::isPresent);
        if (other || !(workloads.isEmpty() && engines.isEmpty() && plugins.isEmpty())) {
            throw new UserError("--resume carries on the calibration as it was planned; leave out the other arguments");
        }
        return CalibrationFolder.read(directory);
    }

    private CalibrationFolder planned() throws IOException {
        Path program = jar.orElseThrow(() -> new UserError("give a JAR to compare with itself"));
        JarExecutor.requireSuite(program);
        ComparisonSettings single = single();
        int count = comparisons.orElse(COMPARISONS);
        if (count < 1 || (long) count * single.pairs() > MOST_PAIRS) {
            throw new UserError("--comparisons is at least 1, and at most " + MOST_PAIRS + " pairs in all, not " + count
                    + " of " + single.pairs() + " pairs");
        }
        Suite found = Suites.find(suite.orElse("pr"));
        RunHeader header = header(found, count * single.pairs());
        CalibrationFolder calibration = CalibrationFolder.of(
                out.orElseGet(() -> RunFolder.fresh("calibrate-" + found.name())),
                program.toString(),
                single,
                count,
                budget.map(Durations::seconds).orElse(Double.MAX_VALUE));
        PairedMeasurement.plan(calibration.folder(), header, header);
        calibration.write();
        return calibration;
    }

    private ComparisonSettings single() {
        ComparisonSettings usual = ComparisonSettings.DEFAULT;
        int count = pairs.orElse(usual.pairs());
        if (count < 2) {
            throw new UserError("--pairs: '" + count + "' is not a number of pairs; give 2 or more");
        }
        return new ComparisonSettings(
                alpha.map(text -> Shares.parse("--alpha", text)).orElse(usual.alpha()),
                gate.map(text -> Shares.parse("--gate", text)).orElse(usual.gate()),
                count,
                count,
                seed.orElse(usual.seed()));
    }

    private RunHeader header(Suite found, int forks) {
        Plan.Selection selection = new Plan.Selection(
                workloads,
                engines,
                inputs.map(text -> Sizes.parse("--inputs", text)).orElse(List.of()));
        List<PlannedCell> cells = Plan.of(found, Catalog.load(plugins), selection);
        if (cells.isEmpty()) {
            throw new UserError("nothing to measure: no cell of suite " + found.name() + " is left");
        }
        return new RunHeader(
                RunHeader.SCHEMA,
                found.name(),
                seed.orElse(ComparisonSettings.DEFAULT.seed()),
                forks,
                found.settings().toMap(),
                plugins.stream()
                        .map(plugin -> plugin.toAbsolutePath().toString())
                        .toList(),
                cells);
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
