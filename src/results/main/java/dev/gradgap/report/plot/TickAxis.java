package dev.gradgap.report.plot;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.axis.TickType;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;

/** A logarithmic axis with its ticks where it is told; JFreeChart's own stand at powers of its base alone. */
final class TickAxis extends LogAxis {

    private static final long serialVersionUID = 1;

    private final transient List<Tick> ticks;

    /**
     * An axis from low to high.
     *
     * @param label what it shows, with the unit unless the ticks have it
     * @param low positive
     * @param high greater than low
     */
    TickAxis(String label, double low, double high, List<Tick> ticks) {
        super(label);
        this.ticks = List.copyOf(ticks);
        setSmallestValue(Double.MIN_NORMAL);
        setRange(low, high);
        setMinorTickMarksVisible(false);
        PlotPage.style(this);
    }

    @Override
    public List<NumberTick> refreshTicks(
            Graphics2D graphics, AxisState state, Rectangle2D dataArea, RectangleEdge edge) {
        TextAnchor anchor = RectangleEdge.isTopOrBottom(edge) ? TextAnchor.TOP_CENTER : TextAnchor.CENTER_RIGHT;
        return ticks.stream()
                .map(tick -> new NumberTick(TickType.MAJOR, tick.value(), tick.label(), anchor, anchor, 0))
                .toList();
    }
}
