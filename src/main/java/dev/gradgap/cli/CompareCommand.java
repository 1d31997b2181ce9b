package dev.gradgap.cli;

import dev.gradgap.catalog.Catalog;
import dev.gradgap.catalog.Sizes;
import dev.gradgap.catalog.UserError;
import dev.gradgap.compare.CellComparison;
import dev.gradgap.compare.Comparability;
import dev.gradgap.compare.ComparedRun;
import dev.gradgap.compare.Comparer;
import dev.gradgap.compare.Comparison;
import dev.gradgap.compare.ComparisonFiles;
import dev.gradgap.compare.ComparisonFolder;
import dev.gradgap.compare.ComparisonSettings;
import dev.gradgap.compare.ComparisonTable;
import dev.gradgap.results.PlannedCell;
import dev.gradgap.results.RunHeader;
import dev.gradgap.run.JarExecutor;
import dev.gradgap.run.Plan;
import dev.gradgap.run.RunFolder;
import dev.gradgap.run.Suite;
import dev.gradgap.run.Suites;
import dev.gradgap.statistics.ChangeVerdict;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
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

/** {@code compare}: what became slower or faster from one revision to another. */
@Command(
        name = "compare",
        description = "Says what became slower or faster from BASE to HEAD.",
        footer = {
            "",
            "Two jars are measured now, fork by fork in pairs. Two directories of finished runs are compared as they are.",
            "",
            "Examples:",
            "  compare base.jar head.jar --suite pr --out comparison      a pull request",
            "  compare my.jar my.jar --base-plugin lib-1.jar --head-plugin lib-2.jar      two versions of a library",
            "  compare results/runs/monday results/runs/tuesday",
            "",
            "Exit codes: 0 no regression, 1 a regression, 2 inconclusive (with --strict), 3 bad usage or not comparable,",
            "5 cells that were fine in base failed in head."
        })
