package dev.gradgap.report.plot;

import dev.gradgap.report.chart.Chart.Kind;
import dev.gradgap.report.chart.Chart.Series;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Paint;
import java.util.List;
import org.jfree.chart.renderer.xy.XYErrorRenderer;

/** Draws the markers, lines and error bars of measured curves; the markers of sampled points are filled with white. */
final class DataRenderer extends XYErrorRenderer {

    private static final long serialVersionUID = 1;

    private final transient List<Series> curves;

    /**
     * A renderer.
     *
     * @param curves the series of the dataset, in its order
     */
    DataRenderer(List<Series> curves) {
        this.curves = curves;
        setDrawXError(false);
        setDefaultLinesVisible(true);
        setUseFillPaint(true);
        setUseOutlinePaint(true);
        setDrawOutlines(true);
        setCapLength(8);
        for (int c = 0; c < curves.size(); c++) {
            setSeriesPaint(c, Palette.colour(c));
            setSeriesFillPaint(c, Palette.colour(c));
            setSeriesOutlinePaint(c, Palette.colour(c));
            setSeriesOutlineStroke(c, new BasicStroke(2));
            setSeriesShape(c, Palette.marker(c));
            setSeriesStroke(c, Palette.stroke(Kind.DATA));
            setSeriesLinesVisible(c, curves.get(c).kind() == Kind.DATA);
        }
    }

    @Override
    public Paint getItemFillPaint(int series, int item) {
        return curves.get(series).points().get(item).hollow() ? Color.WHITE : super.getItemFillPaint(series, item);
    }
}
