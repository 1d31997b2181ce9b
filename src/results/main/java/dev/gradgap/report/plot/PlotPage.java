package dev.gradgap.report.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.font.FontRenderContext;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.block.GridArrangement;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;

/** What all plots have in common: fonts, margins, grid, the place of title, explanation and legend. */
final class PlotPage {

    private static final int LEGEND_WIDTH = 1160;
    private static final int LEGEND_SYMBOL = 36;
    private static final int LEGEND_GAP = 30;
    private static final int LONGEST_NAME = 60;
    private static final int MOST_NAMES = 48;

    private PlotPage() {}

    /** The page of a plot, with a legend below of what the plot has legend items for. */
    static JFreeChart of(String title, String explanation, XYPlot plot) {
        plot.setBackgroundPaint(Color.WHITE);
        plot.setDomainGridlinePaint(Palette.GRID);
        plot.setRangeGridlinePaint(Palette.GRID);
        plot.setDomainGridlineStroke(new BasicStroke(1));
        plot.setRangeGridlineStroke(new BasicStroke(1));
        plot.setOutlinePaint(Palette.GREY);
        plot.setOutlineStroke(new BasicStroke(1));
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);

        JFreeChart chart = new JFreeChart(printable(title), font(Font.BOLD, 22), plot, false);
        chart.setBackgroundPaint(Color.WHITE);
        chart.setPadding(new RectangleInsets(12, 12, 12, 24));
        TextTitle subtitle = new TextTitle(explanation, font(Font.PLAIN, 15));
        subtitle.setPaint(Palette.GREY);
        subtitle.setPadding(0, 0, 8, 0);
        chart.addSubtitle(subtitle);
        chart.addLegend(legend(plot));
        return chart;
    }

    static Font font(int style, int size) {
        return new Font(Font.SANS_SERIF, style, size);
    }

    /** The fonts of an axis. */
    static void style(ValueAxis axis) {
        axis.setLabelFont(font(Font.PLAIN, 17));
        axis.setTickLabelFont(font(Font.PLAIN, 15));
    }

    /** Names come from users: none may push the plot off its page or hold what XML cannot. */
    static String printable(String text) {
        String clean = text.replaceAll("\\p{Cntrl}", " ");
        return clean.codePointCount(0, clean.length()) <= LONGEST_NAME
                ? clean
                : clean.substring(0, clean.offsetByCodePoints(0, LONGEST_NAME - 1)) + "…";
    }

    /** The items, with the number of the others in place of those that would fill the page. */
    private static LegendItemCollection shortened(LegendItemCollection items) {
        int more = items.getItemCount() - MOST_NAMES;
        if (more <= 0) {
            return items;
        }
        LegendItemCollection shown = new LegendItemCollection();
        for (int k = 0; k < MOST_NAMES; k++) {
            shown.add(items.get(k));
        }
        shown.add(new LegendItem("and " + more + " more", new Color(0, true)));
        return shown;
    }

    /** The legend items in columns, as many as fit. */
    private static LegendTitle legend(XYPlot plot) {
        Font font = font(Font.PLAIN, 15);
        FontRenderContext context = new FontRenderContext(null, true, true);
        LegendItemCollection items = shortened(plot.getLegendItems());
        double widest = 0;
        for (int k = 0; k < items.getItemCount(); k++) {
            widest = Math.max(
                    widest,
                    font.getStringBounds(items.get(k).getLabel(), context).getWidth());
        }
        int most = Math.max(1, (int) (LEGEND_WIDTH / (widest + LEGEND_SYMBOL + LEGEND_GAP)));
        int rows = Math.max(1, (items.getItemCount() + most - 1) / most);
        GridArrangement grid = new GridArrangement(rows, (items.getItemCount() + rows - 1) / rows);
        LegendTitle legend = new LegendTitle(() -> items, grid, grid);
        legend.setItemFont(font);
        legend.setPosition(RectangleEdge.BOTTOM);
        legend.setItemLabelPadding(new RectangleInsets(3, 4, 3, 14));
        legend.setMargin(8, 0, 0, 0);
        return legend;
    }
}
