package dev.gradgap.history;

import dev.gradgap.history.Change.Kind;
import dev.gradgap.history.Series.Point;
import dev.gradgap.history.Series.Stretch;
import dev.gradgap.statistics.ForkStatistics;
import dev.gradgap.statistics.Interval;
import dev.gradgap.text.Numbers;
import dev.gradgap.text.Xml;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;

/**
 * A series as a small SVG: a point with its interval for each run on a logarithmic axis, a step for what lies between two
 * changes of the time, a line for each change. Narrow, so that it can be read on a telephone; its text has the colour of the
 * page around it.
 */
final class TrendSvg {

    private static final int WIDTH = 360;
    private static final int HEIGHT = 170;
    private static final int LEFT = 62;
    private static final int TOP = 10;
    private static final int RIGHT = 8;
    private static final int BOTTOM = 24;
    private static final int INSET = 8;

    /** Legible on white and on black, where there is no page around it. */
    private static final String GREY = "#767676";

    private static final String POINTS = "#2b7bba";
    private static final String SLOWER = "#d55e00"; // these two of Okabe and Ito, as in all plots
    private static final String FASTER = "#009e73";

    private final Series series;
    private final double low;
    private final double high;
    private final StringBuilder svg = new StringBuilder();

    private TrendSvg(Series series) {
        this.series = series;
        double[] times = series.points().stream()
                .map(point -> point.figures().time())
                .flatMapToDouble(time -> DoubleStream.of(time.estimate(), time.low(), time.high()))
                .filter(value -> value > 0 && Double.isFinite(value))
                .toArray();
        double smallest = DoubleStream.of(times).min().orElseThrow();
        double largest = DoubleStream.of(times).max().orElseThrow();
        double margin = Math.max(0.05, 0.1 * Math.log(largest / smallest));
        low = Math.log(smallest) - margin;
        high = Math.log(largest) + margin;
    }

    /** The whole drawing; the same series gives the same text. */
    static String of(Series series) {
        return new TrendSvg(series).draw();
    }

    private String draw() {
        List<Point> points = series.points();
        String first = Xml.escape(points.get(0).run().name());
        String last = Xml.escape(points.get(points.size() - 1).run().name());
        add(
                """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" role="img" font-family="sans-serif" font-size="11" \
                fill="currentColor" color="%s"><title>%s: %d runs from %s to %s, %d changes</title>
                """,
                WIDTH,
                HEIGHT,
                GREY,
                Xml.escape(series.name()),
                points.size(),
                first,
                last,
                series.changes().size());
        for (double log : new double[] {low, (low + high) / 2, high}) {
            add(
                    """
                    <line x1="%d" x2="%d" y1="%s" y2="%s" stroke="currentColor" stroke-opacity="0.25"/>
                    <text x="%d" y="%s" text-anchor="end">%s</text>
                    """,
                    LEFT,
                    WIDTH - RIGHT,
                    y(log),
                    y(log),
                    LEFT - 5,
                    number(height(log) + 4),
                    Numbers.duration(Math.exp(log)));
        }
        add("<text x=\"%d\" y=\"%d\">%s</text>\n", LEFT, HEIGHT - 7, first);
        if (points.size() > 1) {
            add("<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>\n", WIDTH - RIGHT, HEIGHT - 7, last);
        }
        series.cuts().forEach(at -> vertical(at, GREY, "4 3"));
        series.changes()
                .forEach(change -> vertical(
                        change.at(),
                        change.after() > change.before() ? SLOWER : FASTER,
                        change.kind() == Kind.TIME ? "none" : "1 3"));
        steps().forEach(this::step);
        for (int i = 0; i < points.size(); i++) {
            point(i, points.get(i));
        }
        return svg.append("</svg>\n").toString();
    }

    /** What lies between two cuts or changes of the time. */
    private List<Stretch> steps() {
        List<Integer> ends = new ArrayList<>(series.cuts());
        series.changes().stream()
                .filter(change -> change.kind() == Kind.TIME)
                .map(Change::at)
                .forEach(ends::add);
        return Series.between(series.points().size(), ends.stream().sorted().toList());
    }

    private void step(Stretch step) {
        double mean = ForkStatistics.geometricMean(series.points().subList(step.from(), step.to()).stream()
                .mapToDouble(point -> point.figures().time().estimate())
                .toArray());
        String y = y(Math.log(mean));
        add(
                "<line x1=\"%s\" x2=\"%s\" y1=\"%s\" y2=\"%s\" stroke=\"%s\" stroke-opacity=\"0.6\"/>\n",
                x(step.from() - 0.4), x(step.to() - 0.6), y, y, POINTS);
    }

    private void point(int i, Point point) {
        Interval time = point.figures().time();
        if (time.isKnown() && time.low() > 0) {
            add(
                    "<line x1=\"%s\" x2=\"%s\" y1=\"%s\" y2=\"%s\" stroke=\"%s\" stroke-opacity=\"0.5\"/>\n",
                    x(i), x(i), y(Math.log(time.low())), y(Math.log(time.high())), POINTS);
        }
        add(
                "<circle cx=\"%s\" cy=\"%s\" r=\"2.5\" fill=\"%s\"><title>%s: %s</title></circle>\n",
                x(i),
                y(Math.log(time.estimate())),
                POINTS,
                Xml.escape(point.run().date() + " " + point.run().name()),
                Numbers.duration(time.estimate()));
    }

    private void vertical(int at, String colour, String dashes) {
        add(
                "<line x1=\"%s\" x2=\"%s\" y1=\"%d\" y2=\"%d\" stroke=\"%s\" stroke-width=\"1.5\""
                        + " stroke-dasharray=\"%s\"/>\n",
                x(at - 0.5), x(at - 0.5), TOP, HEIGHT - BOTTOM, colour, dashes);
    }

    private void add(String format, Object... arguments) {
        svg.append(String.format(Locale.ROOT, format, arguments));
    }

    private String x(double position) {
        int last = series.points().size() - 1;
        double share = last == 0 ? 0.5 : position / last;
        return number(LEFT + INSET + (WIDTH - RIGHT - LEFT - 2 * INSET) * share);
    }

    private String y(double log) {
        return number(height(log));
    }

    private double height(double log) {
        return TOP + (HEIGHT - BOTTOM - TOP) * (high - log) / (high - low);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
