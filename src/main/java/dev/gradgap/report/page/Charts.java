package dev.gradgap.report.page;

import dev.gradgap.report.finding.Measured;
import dev.gradgap.report.finding.MemoryCost;
import dev.gradgap.report.finding.ModelCost;
import dev.gradgap.report.page.Chart.Axis;
import dev.gradgap.report.page.Chart.Unit;
import dev.gradgap.results.RunResults;
import java.util.List;

/** The charts with logarithmic axes, from the results of a run. */
final class Charts {

    static final Axis INPUTS = new Axis("inputs N", Unit.COUNT);

    private Charts() {}

    /** All charts, in the order in which they are read; one may have no data. */
    static List<Chart> of(RunResults results) {
        Measured measured = Measured.of(results);
        return List.of(
                GradientCharts.time(measured),
                PairCharts.gap(measured.gaps()),
                GradientCharts.costRatio(measured),
                CostCharts.model(ModelCost.of(results)),
                CostCharts.memory(MemoryCost.of(results)),
                PairCharts.breakEven(results.breakEvens()));
    }
}
