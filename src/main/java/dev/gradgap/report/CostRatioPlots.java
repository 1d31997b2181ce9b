package dev.gradgap.report;

import static dev.gradgap.report.Measured.distinct;

import dev.gradgap.engine.Mode;
import dev.gradgap.engine.Operator;
import dev.gradgap.engine.Technology;
import dev.gradgap.report.Curve.Point;
import dev.gradgap.report.Curve.Style;
import dev.gradgap.results.Cell;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/** Reverse gradient over primal against the number of inputs, beside the bound of theory: a plot for each technology. */
final class CostRatioPlots {

    private static final double BOUND_LOW = 4; // Griewank and Walther, Evaluating Derivatives, 2nd ed., sec. 4.4
    private static final double BOUND_HIGH = 5;

    private CostRatioPlots() {}

    static void add(Plots plots, Measured measured) {
        for (Technology technology : distinct(measured.cells(), Cell::technology)) {
            plots.add("cost-ratio-" + technology.label(), curves(measured, technology), curves -> new LogLogPlot(
                            "Reverse gradient over primal, " + technology.label(),
                            "shaded: the bound of theory, 4 to 5 in operations and memory moves",
                            "time of reverse gradient / time of primal",
                            Ticks::ratios,
                            curves)
                    .band(BOUND_LOW, BOUND_HIGH));
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
