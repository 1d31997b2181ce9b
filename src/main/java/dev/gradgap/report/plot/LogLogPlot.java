package dev.gradgap.report.plot;

import dev.gradgap.report.finding.Point;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.geom.Line2D;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.plot.IntervalMarker;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.Range;
import org.jfree.data.xy.YIntervalSeries;
import org.jfree.data.xy.YIntervalSeriesCollection;

/**
 * A plot on log-log axes, of inputs N along x, unless told otherwise, and anything along y. Measured points are filled,
 * sampled ones hollow, intervals are error bars.
 */
final class LogLogPlot implements Plot {

    private static final int LEGEND_LINE = 36;

    /** Chooses the ticks between two values of an axis. */
    @FunctionalInterface
    interface TickChoice {
        List<Tick> between(double low, double high);
    }

    private final String title;
    private final String subtitle;
    private final String yLabel;
    private final TickChoice yTicks;
    private final List<Curve> curves;
    private String xLabel = "inputs N";
    private TickChoice xTicks = Ticks::sizes;
    private Optional<Range> band = Optional.empty();
    private Optional<ValueMarker> line = Optional.empty();

    /**
     * A plot.
     *
     * @param yLabel the y axis's label, with the unit unless its ticks have it
     * @param yTicks what is written along the y axis
     * @param curves at least one with a point; all coordinates positive and finite
     */
    LogLogPlot(String title, String subtitle, String yLabel, TickChoice yTicks, List<Curve> curves) {
        this.title = title;
        this.subtitle = subtitle;
        this.yLabel = yLabel;
        this.yTicks = yTicks;
        this.curves = List.copyOf(curves);
    }

    /** With something else along x. */
    LogLogPlot along(String label, TickChoice ticks) {
        xLabel = label;
        xTicks = ticks;
        return this;
    }

    /** With a shaded band between two values of y. */
    LogLogPlot band(double low, double high) {
        band = Optional.of(new Range(low, high));
        return this;
    }

    /** With a labelled horizontal line at a value of y. */
    LogLogPlot line(double y, String label) {
        ValueMarker marker = new ValueMarker(y, Color.BLACK, new BasicStroke(1.5f));
        marker.setLabel(label);
        marker.setLabelFont(PlotPage.font(Font.PLAIN, 15));
        marker.setLabelAnchor(RectangleAnchor.BOTTOM_RIGHT);
        marker.setLabelTextAnchor(TextAnchor.TOP_RIGHT);
        marker.setLabelOffset(new RectangleInsets(3, 3, 3, 8));
        marker.setLabelBackgroundColor(new Color(0, true));
        line = Optional.of(marker);
        return this;
    }

    @Override
    public JFreeChart chart() {
        Range y = yRange();
        XYLineAndShapeRenderer markers = new DataRenderer(data());
        nameSeries(markers, data());
        XYPlot plot = new XYPlot(dataset(data(), y), xAxis(), yAxis(y), markers);
        plot.setDataset(1, dataset(lines(), y));
        plot.setRenderer(1, lineRenderer());
        band.ifPresent(range -> plot.addRangeMarker(
                new IntervalMarker(range.getLowerBound(), range.getUpperBound(), Palette.BAND), Layer.BACKGROUND));
        line.ifPresent(marker -> plot.addRangeMarker(marker, Layer.BACKGROUND));
        curves.stream()
                .filter(curve -> curve.style() == Curve.Style.GUIDE)
                .forEach(guide -> plot.addAnnotation(label(guide)));
        return PlotPage.of(title, subtitle, plot);
    }

    /** A guide's name, left of its lower end. */
    private static XYTextAnnotation label(Curve guide) {
        Point start = guide.points().get(0);
        XYTextAnnotation label =
                new XYTextAnnotation(guide.name() + " ", start.x(), start.y().estimate());
        label.setFont(PlotPage.font(Font.PLAIN, 15));
        label.setPaint(Palette.GREY);
        label.setTextAnchor(TextAnchor.CENTER_RIGHT);
        return label;
    }

    private static boolean isInLegend(Curve curve) {
        return curve.isData() || curve.style() == Curve.Style.REFERENCE;
    }

    private TickAxis xAxis() {
        double[] x = curves.stream()
                .flatMap(curve -> curve.points().stream())
                .mapToDouble(Point::x)
                .toArray();
        double low = DoubleStream.of(x).min().orElseThrow() / 1.4;
        double high = DoubleStream.of(x).max().orElseThrow() * 1.4;
        return new TickAxis(xLabel, low, high, xTicks.between(low, high));
    }

    private TickAxis yAxis(Range y) {
        return new TickAxis(
                yLabel, y.getLowerBound(), y.getUpperBound(), yTicks.between(y.getLowerBound(), y.getUpperBound()));
    }

    /** From below the lowest point, bar, line or band to above the highest. */
    private Range yRange() {
        DoubleStream points = curves.stream()
                .flatMap(curve -> curve.points().stream())
                .flatMapToDouble(point -> DoubleStream.of(
                        point.y().estimate(), point.y().low(), point.y().high()));
        DoubleStream marks = DoubleStream.concat(
                line.stream().mapToDouble(ValueMarker::getValue),
                band.stream().flatMapToDouble(range -> DoubleStream.of(range.getLowerBound(), range.getUpperBound())));
        double[] values = DoubleStream.concat(points, marks)
                .filter(value -> value > 0 && Double.isFinite(value))
                .toArray();
        double low = DoubleStream.of(values).min().orElseThrow();
        double high = DoubleStream.of(values).max().orElseThrow();
        double margin = Math.max(1.3, Math.pow(high / low, 0.04));
        return new Range(Math.max(low / margin, Double.MIN_NORMAL), Math.min(high * margin, Double.MAX_VALUE));
    }

    private List<Curve> data() {
        return curves.stream().filter(curve -> curve.isData()).toList();
    }

    private List<Curve> lines() {
        return curves.stream().filter(curve -> !curve.isData()).toList();
    }

    private static YIntervalSeriesCollection dataset(List<Curve> curves, Range y) {
        YIntervalSeriesCollection dataset = new YIntervalSeriesCollection();
        for (Curve curve : curves) {
            YIntervalSeries series = new YIntervalSeries(dataset.getSeriesCount());
            for (Point point : curve.points()) {
                double estimate = point.y().estimate();
                boolean bar = point.y().isKnown();
                series.add(
                        point.x(),
                        estimate,
                        bar ? y.constrain(point.y().low()) : estimate,
                        bar ? y.constrain(point.y().high()) : estimate);
            }
            dataset.addSeries(series);
        }
        return dataset;
    }

    private static void nameSeries(XYLineAndShapeRenderer renderer, List<Curve> curves) {
        renderer.setLegendLine(new Line2D.Double(-LEGEND_LINE / 2.0, 0, LEGEND_LINE / 2.0, 0));
        renderer.setLegendItemLabelGenerator(
                (dataset, series) -> PlotPage.printable(curves.get(series).name()));
    }

    private XYLineAndShapeRenderer lineRenderer() {
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
        nameSeries(renderer, lines());
        int line = 0;
        int data = -1;
        for (Curve curve : curves) {
            if (curve.isData()) {
                data++;
                continue;
            }
            renderer.setSeriesPaint(line, curve.style() == Curve.Style.FIT ? Palette.colour(data) : Palette.GREY);
            renderer.setSeriesStroke(line, Palette.stroke(curve.style()));
            renderer.setSeriesVisibleInLegend(line, isInLegend(curve));
            line++;
        }
        return renderer;
    }
}
