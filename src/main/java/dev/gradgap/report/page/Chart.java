package dev.gradgap.report.page;

import dev.gradgap.report.finding.Point;
import java.util.List;

/**
 * A chart with logarithmic axes, as report.js draws it.
 *
 * @param id its name in the page's addresses
 * @param title its heading
 * @param how one or two sentences on how to read it
 * @param series what there is to draw
 * @param marks what theory says, across the whole width
 */
record Chart(String id, String title, String how, Axis x, Axis y, List<Series> series, List<Mark> marks) {

    Chart {
        series = List.copyOf(series);
        marks = List.copyOf(marks);
    }

    /** What the numbers of an axis are, hence how they are written. */
    enum Unit {
        COUNT,
        DURATION,
        RATIO,
        BYTES
    }

    /** An axis. */
    record Axis(String name, Unit unit) {}

    /** How a series is drawn. */
    enum Kind {
        /** Markers on a line, with intervals. */
        DATA,
        /** A thin line: measured, for comparison. */
        REFERENCE,
        /** A dashed line in the colour of its data: a fit. */
        FIT,
        /** A dotted line: what theory says. */
        GUIDE
    }

    /**
     * A line.
     *
     * @param name its entry in the legend
     * @param family the workload it belongs to
     * @param engines the engines that must be chosen for it to be shown
     */
    record Series(String name, String family, List<String> engines, Kind kind, List<Point> points) {

        Series {
            engines = List.copyOf(engines);
            points = List.copyOf(points);
        }
    }

    /** A band, or a line if both ends are the same. */
    record Mark(String name, double low, double high) {}

    /** The series of measurements. */
    List<Series> data() {
        return series.stream().filter(one -> one.kind() == Kind.DATA).toList();
    }
}
