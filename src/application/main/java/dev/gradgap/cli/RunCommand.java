package dev.gradgap.cli;

import dev.gradgap.catalog.Catalog;
import dev.gradgap.catalog.FunctionJar;
import dev.gradgap.cli.option.CellOptions;
import dev.gradgap.report.finding.ReportData;
import dev.gradgap.report.finding.VerdictLines;
import dev.gradgap.results.Cell;
import dev.gradgap.results.RunResults;
import dev.gradgap.results.Status;
import dev.gradgap.results.directory.RunDirectory;
import dev.gradgap.results.environment.Environment;
import dev.gradgap.results.journal.Disturbance;
import dev.gradgap.results.journal.Journal;
import dev.gradgap.results.journal.PlannedCell;
import dev.gradgap.results.journal.RunData;
import dev.gradgap.results.journal.RunHeader;
import dev.gradgap.run.Campaign;
import dev.gradgap.run.Forecast;
import dev.gradgap.run.Interruption;
import dev.gradgap.run.MachineLock;
import dev.gradgap.run.Progress;
import dev.gradgap.run.RunFolder;
import dev.gradgap.run.fork.JmhExecutor;
import dev.gradgap.run.fork.PrivateFolder;
import dev.gradgap.run.suite.Plan;
import dev.gradgap.run.suite.Settings;
import dev.gradgap.run.suite.Suite;
import dev.gradgap.run.suite.Suites;
import dev.gradgap.task.RunEnvironment;
import dev.gradgap.task.RunReport;
import dev.gradgap.terminal.ExitCode;
import dev.gradgap.terminal.Terminal;
import dev.gradgap.text.UserError;
import dev.gradgap.verify.FaultFile;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code run}: measures a suite, writes its results and says what was found. */
@Command(
        name = "run",
        description = "Measures a suite and writes CSV files, plots and a verdict.",
        footer = {
            "",
            "Examples:",
            "  run                                        the quick suite, every family, five to six minutes",
            "  run --suite standard --out results/mine    numbers to quote",
            "  run --workload mlp --inputs 1K,1M          one family of the quick suite at two sizes",
            "  run --function Rosenbrock.java             a method of yours, as it is",
            "  run --resume results/mine                  carries on after a kill",
            "",
            "Exit codes: 0 every cell ok, or skipped or unsteady with a reason, 3 bad usage or every cell skipped,",
            "4 a wrong gradient, 5 some cells failed,",
            "6 of some cells the derivatives could not be judged, so that they were not measured,",
            "70 an engine found its own plan wrong: an error of this program, with a file in faults that reproduces it."
        })
final class RunCommand implements Callable<Integer> {

