package dev.gradgap.cli;

import dev.gradgap.catalog.Glob;
import dev.gradgap.catalog.UserError;
import dev.gradgap.history.History;
import dev.gradgap.history.HistoryEntry.CellName;
import dev.gradgap.history.KnownChanges;
import dev.gradgap.history.Trend;
import dev.gradgap.history.TrendFiles;
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
            "Environments are never mixed. known-changes.csv (since,workload,engine,note) in the history's folder explains",
            "changes: since is a date or a commit, workload and engine are globs.",
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

    @Option(names = "--out", paramLabel = "DIR", description = "Where to write trend.html, trend.csv and svg/.")
    private Optional<Path> out = Optional.empty();

    @Override
    public Integer call() {
        Path usual = folder.resolve(KNOWN);
        KnownChanges changes =
                known.isPresent() || Files.exists(usual) ? KnownChanges.read(known.orElse(usual)) : KnownChanges.none();
        double share =
                significance.map(text -> Shares.parse("--significance", text)).orElse(0.01);
        Predicate<CellName> wanted = key -> matches(workloads, key.workload()) && matches(engines, key.engine());
        List<Trend> trends = new ArrayList<>();
        new History(folder).read().forEach((fingerprint, entries) -> {
            if (!entries.isEmpty()) {
                trends.add(Trend.of(fingerprint, entries, wanted, changes, share));
            }
        });
        if (trends.stream().allMatch(trend -> trend.series().isEmpty())) {
            throw new UserError("nothing to draw: " + folder + " has no run of such a cell; history adds runs");
        }
        tell(trends);
        return ExitCode.OK;
    }

    private static boolean matches(List<String> globs, String name) {
        return globs.isEmpty() || globs.stream().anyMatch(glob -> new Glob(glob).matches(name));
    }

    private void tell(List<Trend> trends) {
        PrintWriter console = spec.commandLine().getOut();
        TextTable table = new TextTable(TrendFiles.headings().toArray(String[]::new));
        TrendFiles.rows(trends).forEach(row -> table.add(row.toArray(String[]::new)));
        console.println(table.isEmpty() ? "no change" : table.toString());
        for (Trend trend : trends) {
            console.println("environment " + trend.fingerprint() + ": " + trend.runs() + " runs, "
                    + trend.series().size() + " cells");
        }
        out.ifPresent(directory -> {
            TrendFiles.write(directory, trends);
            console.println("files: " + directory + " (" + TrendFiles.HTML + ", " + TrendFiles.CSV + ", "
                    + TrendFiles.SVG + ")");
        });
    }
}
