package dev.gradgap.cli;

import dev.gradgap.report.Report;
import dev.gradgap.report.finding.ReportData;
import dev.gradgap.report.finding.Verdict;
import dev.gradgap.results.AtomicFile;
import dev.gradgap.results.Journal;
import dev.gradgap.results.RunDirectory;
import dev.gradgap.text.PlainText;
import java.io.PrintWriter;
import java.nio.file.Files;
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
            rebuild(directory, spec.commandLine().getErr());
            spec.commandLine().getOut().println(directory);
        }
        return ExitCode.OK;
    }

    /** Writes all files of a run: the data from its journal, if it has one, then page, plots and summary from the data. */
    static ReportData rebuild(Path directory, PrintWriter err) {
        ReportData data;
        if (Files.exists(directory.resolve(RunDirectory.JOURNAL))) {
            Journal.Contents journal = Journal.read(directory);
            journal.warnings().forEach(err::println);
            data = ReportData.of(journal.run(), RunDirectory.readEnvironment(directory));
            RunDirectory.write(directory, journal.run(), data.results(), data.environment());
        } else {
            data = ReportData.read(directory);
        }
        AtomicFile.removeAbandoned(directory);
        AtomicFile.removeAbandoned(directory.resolve(RunDirectory.PLOTS));
        Report.write(directory, data, List.of(LecturePage.section())).forEach(err::println);
        return data;
    }

    /** Says in a few lines what a run found and where its files are. */
    static void printVerdict(Path directory, ReportData data, PrintWriter out) {
        out.println();
        Verdict.lines(data).forEach(line -> out.println(PlainText.seen(line, "?")));
        out.println(
                "files: " + directory
                        + " (report.html, summary.md, plots, cells.csv, gap.csv, crossover.csv, scaling.csv, breakeven.csv, costratio.csv)");
    }
}
