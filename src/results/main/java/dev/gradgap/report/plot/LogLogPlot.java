package dev.gradgap.report.plot;

import dev.gradgap.report.chart.Chart;
import dev.gradgap.report.chart.Chart.Axis;
import dev.gradgap.report.chart.Chart.Kind;
import dev.gradgap.report.chart.Chart.Mark;
import dev.gradgap.report.chart.Chart.Series;
import dev.gradgap.report.finding.DataPoint;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.geom.Line2D;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.plot.IntervalMarker;
import org.jfree.chart.plot.Marker;
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

/** A chart drawn on log-log axes: measured points filled, sampled ones hollow, intervals as error bars. */
final class LogLogPlot implements Plot {

    private static final int LEGEND_LINE = 36;

    private final Chart chart;
    private final List<Series> data;
    private final List<Series> lines;

    /**
     * A plot.
     *
     * @param chart with at least one point
     */
    LogLogPlot(Chart chart) {
        this.chart = chart;
        data = chart.data();
        lines = chart.series().stream().filter(one -> !one.kind().isData()).toList();
    }

    private static Marker marker(Mark mark) {
        if (mark.low() < mark.high()) {
            return new IntervalMarker(mark.low(), mark.high(), Palette.BAND);
        }
        ValueMarker marker = new ValueMarker(mark.low(), Color.BLACK, new BasicStroke(1.5f));
        marker.setLabel(mark.name());
        marker.setLabelFont(PlotPage.font(Font.PLAIN, 15));
        marker.setLabelAnchor(RectangleAnchor.BOTTOM_RIGHT);
        marker.setLabelTextAnchor(TextAnchor.TOP_RIGHT);
        marker.setLabelOffset(new RectangleInsets(3, 3, 3, 8));
        marker.setLabelBackgroundColor(new Color(0, true));
        return marker;
    }

    @Override
    public JFreeChart chart() {
        Range y = yRange();
        XYLineAndShapeRenderer markers = new DataRenderer(data);
        nameSeries(markers, data);
        XYPlot plot = new XYPlot(dataset(data, y), axis(chart.x(), xRange()), axis(chart.y(), y), markers);
        plot.setDataset(1, dataset(lines, y));
        plot.setRenderer(1, lineRenderer());
        chart.marks().forEach(mark -> plot.addRangeMarker(marker(mark), Layer.BACKGROUND));
        lines.stream().filter(line -> line.kind() == Kind.GUIDE).forEach(guide -> plot.addAnnotation(label(guide)));
        return PlotPage.of(chart.title(), chart.how(), plot);
    }

    /** A guide's name, left of its lower end. */
    private static XYTextAnnotation label(Series guide) {
        DataPoint start = guide.points().get(0);
        XYTextAnnotation label =
                new XYTextAnnotation(guide.name() + " ", start.x(), start.y().estimate());
        label.setFont(PlotPage.font(Font.PLAIN, 15));
        label.setPaint(Palette.GREY);
        label.setTextAnchor(TextAnchor.CENTER_RIGHT);
        return label;
    }

    private static TickAxis axis(Axis axis, Range range) {
        double low = range.getLowerBound();
        double high = range.getUpperBound();
        return new TickAxis(axis.name(), low, high, Ticks.of(axis.unit(), low, high));
    }

    private Stream<DataPoint> points() {
        return chart.series().stream().flatMap(series -> series.points().stream());
    }

    private Range xRange() {
        double[] x = points().mapToDouble(DataPoint::x).toArray();
        return new Range(
                DoubleStream.of(x).min().orElseThrow() / 1.4,
                DoubleStream.of(x).max().orElseThrow() * 1.4);
    }

    /** From below the lowest point, bar, line or band to above the highest. */
    private Range yRange() {
        DoubleStream measured = points().flatMapToDouble(point ->
                DoubleStream.of(point.y().estimate(), point.y().low(), point.y().high()));
        DoubleStream marks = chart.marks().stream().flatMapToDouble(mark -> DoubleStream.of(mark.low(), mark.high()));
        double[] values = DoubleStream.concat(measured, marks)
                .filter(value -> value > 0 && Double.isFinite(value))
                .toArray();
        double low = DoubleStream.of(values).min().orElseThrow();
        double high = DoubleStream.of(values).max().orElseThrow();
        double margin = Math.max(1.3, Math.pow(high / low, 0.04));
        return new Range(Math.max(low / margin, Double.MIN_NORMAL), Math.min(high * margin, Double.MAX_VALUE));
    }

    private static YIntervalSeriesCollection dataset(List<Series> all, Range y) {
        YIntervalSeriesCollection dataset = new YIntervalSeriesCollection();
        for (Series one : all) {
            YIntervalSeries series = new YIntervalSeries(dataset.getSeriesCount());
            for (DataPoint point : one.points()) {
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

    private static void nameSeries(XYLineAndShapeRenderer renderer, List<Series> all) {
        renderer.setLegendLine(new Line2D.Double(-LEGEND_LINE / 2.0, 0, LEGEND_LINE / 2.0, 0));
        renderer.setLegendItemLabelGenerator(
                (dataset, series) -> PlotPage.printable(all.get(series).name()));
    }

    private XYLineAndShapeRenderer lineRenderer() {
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
        nameSeries(renderer, lines);
        int line = 0;
        int markers = -1;
        for (Series one : chart.series()) {
            if (one.kind().isData()) {
                markers++;
                continue;
            }
            renderer.setSeriesPaint(line, one.kind() == Kind.FIT ? Palette.colour(markers) : Palette.GREY);
            renderer.setSeriesStroke(line, Palette.stroke(one.kind()));
            renderer.setSeriesVisibleInLegend(line, one.kind() == Kind.REFERENCE);
            line++;
        }
        return renderer;
    }
}
