package dev.gradgap.report.plot;

import dev.gradgap.report.chart.Charts;
import dev.gradgap.results.directory.RunDirectory;
import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The folder plots/ of a run. */
public final class PlotFolder {

    private PlotFolder() {}

    /**
     * Draws every plot that there are data for.
     *
     * @param run the run's directory
     * @return what could not be drawn and why, one line each
     * @throws java.io.UncheckedIOException in one line, if a file cannot be written
     */
    public static List<String> write(Path run, Charts charts) {
        System.setProperty("java.awt.headless", "true");
        return fontProblem()
                .map(problem -> List.of("no plots: this Java cannot draw text (" + problem
                        + "); install fontconfig and a font, then run: report " + run))
                .orElseGet(() -> draw(run.resolve(RunDirectory.PLOTS), charts));
    }

    /** What AWT throws, by version and platform, on a machine without any font. */
    private static Optional<String> fontProblem() {
        try {
            new Font(Font.SANS_SERIF, Font.PLAIN, 15).getStringBounds("N", new FontRenderContext(null, true, true));
            return Optional.empty();
        } catch (RuntimeException | LinkageError | InternalError e) {
            return Optional.of(firstLine(e));
        }
    }

    private static List<String> draw(Path folder, Charts charts) {
        PlotFiles files = new PlotFiles(folder);
        List<PlotFiles.Named> plots = new ArrayList<>();
        Plots.of(charts).forEach((name, plot) -> plots.add(files.named(name, plot)));
        return plots.parallelStream()
                .flatMap(plot -> draw(files, plot).stream())
                .toList();
    }

    private static Optional<String> draw(PlotFiles files, PlotFiles.Named plot) {
        try {
            files.write(plot);
            return Optional.empty();
        } catch (UncheckedIOException e) {
            throw e;
        } catch (RuntimeException e) {
            // One plot that the library cannot draw must not cost the others.
            return Optional.of("no plot " + firstLine(plot.name()) + ": " + firstLine(e));
        }
    }

    private static String firstLine(Object text) {
        return text.toString().lines().findFirst().orElse("");
    }
}
