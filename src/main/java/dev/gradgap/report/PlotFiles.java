package dev.gradgap.report;

import dev.gradgap.results.AtomicFile;
import java.awt.geom.Rectangle2D;
import java.nio.file.Path;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.jfree.chart.ChartUtils;
import org.jfree.chart.JFreeChart;
import org.jfree.svg.SVGGraphics2D;

/** Writes plots as SVG and PNG, the same bytes for the same plot. */
final class PlotFiles {

    private static final int WIDTH = 1200;
    private static final int HEIGHT = 800;

    private PlotFiles() {}

    /**
     * Writes name.svg and name.png.
     *
     * @param name the name of the plot; whatever a file name should not have is replaced
     */
    static void write(Path directory, String name, LogLogPlot plot) {
        String safe =
                name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9._-]+", "_").replaceAll("^\\.+", "_");
        ImageIO.setUseCache(false); // a cache on disk asks for a shutdown hook, which is too late after Ctrl-C
        JFreeChart chart = plot.chart();
        SVGGraphics2D svg = new SVGGraphics2D(WIDTH, HEIGHT);
        svg.setDefsKeyPrefix("d"); // the default is the time of day
        chart.draw(svg, new Rectangle2D.Double(0, 0, WIDTH, HEIGHT));
        AtomicFile.write(directory.resolve(safe + ".svg"), svg.getSVGDocument());
        AtomicFile.write(
                directory.resolve(safe + ".png"), out -> ChartUtils.writeChartAsPNG(out, chart, WIDTH, HEIGHT));
    }
}
