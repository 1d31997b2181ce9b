package dev.gradgap.cli;

import dev.gradgap.cli.option.Shares;
import dev.gradgap.history.ChangeFinder;
import dev.gradgap.history.History;
import dev.gradgap.history.KnownChanges;
import dev.gradgap.history.Trend;
import dev.gradgap.history.TrendFiles;
import dev.gradgap.history.TrendTable;
import dev.gradgap.results.TimedCell;
import dev.gradgap.terminal.ExitCode;
import dev.gradgap.terminal.TextTable;
import dev.gradgap.text.Glob;
import dev.gradgap.text.UserError;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code trend}: what changed when. */
@Command(
        name = "trend",
        description = "Draws a history over time and says what changed when.",
        footer = {
            "",
            "Environments are never mixed, and a change of a workload's definition or of the settings cuts a series.",
            "A rise of the newest runs alone is told at once, and confirmed or taken back by the next; other changes have",
            "lasted for three runs.",
            "known-changes.csv (since,workload,engine,note) in the history's folder explains changes: since is the"
                    + " day, the",
            "moment or the first commit of a change, workload and engine are globs.",
            "",
            "Example:",
            "  trend --out results/runs/trend"
        })
final class TrendCommand implements Callable<Integer> {

    private static final String KNOWN = "known-changes.csv";

    @Spec
    private CommandSpec spec;

    @Option(names = "--history", paramLabel = "DIR", description = "The history; results/history if not given.")
    private Path folder = HistoryCommand.FOLDER;

    @Option(names = "--workload", paramLabel = "GLOB", description = "Only these workloads.")
    private List<String> workloads = new ArrayList<>();

    @Option(names = "--engine", paramLabel = "GLOB", description = "Only these engines.")
    private List<String> engines = new ArrayList<>();

    @Option(
            names = "--known",
            paramLabel = "FILE",
            description = "Changes that are known; known-changes.csv of the history if not given.")
    private Optional<Path> known = Optional.empty();

    @Option(
            names = "--significance",
            paramLabel = "SHARE",
            description = "Series without a change that may show one; 1%% if not given.")
    private Optional<String> significance = Optional.empty();

    @Option(
            names = "--gate",
            paramLabel = "SHARE",
            description = "The smallest change of a time that matters, such as 3%%; any if not given.")
    private Optional<String> gate = Optional.empty();

    @Option(names = "--out", paramLabel = "DIR", description = "Where to write trend.html, trend.csv and svg/.")
    private Optional<Path> out = Optional.empty();

    @Override
    public Integer call() {
        Path usual = folder.resolve(KNOWN);
        KnownChanges changes =
                known.isPresent() || Files.exists(usual) ? KnownChanges.read(known.orElse(usual)) : KnownChanges.none();
        double share =
                significance.map(text -> Shares.parse("--significance", text)).orElse(0.01);
        double smallest = gate.map(text -> Shares.parse("--gate", text)).orElse(0.0);
        ChangeFinder finder = new ChangeFinder(changes, share, smallest);
        Predicate<TimedCell> wanted = key -> matches(workloads, key.cell().workload())
                && matches(engines, key.cell().engine());
        List<Trend> trends = new ArrayList<>();
        new History(folder).read().forEach((fingerprint, entries) -> {
            Trend trend = Trend.of(fingerprint, entries, wanted, finder);
            if (!trend.series().isEmpty()) {
                trends.add(trend);
            }
        });
        if (trends.isEmpty()) {
            throw new UserError("nothing to draw: " + folder + " has no run of such a cell; history adds runs");
        }
        tell(trends, share);
        return ExitCode.OK;
    }

    private static boolean matches(List<String> globs, String name) {
        return globs.isEmpty() || globs.stream().anyMatch(glob -> new Glob(glob).matches(name));
    }

    private void tell(List<Trend> trends, double share) {
        PrintWriter console = spec.commandLine().getOut();
        List<TrendTable.Group> groups = TrendTable.groups(trends);
        for (TrendTable.Group group : groups) {
            TextTable table = new TextTable(TrendTable.headings().toArray(String[]::new));
            group.rows().forEach(row -> table.add(row.toArray(String[]::new)));
            console.println(group.title());
            console.println(table);
        }
        if (groups.isEmpty()) {
            console.println("no change");
        }
        console.println(TrendTable.expectation(trends, share));
        for (Trend trend : trends) {
            console.println("environment " + trend.fingerprint() + ": " + trend.runs() + " runs, "
                    + trend.series().size() + " cells");
        }
        out.ifPresent(directory -> {
            TrendFiles.write(directory, trends, share);
            console.println("files: " + directory + " (" + TrendFiles.HTML + ", " + TrendFiles.CSV + ", "
                    + TrendFiles.SVG + ")");
        });
    }
}