    private static final Pattern SHARD = Pattern.compile("([1-9][0-9]{0,4})/([1-9][0-9]{0,4})");

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--suite",
            paramLabel = "NAME|FILE",
            description = "A suite's name or file; if not given quick, or of a --function, function.")
    private Optional<String> suite = Optional.empty();

    @Mixin
    private CellOptions cells;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where to write; a new folder in results/runs if not given.")
    private Optional<Path> out = Optional.empty();

    @Option(names = "--resume", paramLabel = "DIR", description = "Carries on an interrupted run.")
    private Optional<Path> resume = Optional.empty();

    @Option(names = "--forks", paramLabel = "N", description = "Forks of each cell, instead of the suite's.")
    private Optional<Integer> forks = Optional.empty();

    @Option(names = "--seed", paramLabel = "N", description = "Seed of workloads, order and sampling; 1 if not given.")
    private Optional<Long> seed = Optional.empty();

    @Option(names = "--shard", paramLabel = "I/N", description = "Only the I-th of N parts of the cells.")
    private Optional<String> shard = Optional.empty();

    @Option(names = "--dry-run", description = "Lists the cells without measuring.")
    private boolean dryRun;

    @Override
    @SuppressWarnings("try") // the lock and the interruption are only held
    public Integer call() throws IOException {
        RunHeader header = resume.isPresent() ? resumed(resume.get()) : planned();
        if (dryRun) {
            listCells(header);
            return ExitCode.OK;
        }
        try (MachineLock lock = MachineLock.take();
                Interruption interruption = new Interruption();
                PrivateFolder scratch = PrivateFolder.create()) {
            return measure(header, scratch, interruption);
        }
    }

    private RunHeader resumed(Path directory) {
        boolean other = suite.isPresent()
                || out.isPresent()
                || forks.isPresent()
                || seed.isPresent()
                || shard.isPresent()
                || cells.anyGiven();
        if (other) {
            throw new UserError("--resume carries on the run as it was planned; leave out the other options");
        }
        Journal.Contents journal = Journal.read(directory);
        Settings.requireComplete(directory, journal.run().header());
        journal.warnings().forEach(spec.commandLine().getErr()::println);
        return journal.run().header();
    }

    private RunHeader planned() {
        if (forks.isPresent() && forks.get() < 1) {
            throw new UserError("--forks: '" + forks.get() + "' is not a number of forks; give 1 or more");
        }
        Suite found = Suites.find(suite.orElse(cells.areFunctions() ? "function" : "quick"));
        List<PlannedCell> planned = cells.of(found, cells.plugins());
        Suite chosen = forks.map(found::withForks).orElse(found.withForksFor(planned.size()));
        planned = cells.of(chosen, cells.plugins());
        if (shard.isPresent()) {
            planned = shard(planned, shard.get());
            chosen = chosen.withoutRefinement(); // it needs both cells of a pair, and two parts could add the same size
        }
        if (planned.isEmpty()) {
            throw new UserError("nothing to measure: no cell of suite " + chosen.name()
                    + " is left; run --dry-run without --workload and --engine lists them");
        }
        return CellOptions.header(chosen, seed.orElse(1L), chosen.settings().forks(), cells.plugins(), planned);
    }

    private static List<PlannedCell> shard(List<PlannedCell> cells, String text) {
        Matcher matcher = SHARD.matcher(text);
        if (!matcher.matches() || Integer.parseInt(matcher.group(1)) > Integer.parseInt(matcher.group(2))) {
            throw new UserError("--shard: '" + text + "' is not a part such as 2/4 (the second of four)");
        }
        return Plan.shard(cells, Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
    }

    private void listCells(RunHeader header) {
        header.cells().forEach(cell -> spec.commandLine()
                .getOut()
                .printf(
                        Locale.ROOT,
                        "%-24s %10d inputs  %-22s %s%n",
                        cell.workload(),
                        cell.inputs(),
                        cell.engine(),
                        cell.operator().label()));
        Forecast forecast = forecast(header);
        spec.commandLine()
                .getOut()
                .printf(
                        Locale.ROOT,
                        "%d cells, %d forks, about %s%n",
                        header.cells().size(),
                        forecast.forksLeft(),
                        Progress.minutes(forecast.remainingSeconds()));
    }

    /** Whether a function is given as a graph, which takes no recording either, only its forks find out. */
    private static Forecast forecast(RunHeader header) {
        Catalog catalog = Catalog.load(header.plugins().stream().map(Path::of).toList());
        return new Forecast(header, name -> !catalog.workload(name).hasReference());
    }

    private int measure(RunHeader planned, PrivateFolder scratch, Interruption interruption) throws IOException {
        Path directory = resume.or(() -> out).orElseGet(() -> RunFolder.fresh(planned.suite()));
        RunHeader header = planned.withPlugins(scratch.copies(planned.plugins()));
        boolean complete;
        RunData done;
        Disturbance disturbance = new Disturbance();
        try (Journal journal = resume.isPresent() ? carriedOn(directory, header) : begun(directory, planned, header);
                JmhExecutor executor = new JmhExecutor(header, directory, scratch)) {
            Campaign campaign = new Campaign(
                    header,
                    forecast(header),
                    Journal.read(directory).run().forks(),
                    executor,
                    journal::append,
                    journal::append,
                    interruption::requested);
            Forecast forecast = campaign.forecast();
            spec.commandLine()
                    .getErr()
                    .printf(
                            Locale.ROOT,
                            "suite %s: %d cells, %d forks, about %s, into %s%n",
                            header.suite(),
                            header.cells().size(),
                            forecast.forksLeft(),
                            Progress.minutes(forecast.remainingSeconds()),
                            directory);
            PrintStream console = System.err;
            try (Progress progress = new Progress(forecast, console, Terminal.isTerminal())) {
                complete = campaign.run(progress::update, () -> sayFirst(campaign, directory, console));
            }
            done = campaign.data();
        }
        RunDirectory.readEnvironment(directory)
                .with(disturbance.fields(done))
                .write(directory.resolve(RunDirectory.ENVIRONMENT));
        return finish(directory, complete);
    }

    /** What one fork of each of the most important cells says. */
    private static void sayFirst(Campaign campaign, Path directory, PrintStream console) {
        ReportData data = ReportData.of(campaign.data(), RunDirectory.readEnvironment(directory));
        VerdictLines.preliminary(data).forEach(console::println);
    }

    private static Journal carriedOn(Path directory, RunHeader header) {
        if (Journal.read(directory).run().forks().isEmpty()) { // killed, perhaps, before it had written where it is
            RunEnvironment.writeOrRequireSame(directory, header);
        } else {
            RunEnvironment.requireSame(directory, header);
        }
        return Journal.resume(directory);
    }

    private static Journal begun(Path directory, RunHeader planned, RunHeader header) throws IOException {
        RunFolder.requireEmpty(directory, Journal.FILE);
        Environment environment = RunEnvironment.of(header);
        List<String> kept = new ArrayList<>();
        for (String plugin : planned.plugins()) {
            kept.add(FunctionJar.kept(plugin, directory, kept.size() + 1));
        }
        Journal journal =
                Journal.create(directory, planned.withPlugins(kept)); // first: from here on it can be carried on
        environment.write(directory.resolve(RunDirectory.ENVIRONMENT));
        return journal;
    }

    private int finish(Path directory, boolean complete) {
        PrintWriter err = spec.commandLine().getErr();
        ReportData data = RunReport.rebuild(directory, err);
        RunResults results = data.results();
        RunFolder.linkLatest(directory).ifPresent(err::println);
        if (!complete) {
            err.println("stopped; carry on with: java -jar benchmarks.jar run --resume " + directory);
        }
        RunReport.printVerdict(directory, data, spec.commandLine().getOut());
        if (results.cells().stream().anyMatch(cell -> cell.reason().contains("wrong derivative"))) {
            return ExitCode.WRONG_GRADIENT;
        }
        List<String> faults = results.cells().stream()
                .map(Cell::reason)
                .filter(reason -> reason.startsWith(FaultFile.INTERNAL_ERROR))
                .distinct()
                .toList();
        faults.forEach(fault -> err.println(fault + " in " + directory + " (please report it, with that file)"));
        if (!faults.isEmpty()) {
            return ExitCode.INTERNAL_ERROR;
        }
        if (results.count(Status.FAILED) > 0) {
            return ExitCode.CELLS_FAILED;
        }
        if (results.count(Status.SKIPPED) == results.cells().size()) {
            throw new UserError("nothing was measured: every cell was skipped; the reasons are in " + directory);
        }
        return results.count(Status.UNVERIFIED) > 0 ? ExitCode.UNVERIFIED : ExitCode.OK;
    }
}
