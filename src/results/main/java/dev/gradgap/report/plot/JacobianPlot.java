package dev.gradgap.report.plot;

import dev.gradgap.engine.Mode;
import dev.gradgap.report.chart.GapChart;
import dev.gradgap.report.finding.JacobianMap;
import dev.gradgap.report.finding.JacobianMap.Crossing;
import dev.gradgap.report.finding.JacobianMap.Point;
import dev.gradgap.results.Method;
import dev.gradgap.statistics.Interval;
import dev.gradgap.text.Numbers;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.PaintScale;
import org.jfree.chart.renderer.xy.XYBlockRenderer;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.DefaultXYZDataset;
import org.jfree.data.xy.YIntervalSeries;
import org.jfree.data.xy.YIntervalSeriesCollection;

/**
 * A heat map over inputs and outputs: the colour says which mode is faster, its depth and the number by how much, the line
 * where they change places. Measured numbers stand at equal distances; the line is interpolated on their logarithms.
 */
final class JacobianPlot implements Plot {

    private static final Color LINE = Color.BLACK;

    /** Where the letters of a field begin and how far from its middle they stand, in fields: beside the line, not on it. */
    private static final double TEXT_LEFT = 0.45;

    private static final double TEXT_OFFSET = 0.16;

    private final JacobianMap map;
    private final List<Integer> inputs;
    private final List<Integer> outputs;

    JacobianPlot(JacobianMap map) {
        this.map = map;
        inputs = map.inputs();
        outputs = map.outputs();
    }

    @Override
    public JFreeChart chart() {
        DivergingScale scale = scale();
        XYPlot plot = new XYPlot(fields(), axis("inputs n", inputs), axis("outputs m", outputs), blocks(scale));
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinesVisible(false);
        plot.setDataset(1, line());
        plot.setRenderer(1, lineRenderer());
        plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
        map.points().forEach(point -> label(plot, point, scale));
        plot.setFixedLegendItems(legend());
        return PlotPage.of(
                "Jacobian of " + map.family() + ", "
                        + GapChart.pair(map.technology(), map.forwardEngine(), map.reverseEngine()),
                "how many times as fast the faster mode is; either: the 95 % interval contains 1; slanted: sampled",
                plot);
    }

    private static SymbolAxis axis(String label, List<Integer> sizes) {
        SymbolAxis axis =
                new SymbolAxis(label, sizes.stream().map(Numbers::size).toArray(String[]::new));
        axis.setGridBandsVisible(false);
        axis.setRange(-0.5, sizes.size() - 0.5);
        PlotPage.style(axis);
        return axis;
    }

    /** Both coordinates are the places of the numbers on their axes, z the logarithm of forward over reverse time. */
    private DefaultXYZDataset fields() {
        double[][] xyz = new double[3][map.points().size()];
        for (int k = 0; k < map.points().size(); k++) {
            Point point = map.points().get(k);
            xyz[0][k] = inputs.indexOf(point.inputs());
            xyz[1][k] = outputs.indexOf(point.outputs());
            xyz[2][k] = Math.log(point.ratio().estimate());
        }
        DefaultXYZDataset dataset = new DefaultXYZDataset();
        dataset.addSeries("fields", xyz);
        return dataset;
    }

    private DivergingScale scale() {
        return new DivergingScale(map.points().stream()
                .mapToDouble(point -> Math.abs(Math.log(point.ratio().estimate())))
                .max()
                .orElse(0));
    }

    private static XYBlockRenderer blocks(PaintScale scale) {
        XYBlockRenderer renderer = new XYBlockRenderer();
        renderer.setPaintScale(scale);
        renderer.setBlockWidth(0.97);
        renderer.setBlockHeight(0.97);
        return renderer;
    }

    private void label(XYPlot plot, Point point, DivergingScale scale) {
        Color ink = scale.ink(Math.log(point.ratio().estimate()));
        int style = point.method() == Method.SAMPLED ? Font.ITALIC : Font.PLAIN;
        double x = inputs.indexOf(point.inputs()) - TEXT_LEFT;
        int y = outputs.indexOf(point.outputs());
        plot.addAnnotation(text(x, y + TEXT_OFFSET, Numbers.plain(point.advantage()), Font.BOLD | style, 16, ink));
        plot.addAnnotation(
                text(x, y - TEXT_OFFSET, point.faster().map(Mode::label).orElse("either"), style, 13, ink));
    }

    private static XYTextAnnotation text(double x, double y, String text, int style, int size, Color ink) {
        XYTextAnnotation annotation = new XYTextAnnotation(text, x, y);
        annotation.setFont(PlotPage.font(style, size));
        annotation.setPaint(ink);
        annotation.setTextAnchor(TextAnchor.CENTER_LEFT);
        return annotation;
    }

    /** A series for each stretch of neighbouring inputs that have a crossing within the measured outputs. */
    private YIntervalSeriesCollection line() {
        YIntervalSeriesCollection dataset = new YIntervalSeriesCollection();
        boolean joined = false;
        for (Crossing crossing : map.crossings()) {
            if (crossing.outputs().at().isEmpty()) {
                joined = false;
                continue;
            }
            if (!joined) {
                dataset.addSeries(new YIntervalSeries(dataset.getSeriesCount()));
                joined = true;
            }
            Interval at = crossing.outputs().at().get();
            double y = place(at.estimate());
            dataset.getSeries(dataset.getSeriesCount() - 1)
                    .add(
                            inputs.indexOf(crossing.inputs()),
                            y,
                            at.isKnown() ? place(at.low()) : y,
                            at.isKnown() ? place(at.high()) : y);
        }
        return dataset;
    }

    /** Where a number of outputs, from the least to the most measured, lies on the axis. */
    private double place(double m) {
        int above = 1;
        while (above < outputs.size() - 1 && outputs.get(above) < m) {
            above++;
        }
        double low = Math.log(outputs.get(above - 1));
        double high = Math.log(outputs.get(above));
        return above - 1 + (Math.log(m) - low) / (high - low);
    }

    private static XYErrorRenderer lineRenderer() {
        XYErrorRenderer renderer = new XYErrorRenderer();
        renderer.setDrawXError(false);
        renderer.setDefaultLinesVisible(true);
        renderer.setAutoPopulateSeriesPaint(false);
        renderer.setAutoPopulateSeriesShape(false);
        renderer.setAutoPopulateSeriesStroke(false);
        renderer.setDefaultPaint(LINE);
        renderer.setDefaultStroke(new BasicStroke(2.5f));
        renderer.setDefaultShape(Palette.marker(0));
        renderer.setErrorStroke(new BasicStroke(1.5f));
        renderer.setErrorPaint(LINE);
        return renderer;
    }

    private static LegendItemCollection legend() {
        Rectangle2D square = new Rectangle2D.Double(-8, -8, 16, 16);
        LegendItemCollection items = new LegendItemCollection();
        for (Mode mode : Mode.values()) {
            items.add(new LegendItem(mode.label() + " mode is faster", null, null, null, square, Palette.colour(mode)));
        }
        items.add(new LegendItem(
                "same time, 95 % interval",
                null, null, null, new Line2D.Double(-18, 0, 18, 0), new BasicStroke(2.5f), LINE));
        return items;
    }
}
