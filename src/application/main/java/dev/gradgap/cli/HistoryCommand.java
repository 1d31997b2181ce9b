package dev.gradgap.cli;

import dev.gradgap.history.History;
import dev.gradgap.history.HistoryEntry;
import dev.gradgap.results.directory.RunDirectory;
import dev.gradgap.results.journal.Journal;
import dev.gradgap.terminal.ExitCode;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code history}: remembers finished runs. */
@Command(
        name = "history",
        description = "Adds finished runs to a history, which trend reads.",
        footer = {
            "",
            "One file for each environment, with a line for each run: to be committed. A run that is there is not"
                    + " added again.",
            "",
            "Example:",
            "  history results/latest"
        })
final class HistoryCommand implements Callable<Integer> {

    static final Path FOLDER = Path.of("results", "history");

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "RUN", description = "Directories of runs.")
    private List<Path> runs = List.of();

    @Option(names = "--history", paramLabel = "DIR", description = "The history; results/history if not given.")
    private Path folder = FOLDER;

    @Override
    public Integer call() {
        for (Path run : runs) {
            Journal.Contents journal = Journal.read(run);
            journal.warnings().forEach(spec.commandLine().getErr()::println);
            HistoryEntry entry = History.entry(run.toString(), journal.run(), RunDirectory.readEnvironment(run));
            History.Appended appended = new History(folder).append(entry);
            spec.commandLine()
                    .getOut()
                    .println(run + (appended.added() ? " added to " : " is already in ") + appended.file());
        }
        return ExitCode.OK;
    }
}
