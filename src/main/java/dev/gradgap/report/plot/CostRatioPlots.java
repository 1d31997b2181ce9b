package dev.gradgap.report.plot;

import static dev.gradgap.report.finding.Measured.distinct;

import dev.gradgap.engine.Mode;
import dev.gradgap.engine.Operator;
import dev.gradgap.engine.Technology;
import dev.gradgap.report.finding.Measured;
import dev.gradgap.report.finding.Point;
import dev.gradgap.report.finding.Theory;
import dev.gradgap.report.plot.Curve.Style;
import dev.gradgap.results.Cell;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/** Reverse gradient over primal against the number of inputs, beside the bound of theory: a plot for each technology. */
final class CostRatioPlots {

    private CostRatioPlots() {}

    static void add(Plots plots, Measured measured) {
        for (Technology technology : distinct(measured.cells(), Cell::technology)) {
            plots.add("cost-ratio-" + technology.label(), curves(measured, technology), curves -> new LogLogPlot(
                            "Reverse gradient over primal, " + technology.label(),
                            "shaded: the bound of theory, 4 to 5 in operations and memory moves",
                            "time of reverse gradient / time of primal",
                            Ticks::ratios,
                            curves)
                    .band(Theory.BOUND_LOW, Theory.BOUND_HIGH));
        }
    }

    private static List<Curve> curves(Measured measured, Technology technology) {
        List<Cell> reverse = measured.derivatives(cell -> cell.technology() == technology
                && cell.mode() == Mode.REVERSE
                && cell.operator() == Operator.GRADIENT
                && cell.ratioToPrimal().orElse(0) > 0);
        boolean oneEngine = distinct(reverse, Cell::engine).size() == 1;
        Function<Cell, String> name = cell -> cell.workload() + (oneEngine ? "" : ", " + cell.engine());
        return distinct(reverse, name).stream()
                .map(curve -> new Curve(
                        curve,
                        Style.DATA,
                        reverse.stream()
                                .filter(cell -> name.apply(cell).equals(curve))
                                .sorted(Comparator.comparingInt(Cell::inputs))
                                .map(cell -> Point.of(
                                        cell.inputs(), cell.ratioToPrimal().getAsDouble()))
                                .toList()))
                .toList();
    }
}
