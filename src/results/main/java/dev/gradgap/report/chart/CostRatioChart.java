package dev.gradgap.report.chart;

import static dev.gradgap.report.chart.Charts.grouped;
import static dev.gradgap.report.finding.Measured.bySize;
import static dev.gradgap.report.finding.Measured.distinct;

import dev.gradgap.engine.Mode;
import dev.gradgap.engine.Operator;
import dev.gradgap.report.chart.Chart.Axis;
import dev.gradgap.report.chart.Chart.Kind;
import dev.gradgap.report.chart.Chart.Mark;
import dev.gradgap.report.chart.Chart.Series;
import dev.gradgap.report.chart.Chart.Unit;
import dev.gradgap.report.finding.DataPoint;
import dev.gradgap.report.finding.Measured;
import dev.gradgap.report.finding.Theory;
import dev.gradgap.results.Cell;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Reverse gradient over primal against the number of inputs, beside the bound of theory: a plot for each technology. */
final class CostRatioChart {

    private CostRatioChart() {}

    static ChartSet of(Measured measured) {
        List<Cell> reverse = measured.derivatives(cell -> cell.mode() == Mode.REVERSE
                && cell.operator() == Operator.GRADIENT
                && cell.timing().ratioToPrimal().orElse(0) > 0);
        Chart whole = new Chart(
                "cost-ratio",
                "Cost ratio: a reverse gradient over the function itself",
                "Shaded: theory's bound, 4 to 5 in operations and moves, whatever N (Griewank and Walther, Evaluating"
                        + " Derivatives, 2nd ed., sec. 4.4).",
                Chart.INPUTS,
                new Axis("time of reverse gradient / time of primal", Unit.RATIO),
                series(reverse, Cell::engine),
                List.of(new Mark("theory's bound", Theory.BOUND_LOW, Theory.BOUND_HIGH)));
        List<Chart> plots = new ArrayList<>();
        grouped(reverse, Cell::technology).forEach((technology, cells) -> {
            boolean oneEngine = distinct(cells, Cell::engine).size() == 1;
            plots.add(whole.with(
                    "cost-ratio-" + technology.label(),
                    "Reverse gradient over primal, " + technology.label(),
                    series(cells, cell -> cell.workload() + (oneEngine ? "" : ", " + cell.engine()))));
        });
        return new ChartSet(whole, plots);
    }

    private static List<Series> series(List<Cell> cells, Function<Cell, String> name) {
        return grouped(cells, cell -> List.of(cell.workload(), cell.engine())).values().stream()
                .map(ofEngine -> new Series(
                        name.apply(ofEngine.get(0)),
                        ofEngine.get(0).workload(),
                        List.of(ofEngine.get(0).engine()),
                        Kind.DATA,
                        bySize(ofEngine).stream()
                                .map(cell -> DataPoint.of(
                                        cell.inputs(),
                                        cell.timing().ratioToPrimal().getAsDouble()))
                                .toList()))
                .toList();
    }
}
