package dev.gradgap.report;

import dev.gradgap.results.AtomicFile;
import dev.gradgap.results.RunDirectory;
import dev.gradgap.results.RunResults;
import java.nio.file.Path;
import java.util.List;

/** Writes a run's plots and summary, from its results alone: the same results give the same bytes. */
public final class Report {

    private Report() {}

    /**
     * Writes plots/ and summary.md into a run's directory, from the data files in it.
     *
     * @return what could not be drawn and why, one line each
     * @throws dev.gradgap.results.ResultsException in one line, if the directory is no run or a file is damaged
     * @throws java.io.UncheckedIOException in one line, if a file cannot be written
     */
    public static List<String> write(Path directory) {
        ReportData data = ReportData.read(directory);
        AtomicFile.write(directory.resolve(RunDirectory.SUMMARY), Summary.of(data));
        return drawPlots(directory, data.results());
    }

    private static List<String> drawPlots(Path directory, RunResults results) {
        System.setProperty("java.awt.headless", "true");
        try {
            Plots.of(results)
                    .forEach((name, plot) -> PlotFiles.write(directory.resolve(RunDirectory.PLOTS), name, plot));
            return List.of();
        } catch (LinkageError | InternalError | NullPointerException e) {
            // What AWT throws, by version and platform, on a machine without any font.
            return List.of("no plots: this Java cannot draw text (" + e
                    + "); install fontconfig and a font, then run: report " + directory);
        }
    }
}
