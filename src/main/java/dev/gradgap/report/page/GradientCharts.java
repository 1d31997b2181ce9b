package dev.gradgap.report.page;

import dev.gradgap.engine.Mode;
import dev.gradgap.engine.Operator;
import dev.gradgap.report.finding.Measured;
import dev.gradgap.report.finding.Point;
import dev.gradgap.report.finding.Theory;
import dev.gradgap.report.page.Chart.Axis;
import dev.gradgap.report.page.Chart.Kind;
import dev.gradgap.report.page.Chart.Mark;
import dev.gradgap.report.page.Chart.Series;
import dev.gradgap.report.page.Chart.Unit;
import dev.gradgap.results.Cell;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The charts of gradients and Jacobians against the number of inputs. */
final class GradientCharts {

    private GradientCharts() {}

    /** Time of a gradient or Jacobian. */
    static Chart time(Measured measured) {
        List<Cell> timed = measured.derivatives(cell -> true);
        List<Series> series = new ArrayList<>(each(timed, Point::time));
        Map<String, List<Cell>> byWorkload =
                timed.stream().collect(Collectors.groupingBy(Cell::workload, LinkedHashMap::new, Collectors.toList()));
        byWorkload.forEach((workload, cells) -> {
            List<Point> primal =
                    measured.primal(workload).stream().map(Point::time).toList();
            if (!primal.isEmpty()) {
                series.add(new Series("the function itself", workload, List.of(), Kind.REFERENCE, primal));
            }
            guide(Mode.FORWARD, workload, cells).ifPresent(series::add);
            if (!measured.hasJacobian(workload)) { // whose reverse sweeps are as many as its outputs
                guide(Mode.REVERSE, workload, cells).ifPresent(series::add);
            }
        });
        return new Chart(
                "time",
                "Time of all derivatives",
                "Filled points were measured whole, hollow ones scaled from a sample of their passes; bars are 95 %"
                        + " intervals. Dotted: theory's slopes, N² for forward mode and N for reverse mode.",
                Charts.INPUTS,
                new Axis("time", Unit.DURATION),
                series,
                List.of());
    }

    private static Optional<Series> guide(Mode mode, String workload, List<Cell> cells) {
        return Theory.slope(mode, cells)
                .map(line -> new Series(Theory.slopeName(mode), workload, List.of(), Kind.GUIDE, line));
    }

    /** Reverse gradient over primal. */
    static Chart costRatio(Measured measured) {
        List<Cell> reverse = measured.derivatives(cell -> cell.mode() == Mode.REVERSE
                && cell.operator() == Operator.GRADIENT
                && cell.ratioToPrimal().orElse(0) > 0);
        return new Chart(
                "cost-ratio",
                "Cost ratio: a reverse gradient over the function itself",
                "Shaded: theory's bound, 4 to 5 in operations and moves, whatever N (Griewank and Walther, Evaluating"
                        + " Derivatives, 2nd ed., sec. 4.4).",
                Charts.INPUTS,
                new Axis("reverse gradient / primal", Unit.RATIO),
                each(
                        reverse,
                        cell -> Point.of(cell.inputs(), cell.ratioToPrimal().getAsDouble())),
                List.of(new Mark("theory's bound", Theory.BOUND_LOW, Theory.BOUND_HIGH)));
    }

    /** A series for each workload and engine. Reverse engines come first, as in the plots. */
    private static List<Series> each(List<Cell> cells, Function<Cell, Point> point) {
        List<Series> series = new ArrayList<>();
        for (Mode mode : List.of(Mode.REVERSE, Mode.FORWARD)) {
            Measured.ofMode(cells, mode).stream()
                    .collect(Collectors.groupingBy(
                            cell -> List.of(cell.workload(), cell.engine()), LinkedHashMap::new, Collectors.toList()))
                    .forEach((key, group) -> series.add(new Series(
                            key.get(1),
                            key.get(0),
                            key.subList(1, 2),
                            Kind.DATA,
                            Measured.bySize(group).stream().map(point).toList())));
        }
        return series;
    }
}
