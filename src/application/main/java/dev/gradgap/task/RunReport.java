package dev.gradgap.task;

import dev.gradgap.report.Report;
import dev.gradgap.report.finding.ReportData;
import dev.gradgap.report.finding.VerdictLines;
import dev.gradgap.results.directory.RunDirectory;
import dev.gradgap.results.file.AtomicFile;
import dev.gradgap.results.journal.Journal;
import dev.gradgap.text.PlainText;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What is made of a run's data for people: its files, and the few lines on the console. */
public final class RunReport {

    private RunReport() {}

    /** Writes all files of a run: the data from its journal, if it has one, then page, plots and summary from the data. */
    public static ReportData rebuild(Path directory, PrintWriter err) {
        ReportData data;
        if (Files.exists(directory.resolve(Journal.FILE))) {
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
    public static void printVerdict(Path directory, ReportData data, PrintWriter out) {
        out.println();
        VerdictLines.lines(data).forEach(line -> out.println(PlainText.seen(line, "?")));
        out.println(
                "files: " + directory
                        + " (report.html, summary.md, plots, cells.csv, gap.csv, crossover.csv, scaling.csv, breakeven.csv, costratio.csv)");
    }
}
