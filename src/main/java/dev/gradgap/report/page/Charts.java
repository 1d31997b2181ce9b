package dev.gradgap.report.page;

import dev.gradgap.report.page.Chart.Axis;
import dev.gradgap.report.page.Chart.Point;
import dev.gradgap.report.page.Chart.Unit;
import dev.gradgap.results.RunResults;
import dev.gradgap.statistics.Interval;
import java.util.List;

/** The charts with logarithmic axes, from the results of a run. */
final class Charts {

    static final Axis INPUTS = new Axis("inputs N", Unit.COUNT);

    private Charts() {}

    /** All charts, in the order in which they are read; one may have no data. */
    static List<Chart> of(RunResults results) {
        CellCharts cells = new CellCharts(results.cells());
        return List.of(
                cells.time(),
                PairCharts.gap(results.gaps()),
                cells.costRatio(),
                cells.model(),
                cells.memory(),
                PairCharts.breakEven(results.breakEvens()));
    }

    /** A point of a line, without an interval. */
    static Point exact(double x, double y) {
        return new Point(x, Interval.unknown(y), false);
    }
}
