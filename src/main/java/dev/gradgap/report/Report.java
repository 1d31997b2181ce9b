package dev.gradgap.report;

import dev.gradgap.results.AtomicFile;
import dev.gradgap.results.RunDirectory;
import dev.gradgap.results.RunResults;
import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes a run's plots and summary, from its results alone: the same results give the same bytes. */
public final class Report {

    private Report() {}

    /**
     * Writes plots/ and summary.md into a run's directory.
     *
     * @param data what {@link ReportData#read} reads from the directory
     * @return what could not be drawn and why, one line each
     * @throws java.io.UncheckedIOException in one line, if a file cannot be written
     */
    public static List<String> write(Path directory, ReportData data) {
        AtomicFile.write(directory.resolve(RunDirectory.SUMMARY), Summary.of(data));
        System.setProperty("java.awt.headless", "true");
        return drawingProblem()
                .map(problem -> List.of("no plots: this Java cannot draw text (" + problem
                        + "); install fontconfig and a font, then run: report " + directory))
                .orElseGet(() -> drawPlots(directory, data.results()));
    }

    /** What AWT throws, by version and platform, on a machine without any font. */
    private static Optional<String> drawingProblem() {
        try {
            new Font(Font.SANS_SERIF, Font.PLAIN, 15).getStringBounds("N", new FontRenderContext(null, true, true));
            return Optional.empty();
        } catch (RuntimeException | LinkageError | InternalError e) {
            return Optional.of(firstLine(e));
        }
    }

    private static List<String> drawPlots(Path directory, RunResults results) {
        PlotFiles files = new PlotFiles(directory.resolve(RunDirectory.PLOTS));
        List<String> problems = new ArrayList<>();
        Plots.of(results).forEach((name, plot) -> {
            try {
                files.write(name, plot);
            } catch (UncheckedIOException e) {
                throw e;
            } catch (RuntimeException e) {
                // One plot that the library cannot draw must not cost the others.
                problems.add("no plot " + firstLine(name) + ": " + firstLine(e));
            }
        });
        return List.copyOf(problems);
    }

    private static String firstLine(Object text) {
        return text.toString().lines().findFirst().orElse("");
    }
}
