package dev.gradgap.report.chart;

import dev.gradgap.report.finding.DataPoint;
import java.util.List;

/**
 * A chart with logarithmic axes, whoever draws it.
 *
 * @param id its name in the page's addresses, or that of a plot's files
 * @param title its heading
 * @param how one or two sentences on how to read it
 * @param series what there is to draw
 * @param marks what theory says, across the whole width
 */
public record Chart(String id, String title, String how, Axis x, Axis y, List<Series> series, List<Mark> marks) {

    /** The size of a function, along most charts. */
    public static final Axis INPUTS = new Axis("inputs N", Unit.SIZE);

    public Chart {
        series = List.copyOf(series);
        marks = List.copyOf(marks);
    }

    /** What the numbers of an axis are, hence how they are written. */
    public enum Unit {
        /** Inputs: powers of two. */
        SIZE,
        COUNT,
        /** Nanoseconds. */
        DURATION,
        RATIO,
        BYTES
    }

    /** An axis. */
    public record Axis(String name, Unit unit) {}

    /** How a series is drawn. */
    public enum Kind {
        /** Markers joined by a line, with intervals. */
        DATA,
        /** Markers alone, with intervals: points of several workloads. */
        SCATTER,
        /** A thin line: measured, for comparison. */
        REFERENCE,
        /** A dashed line in the colour of the data before it: a fit. */
        FIT,
        /** A dotted line: what theory says. */
        GUIDE;

        /** Whether each point is a measurement that the chart is about. */
        public boolean isData() {
            return this == DATA || this == SCATTER;
        }
    }

    /**
     * A line.
     *
     * @param name its entry in the legend
     * @param workload the one it belongs to; empty if there are several
     * @param engines the engines that must be chosen for it to be shown
     * @param points in ascending order of x, all coordinates positive and finite
     */
    public record Series(String name, String workload, List<String> engines, Kind kind, List<DataPoint> points) {

        public Series {
            engines = List.copyOf(engines);
            points = List.copyOf(points);
        }
    }

    /** A band, or a line if both ends are the same. */
    public record Mark(String name, double low, double high) {}

    /** The series of measurements. */
    public List<Series> data() {
        return series.stream().filter(one -> one.kind().isData()).toList();
    }

    /** A part of the chart, to stand alone. */
    Chart with(String newId, String newTitle, List<Series> some) {
        return new Chart(newId, newTitle, how, x, y, some, marks);
    }
}
