package dev.gradgap.report;

import dev.gradgap.statistics.Interval;
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

    /** How a line is drawn. */
    enum Style {
        /** Markers joined by a line, with error bars. */
        DATA,
        /** Thin, grey, without markers: a measurement for comparison. */
        REFERENCE,
        /** Dashed, without markers, not in the legend: a fit, in the colour of the data curve before it. */
        FIT,
        /** Dotted, grey, without markers: what theory says. */
        GUIDE
    }

    /** A point; hollow if it was sampled instead of measured whole. */
    record Point(double x, Interval y, boolean hollow) {

        static Point of(double x, double y) {
            return new Point(x, Interval.unknown(y), false);
        }
    }
}
