package dev.gradgap.report;

import dev.gradgap.report.chart.Charts;
import dev.gradgap.report.finding.ReportData;
import dev.gradgap.report.page.PageSection;
import dev.gradgap.report.page.ReportPage;
import dev.gradgap.report.plot.PlotFolder;
import dev.gradgap.report.table.Summary;
import dev.gradgap.results.directory.RunDirectory;
import dev.gradgap.results.file.AtomicFile;
import java.nio.file.Path;
import java.util.List;

/** Writes a run's plots, summary and page, from its results alone: the same results give the same bytes. */
public final class Report {

    private Report() {}

    /**
     * Writes summary.md, report.html and plots/ into a run's directory.
     *
     * @param data what {@link ReportData#read} reads from the directory
     * @param sections what comes after the charts of report.html
     * @return what could not be drawn and why, one line each
     * @throws java.io.UncheckedIOException in one line, if a file cannot be written
     */
    public static List<String> write(Path directory, ReportData data, List<PageSection> sections) {
        AtomicFile.write(directory.resolve(RunDirectory.SUMMARY), Summary.of(data));
        Charts charts = Charts.of(data.results());
        AtomicFile.write(directory.resolve(RunDirectory.REPORT), ReportPage.of(data, charts, sections));
        return PlotFolder.write(directory, charts);
    }
}
