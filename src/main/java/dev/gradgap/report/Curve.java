package dev.gradgap.report;

import dev.gradgap.statistics.Interval;
import dev.gradgap.statistics.PowerLaw;
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

    /**
     * A fit, over the points it was fitted to.
     *
     * @param fitted in ascending order of x
     */
    static Curve fit(String name, PowerLaw law, List<Point> fitted) {
        return new Curve(
                name,
                Style.FIT,
                List.of(
                        at(law, fitted.get(0).x()),
                        at(law, fitted.get(fitted.size() - 1).x())));
    }

    private static Point at(PowerLaw law, double x) {
        return Point.of(x, law.coefficient() * Math.pow(x, law.exponent().estimate()));
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

    /** A point; hollow if it was sampled instead of measured whole. */
    record Point(double x, Interval y, boolean hollow) {

        static Point of(double x, double y) {
            return new Point(x, Interval.unknown(y), false);
        }
    }
}
