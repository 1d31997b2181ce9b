package dev.gradgap.cli;

import dev.gradgap.task.RunReport;
import dev.gradgap.terminal.ExitCode;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code report}: makes the report of finished or interrupted runs anew. */
@Command(
        name = "report",
        description = "(Re)builds report.html, plots, summary and CSV files of runs from their data alone.",
        footer = {
            "",
            "From the journal, if the directory has one, so also after a kill; else from the CSV files. The same data gives",
            "the same files, byte for byte.",
            "",
            "Example:",
            "  report results/latest"
        })
final class ReportCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "DIR", description = "Directories of runs.")
    private List<Path> directories = List.of();

    @Override
    public Integer call() {
        for (Path directory : directories) {
            RunReport.rebuild(directory, spec.commandLine().getErr());
            spec.commandLine().getOut().println(directory);
        }
        return ExitCode.OK;
    }
}