final class CompareCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..2", paramLabel = "BASE HEAD", description = "Two jars, or the directories of two runs.")
    private List<Path> sides = List.of();

    @Option(names = "--suite", paramLabel = "NAME|FILE", description = "What to measure; pr if not given.")
    private Optional<String> suite = Optional.empty();

    @Option(names = "--workload", paramLabel = "GLOB", description = "Only these workloads.")
    private List<String> workloads = new ArrayList<>();

    @Option(names = "--engine", paramLabel = "GLOB", description = "Only these engines.")
    private List<String> engines = new ArrayList<>();

    @Option(names = "--inputs", paramLabel = "SIZES", description = "These sizes: 1,2,4 or 1..1024 or 1K,1M.")
    private Optional<String> inputs = Optional.empty();

    @Option(names = "--plugin", paramLabel = "JAR", description = "A jar with workloads or engines, for both sides.")
    private List<Path> plugins = new ArrayList<>();

    @Option(names = "--base-plugin", paramLabel = "JAR", description = "One for base alone.")
    private List<Path> basePlugins = new ArrayList<>();

    @Option(names = "--head-plugin", paramLabel = "JAR", description = "One for head alone.")
    private List<Path> headPlugins = new ArrayList<>();

    @Option(names = "--pairs", paramLabel = "N", description = "Pairs of forks before the first look; 10 if not given.")
    private Optional<Integer> pairs = Optional.empty();

    @Option(
            names = "--max-pairs",
            paramLabel = "N",
            description = "Pairs of a cell that stays inconclusive; four times --pairs if not given.")
    private Optional<Integer> mostPairs = Optional.empty();

    @Option(
            names = "--budget",
            paramLabel = "TIME",
            description = "Time to measure, such as 90s or 10m; no limit if not given.")
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

    @Option(names = "--out", paramLabel = "DIR", description = "Where to write.")
    private Optional<Path> out = Optional.empty();

    @Option(names = "--resume", paramLabel = "DIR", description = "Carries on an interrupted comparison of two jars.")
    private Optional<Path> resume = Optional.empty();

    @Option(names = "--strict", description = "Exit code 2 if nothing can be said of a cell.")
    private boolean strict;

    @Override
    public Integer call() throws IOException {
        if (resume.isPresent()) {
            if (!sides.isEmpty()) {
                throw new UserError("--resume carries on a comparison as it was planned; leave out BASE and HEAD");
            }
            return measure(ComparisonFolder.read(resume.get()));
        }
        if (sides.size() != 2) {
            throw new UserError("give BASE and HEAD: two jars, or the directories of two runs");
        }
        long directories = sides.stream().filter(Files::isDirectory).count();
        if (directories == 1) {
            throw new UserError("cannot compare a run with a jar; give two jars, or the directories of two runs");
        }
        return directories == 2 ? finished() : measure(planned());
    }

    /** Two runs as they are. */
    private int finished() {
        Path base = sides.get(0);
        Path head = sides.get(1);
        Optional<ComparisonFolder> folder = ComparisonFolder.around(base, head);
        if (folder.isPresent()) {
            return tell(folder.get().compare(), out);
        }
        ComparedRun before = ComparisonFolder.run(base.toString(), base);
        ComparedRun after = ComparisonFolder.run(head.toString(), head);
        Comparability.require(before, after);
        return tell(Comparer.apart(before, after, settings()), out);
    }

    private ComparisonSettings settings() {
        ComparisonSettings usual = ComparisonSettings.DEFAULT;
        int first = pairs.orElse(usual.pairs());
        int most = mostPairs.orElse(4 * first);
        if (first < 2 || most < first) {
            throw new UserError("--pairs is at least 2 and at most --max-pairs, not " + first + " and " + most);
        }
        return new ComparisonSettings(
                alpha.map(text -> Shares.parse("--alpha", text)).orElse(usual.alpha()),
                gate.map(text -> Shares.parse("--gate", text)).orElse(usual.gate()),
                first,
                most,
                seed.orElse(usual.seed()));
    }

    private ComparisonFolder planned() throws IOException {
        sides.forEach(JarExecutor::requireSuite);
        ComparisonSettings settings = settings();
        Suite found = Suites.find(suite.orElse("pr"));
        Plan.Selection selection = new Plan.Selection(
                workloads,
                engines,
                inputs.map(text -> Sizes.parse("--inputs", text)).orElse(List.of()));
        List<PlannedCell> cells = Plan.of(found, Catalog.load(both(headPlugins)), selection);
        if (cells.isEmpty()) {
            throw new UserError("nothing to measure: no cell of suite " + found.name() + " is left");
        }
        ComparisonFolder folder = new ComparisonFolder(
                out.orElseGet(() -> RunFolder.fresh("compare-" + found.name())),
                sides.get(0).toString(),
                sides.get(1).toString(),
                settings,
                budget.map(Durations::seconds).orElse(Double.MAX_VALUE));
        PairedMeasurement.plan(
                folder, header(found, cells, both(basePlugins)), header(found, cells, both(headPlugins)));
        return folder;
    }

    private List<Path> both(List<Path> own) {
        return Stream.concat(plugins.stream(), own.stream()).toList();
    }

    private RunHeader header(Suite found, List<PlannedCell> cells, List<Path> jars) {
        return new RunHeader(
                RunHeader.SCHEMA,
                found.name(),
                seed.orElse(1L),
                settings().pairs(),
                found.settings().toMap(),
                jars.stream().map(jar -> jar.toAbsolutePath().toString()).toList(),
                cells);
    }

    private int measure(ComparisonFolder folder) throws IOException {
        PrintWriter err = spec.commandLine().getErr();
        if (!PairedMeasurement.run(folder, err)) {
            err.println("stopped; carry on with: java -jar benchmarks.jar compare --resume " + folder.directory());
        }
        return tell(folder.compare(), Optional.of(folder.directory()));
    }

    private int tell(Comparison comparison, Optional<Path> directory) {
        PrintWriter console = spec.commandLine().getOut();
        TextTable table = new TextTable(ComparisonTable.headings().toArray(String[]::new));
        ComparisonTable.worstFirst(comparison)
                .forEach(cell -> table.add(ComparisonTable.row(cell).toArray(String[]::new)));
        console.println(table);
        comparison
                .notCompared()
                .forEach(cell ->
                        console.println("not compared: " + ComparisonTable.name(cell.cell()) + ": " + cell.reason()));
        ComparisonTable.method(comparison).forEach(console::println);
        console.println(ComparisonTable.headline(comparison));
        directory.ifPresent(folder -> {
            ComparisonFiles.write(folder, comparison);
            console.println("files: " + folder + " (" + ComparisonFiles.MARKDOWN + ", " + ComparisonFiles.JSON + ", "
                    + ComparisonFiles.CSV + ", " + ComparisonFiles.DASHBOARD + ")");
        });
        return exitCode(comparison);
    }

    private int exitCode(Comparison comparison) {
        if (!comparison.with(ChangeVerdict.REGRESSION).isEmpty()) {
            return ExitCode.REGRESSION;
        }
        if (comparison.cells().stream().anyMatch(CellComparison::broken)) {
            return ExitCode.CELLS_FAILED;
        }
        return strict && comparison.verdict() == ChangeVerdict.INCONCLUSIVE ? ExitCode.INCONCLUSIVE : ExitCode.OK;
    }
}
