package dev.gradgap.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Paint;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.text.FieldPosition;
import java.text.NumberFormat;
import java.text.ParsePosition;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.plot.IntervalMarker;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.Range;
import org.jfree.data.xy.YIntervalSeries;
import org.jfree.data.xy.YIntervalSeriesCollection;

/**
 * A plot on log-log axes: inputs N along x in powers of two, anything along y in powers of ten. Measured points are
 * filled, sampled ones hollow, intervals are error bars. Colours are those of Okabe and Ito, Color Universal Design,
 * 2008, which colour-blind readers can tell apart; every curve has a marker of its own shape besides.
 */
final class LogLogPlot {

    private static final Color[] PALETTE = {
        new Color(0xD55E00), new Color(0x0072B2), new Color(0x009E73), new Color(0xCC79A7),
        new Color(0xE69F00), new Color(0x56B4E9), new Color(0x000000), new Color(0x7F6A00),
    };
    private static final Color GREY = new Color(0x808080);
    private static final Color GRID = new Color(0xDDDDDD);
    private static final Shape LEGEND_LINE = new Line2D.Double(-18, 0, 18, 0);
    private static final float[] DASHES = {9, 6};
    private static final float[] DOTS = {2, 5};

    private final String title;
    private final String subtitle;
    private final String yLabel;
    private final DoubleFunction<String> yTick;
    private final List<Curve> curves;
    private Optional<Range> band = Optional.empty();
    private Optional<Double> line = Optional.empty();

    /**
     * A plot.
     *
     * @param yLabel the y axis's label, with the unit
     * @param yTick how a value on the y axis is written
     */
    LogLogPlot(String title, String subtitle, String yLabel, DoubleFunction<String> yTick, List<Curve> curves) {
        this.title = title;
        this.subtitle = subtitle;
        this.yLabel = yLabel;
        this.yTick = yTick;
        this.curves = List.copyOf(curves);
    }

    /** With a shaded band between two values of y. */
    LogLogPlot band(double low, double high) {
        band = Optional.of(new Range(low, high));
        return this;
    }

    /** With a horizontal line at a value of y. */
    LogLogPlot line(double y) {
        line = Optional.of(y);
        return this;
    }

    JFreeChart chart() {
        XYPlot plot = new XYPlot(dataset(true), xAxis(), yAxis(), new DataRenderer(data()));
        plot.setDataset(1, dataset(false));
        plot.setRenderer(1, lineRenderer());
        plot.setBackgroundPaint(Color.WHITE);
        plot.setDomainGridlinePaint(GRID);
        plot.setRangeGridlinePaint(GRID);
        plot.setDomainGridlineStroke(new BasicStroke(1));
        plot.setRangeGridlineStroke(new BasicStroke(1));
        plot.setOutlinePaint(GREY);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        band.ifPresent(range -> plot.addRangeMarker(
                new IntervalMarker(range.getLowerBound(), range.getUpperBound(), new Color(0xFFF0C0)),
                Layer.BACKGROUND));
        line.ifPresent(
                y -> plot.addRangeMarker(new ValueMarker(y, Color.BLACK, new BasicStroke(1.5f)), Layer.BACKGROUND));

        JFreeChart chart = new JFreeChart(title, font(Font.BOLD, 22), plot, true);
        chart.setBackgroundPaint(Color.WHITE);
        chart.setPadding(new RectangleInsets(12, 12, 12, 24));
        TextTitle explanation = new TextTitle(subtitle, font(Font.PLAIN, 15));
        explanation.setPaint(new Color(0x404040));
        explanation.setPadding(0, 0, 8, 0);
        chart.addSubtitle(explanation);
        LegendTitle legend = chart.getLegend();
        legend.setItemFont(font(Font.PLAIN, 15));
        legend.setPosition(RectangleEdge.BOTTOM);
        legend.setHorizontalAlignment(HorizontalAlignment.CENTER);
        legend.setFrame(BlockBorder.NONE);
        legend.setItemLabelPadding(new RectangleInsets(3, 4, 3, 14));
        return chart;
    }

    private static Font font(int style, int size) {
        return new Font(Font.SANS_SERIF, style, size);
    }

    private LogAxis xAxis() {
        LogAxis axis = new LogAxis("inputs N");
        axis.setBase(2);
        double low = bound(true, Double.POSITIVE_INFINITY);
        double high = bound(true, 0);
        double octaves = Math.log(high / low) / Math.log(2);
        style(axis, Numbers::size, octaves > 10 ? 2 : 1);
        axis.setRange(low / 1.4, high * 1.4);
        return axis;
    }

    private LogAxis yAxis() {
        LogAxis axis = new LogAxis(yLabel);
        double low = bound(false, Double.POSITIVE_INFINITY);
        double high = bound(false, 0);
        double decades = Math.log10(high / low);
        style(axis, yTick, decades > 12 ? 2 : 1);
        double margin = decades < 1 ? 3 : 2;
        axis.setRange(low / margin, high * margin);
        return axis;
    }

    /** The largest coordinate if starting from 0, the smallest if starting from infinity. */
    private double bound(boolean x, double start) {
        double bound = start;
        for (Curve curve : curves) {
            for (Curve.Point point : curve.points()) {
                double value = x ? point.x() : point.y().estimate();
                bound = start == 0 ? Math.max(bound, value) : Math.min(bound, value);
            }
        }
        if (!x) {
            double one = line.orElse(bound);
            bound = start == 0 ? Math.max(bound, one) : Math.min(bound, one);
            if (band.isPresent()) {
                bound = start == 0
                        ? Math.max(bound, band.get().getUpperBound())
                        : Math.min(bound, band.get().getLowerBound());
            }
        }
        return bound;
    }

