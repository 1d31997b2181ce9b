package dev.gradgap.cli;

import dev.gradgap.cli.option.CellOptions;
import dev.gradgap.cli.option.PairedOptions;
import dev.gradgap.cli.option.WithoutEffect;
import dev.gradgap.compare.CellComparison;
import dev.gradgap.compare.Comparability;
import dev.gradgap.compare.ComparedRun;
import dev.gradgap.compare.Comparer;
import dev.gradgap.compare.Comparison;
import dev.gradgap.compare.ComparisonFiles;
import dev.gradgap.compare.ComparisonFolder;
import dev.gradgap.compare.ComparisonSettings;
import dev.gradgap.compare.ComparisonTable;
import dev.gradgap.results.journal.Journal;
import dev.gradgap.results.journal.PlannedCell;
import dev.gradgap.results.journal.RunHeader;
import dev.gradgap.run.RunFolder;
import dev.gradgap.run.fork.JarExecutor;
import dev.gradgap.run.suite.Suite;
import dev.gradgap.statistics.ChangeVerdict;
import dev.gradgap.task.PairedMeasurement;
import dev.gradgap.terminal.ExitCode;
import dev.gradgap.terminal.TextTable;
import dev.gradgap.text.PlainText;
import dev.gradgap.text.UserError;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
            "Exit codes: 0 no regression, 1 a regression, 2 inconclusive (with --strict), 3 bad usage, not comparable or",
            "nothing compared, 5 cells that were fine in base failed in head, or could not be verified there."
        })
final class CompareCommand implements Callable<Integer> {

    /** What of two finished runs can still be decided: the rest was when they were measured. */
    private static final Set<String> EFFECTIVE_APART = Set.of("--alpha", "--gate", "--seed", "--out", "--strict");

    private static final Set<String> EFFECTIVE_TOGETHER = Set.of("--out", "--strict");

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..2", paramLabel = "BASE HEAD", description = "Two jars, or the directories of two runs.")
    private List<Path> sides = List.of();

    @Mixin
    private PairedOptions options;

    @Option(names = "--base-plugin", paramLabel = "JAR", description = "One for base alone.")
    private List<Path> basePlugins = new ArrayList<>();

    @Option(names = "--head-plugin", paramLabel = "JAR", description = "One for head alone.")
    private List<Path> headPlugins = new ArrayList<>();

    @Option(
            names = "--max-pairs",
            paramLabel = "N",
            description = "Pairs of a cell that stays inconclusive; four times --pairs if not given.")
    private Optional<Integer> mostPairs = Optional.empty();

    @Option(names = "--out", paramLabel = "DIR", description = "Where to write.")
    private Optional<Path> out = Optional.empty();

    @Option(names = "--resume", paramLabel = "DIR", description = "Carries on an interrupted comparison of two jars.")
    private Optional<Path> resume = Optional.empty();

    @Option(names = "--strict", description = "Exit code 2 if nothing can be said of a cell.")
    private boolean strict;

    @Override
    public Integer call() throws IOException {
        if (resume.isPresent()) {
            boolean other = options.anyGiven() || mostPairs.isPresent() || out.isPresent();
            if (other || !(sides.isEmpty() && basePlugins.isEmpty() && headPlugins.isEmpty())) {
                throw new UserError(
                        "--resume carries on a comparison as it was planned; leave out the other arguments");
            }
            ComparisonFolder folder = ComparisonFolder.read(resume.get());
            sayWhatIsDamaged(folder.baseDirectory(), folder.headDirectory());
            return measure(folder);
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
        WithoutEffect.refuse(spec, EFFECTIVE_APART, "two finished runs");
        sayWhatIsDamaged(base, head);
        ComparedRun before = ComparisonFolder.run(base.toString(), base);
        ComparedRun after = ComparisonFolder.run(head.toString(), head);
        Comparability.require(before, after);
        Optional<ComparisonFolder> folder = ComparisonFolder.around(base, head);
        if (folder.isPresent()) {
            WithoutEffect.refuse(
                    spec,
                    EFFECTIVE_TOGETHER,
                    "two runs that were measured together, which " + ComparisonFolder.SETTINGS
                            + " says how to compare");
            return tell(folder.get().compare(), out);
        }
        return tell(Comparer.apart(before, after, settings()), out);
    }

    private void sayWhatIsDamaged(Path... runs) {
        for (Path run : runs) {
            Journal.read(run).warnings().forEach(spec.commandLine().getErr()::println);
        }
    }

    private ComparisonSettings settings() {
        int first = options.pairs();
        int most = mostPairs.orElse(Math.min(4 * first, ComparisonSettings.MOST_PAIRS));
        if (most < first) {
            throw new UserError("--max-pairs: '" + most + "' is less than --pairs, which is " + first);
        }
        if (most > ComparisonSettings.MOST_PAIRS) {
            throw new UserError("--max-pairs: '" + most + "' is more than " + ComparisonSettings.MOST_PAIRS);
        }
        return options.settings(most);
    }

    private ComparisonFolder planned() throws IOException {
        sides.forEach(JarExecutor::requireSuite);
        ComparisonSettings settings = settings();
        double budget = options.budgetSeconds();
        Suite suite = options.suite();
        List<PlannedCell> cells = options.cells(suite, options.plugins(headPlugins));
        ComparisonFolder folder = new ComparisonFolder(
                out.orElseGet(() -> RunFolder.fresh("compare-" + suite.name())),
                sides.get(0).toString(),
                sides.get(1).toString(),
                settings,
                budget);
        PairedMeasurement.plan(
                folder,
                ComparisonFolder.SETTINGS,
                header(suite, cells, settings, options.plugins(basePlugins)),
                header(suite, cells, settings, options.plugins(headPlugins)));
        return folder;
    }

    private static RunHeader header(
            Suite suite, List<PlannedCell> cells, ComparisonSettings settings, List<Path> jars) {
        return CellOptions.header(suite, settings.seed(), settings.pairs(), jars, cells);
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
                .forEach(cell -> console.println(PlainText.seen(
                        "not compared: " + ComparisonTable.name(cell.cell()) + ": " + cell.reason(), "?")));
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
        if (comparison.notCompared().size() == comparison.cells().size()) {
            throw new UserError("nothing was compared: no cell was measured on both sides");
        }
        return strict && comparison.verdict() == ChangeVerdict.INCONCLUSIVE ? ExitCode.INCONCLUSIVE : ExitCode.OK;
    }
}
