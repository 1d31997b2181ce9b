package dev.gradgap.report.plot;

import dev.gradgap.results.file.AtomicFile;
import dev.gradgap.text.FileNames;
import java.awt.geom.Rectangle2D;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.jfree.chart.ChartUtils;
import org.jfree.chart.JFreeChart;
import org.jfree.svg.MeetOrSlice;
import org.jfree.svg.PreserveAspectRatio;
import org.jfree.svg.SVGGraphics2D;
import org.jfree.svg.ViewBox;

/**
 * Writes the plots of one folder as SVG and PNG, the same bytes for the same plots named in the same order. Several threads may
 * write at once.
 */
final class PlotFiles {

    private static final int WIDTH = 1200;
    private static final int HEIGHT = 800;
    private static final String SVG_FONTS = "Verdana, DejaVu Sans, sans-serif";

    private final Path directory;
    private final FileNames names = new FileNames();

    PlotFiles(Path directory) {
        ImageIO.setUseCache(false); // a cache on disk asks for a shutdown hook, which is too late after Ctrl-C
        this.directory = directory;
    }

    /**
     * A plot and the name of its files.
     *
     * @param name what it is called
     * @param file its files, without their endings
     */
    record Named(String name, String file, Plot plot) {}

    /** A plot with a name for its files that no other has; not for several threads. */
    Named named(String name, Plot plot) {
        return new Named(name, names.unused(name), plot);
    }

    /** Draws a plot and writes its two files. */
    void write(Named plot) {
        String file = plot.file();
        JFreeChart chart = plot.plot().chart();
        AtomicFile.write(directory.resolve(file + ".svg"), svg(chart));
        AtomicFile.write(
                directory.resolve(file + ".png"), out -> ChartUtils.writeChartAsPNG(out, chart, WIDTH, HEIGHT));
    }

    private static String svg(JFreeChart chart) {
        SVGGraphics2D svg = new SVGGraphics2D(WIDTH, HEIGHT);
        svg.setDefsKeyPrefix("d"); // the default is the time of day
        svg.setFontFunction(family -> SVG_FONTS);
        // A hundredth of a pixel is enough, and how a double prints differs between versions of Java.
        svg.setGeomDoubleConverter(PlotFiles::hundredths);
        svg.setTransformDoubleConverter(PlotFiles::hundredths);
        chart.draw(svg, new Rectangle2D.Double(0, 0, WIDTH, HEIGHT));
        // With a view box a page can show the plot at any size.
        return svg.getSVGElement(
                null, true, new ViewBox(0, 0, WIDTH, HEIGHT), PreserveAspectRatio.XMID_YMID, MeetOrSlice.MEET);
    }

    private static String hundredths(double value) {
        long rounded = Math.round(value * 100);
        return rounded % 100 == 0 ? Long.toString(rounded / 100) : Double.toString(rounded / 100.0);
    }
}
