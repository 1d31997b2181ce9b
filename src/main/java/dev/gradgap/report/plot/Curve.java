package dev.gradgap.report.plot;

import dev.gradgap.report.finding.Point;
import java.util.List;

/**
 * A line of a plot.
 *
 * @param name its entry in the legend
 * @param style how it is drawn
 * @param points in ascending order of x
 */
record Curve(String name, Style style, List<Point> points) {

    Curve {
        points = List.copyOf(points);
    }

    /** Whether it has markers, each at a measurement. */
    boolean isData() {
        return style == Style.DATA || style == Style.SCATTER;
    }

    /** How a line is drawn. */
    enum Style {
        /** Markers joined by a line, with error bars. */
        DATA,
        /** Markers alone, with error bars: points of several workloads. */
        SCATTER,
        /** Thin, grey, without markers: a measurement for comparison. */
        REFERENCE,
        /** Dashed, without markers, not in the legend: a fit, in the colour of the data curve before it. */
        FIT,
        /** Dotted, grey, without markers: what theory says. */
        GUIDE
    }
}
