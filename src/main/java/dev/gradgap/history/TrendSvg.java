package dev.gradgap.history;

import dev.gradgap.history.Change.Kind;
import dev.gradgap.history.Series.Point;
import dev.gradgap.report.Numbers;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;

/** A series as a small SVG: a point for each run on a logarithmic axis, a step for each segment, a line for each change. */
final class TrendSvg {

    private static final int WIDTH = 640;
    private static final int HEIGHT = 180;
    private static final int LEFT = 78;
    private static final int TOP = 12;
    private static final int RIGHT = 12;
    private static final int BOTTOM = 26;

    private final Series series;
    private final double low;
    private final double high;
    private final StringBuilder svg = new StringBuilder();

    private TrendSvg(Series series) {
        this.series = series;
        double smallest = times(series).min().orElse(1);
        double largest = times(series).max().orElse(1);
        double margin = Math.max(0.05, 0.1 * Math.log(largest / smallest));
        low = Math.log(smallest) - margin;
        high = Math.log(largest) + margin;
    }

    private static DoubleStream times(Series series) {
        return series.points().stream().mapToDouble(point -> point.figures().timeNs());
    }

    /** The whole drawing; the same series gives the same text. */
    static String of(Series series) {
        return new TrendSvg(series).draw();
    }

    private String draw() {
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + WIDTH + " " + HEIGHT + "\" role=\"img\""
                + " font-family=\"sans-serif\" font-size=\"12\" fill=\"currentColor\" color=\"#555\"><title>"
                + Html.escape(series.key().toString()) + "</title>\n");
        for (double log : new double[] {low, (low + high) / 2, high}) {
            add(
                    "<line x1=\"%s\" x2=\"%s\" y1=\"%s\" y2=\"%s\" stroke=\"currentColor\" stroke-opacity=\"0.25\"/>\n",
                    number(LEFT), number(WIDTH - RIGHT), number(y(log)), number(y(log)));
            add(
                    "<text x=\"%s\" y=\"%s\" text-anchor=\"end\">%s</text>\n",
                    number(LEFT - 6), number(y(log) + 4), Numbers.duration(Math.exp(log)));
        }
        List<Point> points = series.points();
        add(
                "<text x=\"%s\" y=\"%s\">%s</text>\n",
                number(LEFT),
                number(HEIGHT - 8),
                Html.escape(points.get(0).run().name()));
        add(
                "<text x=\"%s\" y=\"%s\" text-anchor=\"end\">%s</text>\n",
                number(WIDTH - RIGHT),
                number(HEIGHT - 8),
                Html.escape(points.get(points.size() - 1).run().name()));
        series.cuts().forEach(at -> vertical(at, "#888888", "4 3"));
        for (Change change : series.changes()) {
            vertical(
                    change.at(),
                    change.ratio().estimate() > 1 ? "#d55e00" : "#009e73",
                    change.kind() == Kind.TIME ? "none" : "1 3");
        }
        for (int i = 0; i < points.size(); i++) {
            Point point = points.get(i);
            add(
                    "<circle cx=\"%s\" cy=\"%s\" r=\"3.5\" fill=\"#0072b2\"><title>%s: %s</title></circle>\n",
                    number(x(i)),
                    number(y(Math.log(point.figures().timeNs()))),
                    Html.escape(point.run().date() + " " + point.run().name()),
                    Numbers.duration(point.figures().timeNs()));
        }
        return svg.append("</svg>\n").toString();
    }

    private void vertical(int at, String colour, String dashes) {
        add(
                "<line x1=\"%s\" x2=\"%s\" y1=\"%s\" y2=\"%s\" stroke=\"%s\" stroke-width=\"2\" stroke-dasharray=\"%s\"/>\n",
                number(x(at - 0.5)), number(x(at - 0.5)), number(TOP), number(HEIGHT - BOTTOM), colour, dashes);
    }

    private void add(String format, Object... arguments) {
        svg.append(String.format(Locale.ROOT, format, arguments));
    }

    private double x(double position) {
        int last = Math.max(1, series.points().size() - 1);
        return LEFT + 8 + (WIDTH - RIGHT - LEFT - 16) * position / last;
    }

    private double y(double log) {
        return TOP + (HEIGHT - BOTTOM - TOP) * (high - log) / (high - low);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