    private static void style(LogAxis axis, DoubleFunction<String> tick, int tickUnit) {
        axis.setSmallestValue(Double.MIN_NORMAL);
        axis.setTickUnit(new NumberTickUnit(tickUnit));
        axis.setMinorTickMarksVisible(false);
        axis.setLabelFont(font(Font.PLAIN, 17));
        axis.setTickLabelFont(font(Font.PLAIN, 15));
        axis.setNumberFormatOverride(new TickFormat(tick));
    }

    private List<Curve> data() {
        return curves.stream()
                .filter(curve -> curve.style() == Curve.Style.DATA)
                .toList();
    }

    private List<Curve> lines() {
        return curves.stream()
                .filter(curve -> curve.style() != Curve.Style.DATA)
                .toList();
    }

    private YIntervalSeriesCollection dataset(boolean data) {
        YIntervalSeriesCollection dataset = new YIntervalSeriesCollection();
        for (Curve curve : data ? data() : lines()) {
            YIntervalSeries series = new YIntervalSeries(dataset.getSeriesCount());
            for (Curve.Point point : curve.points()) {
                double y = point.y().estimate();
                boolean bar = point.y().isKnown();
                series.add(
                        point.x(), y, bar ? point.y().low() : y, bar ? point.y().high() : y);
            }
            dataset.addSeries(series);
        }
        return dataset;
    }

    private XYLineAndShapeRenderer lineRenderer() {
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
        renderer.setLegendLine(LEGEND_LINE);
        List<Curve> lines = lines();
        renderer.setLegendItemLabelGenerator(
                (dataset, series) -> lines.get(series).name());
        int line = 0;
        int data = -1;
        for (Curve curve : curves) {
            if (curve.style() == Curve.Style.DATA) {
                data++;
                continue;
            }
            boolean fit = curve.style() == Curve.Style.FIT;
            renderer.setSeriesPaint(line, fit ? colour(data) : GREY);
            renderer.setSeriesStroke(line, stroke(curve.style()));
            renderer.setSeriesVisibleInLegend(line, !fit);
            line++;
        }
        return renderer;
    }

    private static Color colour(int data) {
        return PALETTE[data % PALETTE.length];
    }

    private static BasicStroke stroke(Curve.Style style) {
        int cap = BasicStroke.CAP_BUTT;
        int join = BasicStroke.JOIN_ROUND;
        return switch (style) {
            case DATA -> new BasicStroke(2, cap, join);
            case REFERENCE -> new BasicStroke(1.5f, cap, join);
            case FIT -> new BasicStroke(1.5f, cap, join, 1, DASHES, 0);
            case GUIDE -> new BasicStroke(1.5f, cap, join, 1, DOTS, 0);
        };
    }

    private static Shape marker(int index) {
        return switch (index % 5) {
            case 0 -> new Ellipse2D.Double(-5.5, -5.5, 11, 11);
            case 1 -> new Rectangle2D.Double(-5, -5, 10, 10);
            case 2 -> polygon(0, -7, 6.5, 5, -6.5, 5);
            case 3 -> polygon(0, -7, 7, 0, 0, 7, -7, 0);
            default -> polygon(0, 7, 6.5, -5, -6.5, -5);
        };
    }

    private static Shape polygon(double... xy) {
        Path2D path = new Path2D.Double();
        path.moveTo(xy[0], xy[1]);
        for (int k = 2; k < xy.length; k += 2) {
            path.lineTo(xy[k], xy[k + 1]);
        }
        path.closePath();
        return path;
    }

    /** Draws markers, lines and error bars, and fills the markers of sampled points with white. */
    private static final class DataRenderer extends XYErrorRenderer {

        private static final long serialVersionUID = 1;

        private final transient List<Curve> curves;

        DataRenderer(List<Curve> curves) {
            this.curves = curves;
            setDrawXError(false);
            setDefaultLinesVisible(true);
            setUseFillPaint(true);
            setUseOutlinePaint(true);
            setDrawOutlines(true);
            setCapLength(8);
            setLegendLine(LEGEND_LINE);
            setLegendItemLabelGenerator(
                    (dataset, series) -> this.curves.get(series).name());
            for (int c = 0; c < curves.size(); c++) {
                setSeriesPaint(c, colour(c));
                setSeriesFillPaint(c, colour(c));
                setSeriesOutlinePaint(c, colour(c));
                setSeriesOutlineStroke(c, new BasicStroke(2));
                setSeriesShape(c, marker(c));
                setSeriesStroke(c, stroke(Curve.Style.DATA));
            }
        }

        @Override
        public Paint getItemFillPaint(int series, int item) {
            return curves.get(series).points().get(item).hollow() ? Color.WHITE : super.getItemFillPaint(series, item);
        }
    }

    /** Writes tick labels; JFreeChart asks for a NumberFormat. */
    private static final class TickFormat extends NumberFormat {

        private static final long serialVersionUID = 1;

        private final transient DoubleFunction<String> text;

        TickFormat(DoubleFunction<String> text) {
            this.text = text;
        }

        @Override
        public StringBuffer format(double number, StringBuffer target, FieldPosition position) {
            return target.append(text.apply(number));
        }

        @Override
        public StringBuffer format(long number, StringBuffer target, FieldPosition position) {
            return format((double) number, target, position);
        }

        @Override
        public Number parse(String source, ParsePosition position) {
            throw new IllegalStateException("tick labels are only written");
        }
    }
}
