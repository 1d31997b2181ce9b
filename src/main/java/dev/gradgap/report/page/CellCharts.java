package dev.gradgap.report.page;

import dev.gradgap.engine.Mode;
import dev.gradgap.engine.Operator;
import dev.gradgap.engine.Technology;
import dev.gradgap.report.ModelCost;
import dev.gradgap.report.page.Chart.Axis;
import dev.gradgap.report.page.Chart.Kind;
import dev.gradgap.report.page.Chart.Mark;
import dev.gradgap.report.page.Chart.Point;
import dev.gradgap.report.page.Chart.Series;
import dev.gradgap.report.page.Chart.Unit;
import dev.gradgap.results.Cell;
import dev.gradgap.results.Method;
import dev.gradgap.results.Status;
import dev.gradgap.statistics.Interval;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The charts in which every point is one row of cells.csv: a workload at a size with an engine. */
final class CellCharts {

    /** How many times the least size the largest is, at least, for a slope of theory to be drawn beside it. */
    private static final double GUIDED_OVER = 64;

    private final List<Cell> timed;
    private final List<Cell> derivatives;

    CellCharts(List<Cell> cells) {
        timed = cells.stream()
                .filter(cell -> cell.status() == Status.OK
                        && cell.time().map(Interval::estimate).orElse(0.0) > 0)
                .toList();
        derivatives = timed.stream()
                .filter(cell -> cell.operator() == Operator.GRADIENT || cell.operator() == Operator.JACOBIAN)
                .toList();
    }

    /** Time of a gradient or Jacobian against the number of inputs. */
    Chart time() {
        List<Series> series = new ArrayList<>(each(derivatives, Cell::time, Cell::inputs));
        byWorkload(derivatives).forEach((workload, cells) -> {
            primal(workload).ifPresent(series::add);
            guide(workload, cells, Mode.FORWARD, 2).ifPresent(series::add);
            guide(workload, cells, Mode.REVERSE, 1).ifPresent(series::add);
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

    /** The function itself in plain Java, or if it has no such form with an engine's numbers. */
    private Optional<Series> primal(String workload) {
        List<Cell> primals = timed.stream()
                .filter(cell ->
                        cell.operator() == Operator.PRIMAL && cell.workload().equals(workload))
                .toList();
        List<Cell> plain = primals.stream()
                .filter(cell -> cell.technology() == Technology.REFERENCE)
                .toList();
        List<Point> points = points(bySize(plain.isEmpty() ? primals : plain), Cell::time, Cell::inputs);
        return points.isEmpty()
                ? Optional.empty()
                : Optional.of(new Series("the function itself", workload, List.of(), Kind.REFERENCE, points));
    }

    /** Theory's slope beside a mode's largest point, a factor of four above it. */
    private static Optional<Series> guide(String workload, List<Cell> cells, Mode mode, int slope) {
        List<Cell> gradients = cells.stream()
                .filter(cell -> cell.mode() == mode && cell.operator() == Operator.GRADIENT)
                .toList();
        double least = gradients.stream().mapToInt(Cell::inputs).min().orElse(1);
        return gradients.stream()
                .max(Comparator.comparingInt(Cell::inputs).thenComparingDouble(CellCharts::nanoseconds))
                .filter(largest -> largest.inputs() >= GUIDED_OVER * least)
                .map(largest -> {
                    double n = largest.inputs();
                    double from = Math.max(n / GUIDED_OVER, Math.sqrt(least * n));
                    double nanos = 4 * nanoseconds(largest);
                    return new Series(
                            "theory: " + (slope == 2 ? "N²" : "N"),
                            workload,
                            List.of(),
                            Kind.GUIDE,
                            List.of(
                                    Charts.exact(from, nanos * Math.pow(from / n, slope)),
                                    Charts.exact(n, nanos)));
                });
    }

    /** Reverse gradient over primal against the number of inputs. */
    Chart costRatio() {
        List<Cell> reverse = derivatives.stream()
                .filter(cell -> cell.mode() == Mode.REVERSE
                        && cell.operator() == Operator.GRADIENT
                        && cell.ratioToPrimal().orElse(0) > 0)
                .toList();
        return new Chart(
                "cost-ratio",
                "Cost ratio: a reverse gradient over the function itself",
                "Shaded: theory's bound, 4 to 5 in operations and moves, whatever N (Griewank and Walther, Evaluating"
                        + " Derivatives, 2nd ed., sec. 4.4).",
                Charts.INPUTS,
                new Axis("reverse gradient / primal", Unit.RATIO),
                each(
                        reverse,
                        cell -> Optional.of(
                                Interval.unknown(cell.ratioToPrimal().getAsDouble())),
                        Cell::inputs),
                List.of(new Mark("theory's bound", 4, 5)));
    }

    /** Time against the operations visited. */
    Chart model() {
        List<Cell> counted =
                derivatives.stream().filter(cell -> visits(cell) > 0).toList();
        List<Series> series = new ArrayList<>(each(counted, Cell::time, CellCharts::visits));
        byWorkload(counted).forEach((workload, cells) -> slopeOne(workload, cells)
                .ifPresent(series::add));
        return new Chart(
                "model",
                "Model and measurement: operations visited against time",
                "Passes times operations are counted, not timed. Where the count explains the time, the points of an"
                        + " engine lie on one line of slope 1, forward and reverse alike.",
                new Axis("passes × operations", Unit.COUNT),
                new Axis("time", Unit.DURATION),
                series,
                List.of());
    }

    /** What the model says: a line above the dearest visits. */
    private static Optional<Series> slopeOne(String workload, List<Cell> cells) {
        double most = cells.stream().mapToDouble(CellCharts::visits).max().orElse(0);
        double from = Math.max(ModelCost.FITTED_FROM, Math.sqrt(most));
        double dearest = cells.stream()
                .filter(cell -> visits(cell) >= ModelCost.FITTED_FROM)
                .mapToDouble(cell -> nanoseconds(cell) / visits(cell))
                .max()
                .orElse(0);
        return most < 10 * from
                ? Optional.empty()
                : Optional.of(new Series(
                        "model: slope 1",
                        workload,
                        List.of(),
                        Kind.GUIDE,
                        List.of(Charts.exact(from, 4 * dearest * from), Charts.exact(most, 4 * dearest * most))));
    }

    /** As a floating-point number, since it may be beyond 2^63. */
    private static double visits(Cell cell) {
        return (double) cell.passes().orElse(0) * cell.operations().orElse(0);
    }

    private static double nanoseconds(Cell cell) {
        return cell.time().orElseThrow().estimate();
    }

    /** Heap held per operation against the number of inputs. */
    Chart memory() {
        List<Cell> held = derivatives.stream()
                .filter(cell ->
                        cell.liveBytes().orElse(0) > 0 && cell.operations().orElse(0) > 0)
                .toList();
        return new Chart(
                "memory",
                "Memory per operation",
                "Heap that the prepared engine holds after a gradient, over the operations of the graph: what grows with"
                        + " the graph is a level line.",
                Charts.INPUTS,
                new Axis("bytes per operation", Unit.BYTES),
                each(
                        held,
                        cell -> Optional.of(
                                Interval.unknown((double) cell.liveBytes().getAsLong()
                                        / cell.operations().getAsLong())),
                        Cell::inputs),
                List.of());
    }

    /** A series for each workload and engine. Reverse engines come first, as in the plots. */
    private static List<Series> each(
            List<Cell> cells, Function<Cell, Optional<Interval>> y, Function<Cell, ? extends Number> x) {
        List<Series> series = new ArrayList<>();
        for (Predicate<Cell> wanted :
                List.<Predicate<Cell>>of(cell -> cell.mode() == Mode.REVERSE, cell -> cell.mode() == Mode.FORWARD)) {
            cells.stream()
                    .filter(wanted)
                    .collect(Collectors.groupingBy(
                            cell -> List.of(cell.workload(), cell.engine()), LinkedHashMap::new, Collectors.toList()))
                    .forEach((key, group) -> series.add(new Series(
                            key.get(1), key.get(0), key.subList(1, 2), Kind.DATA, points(bySize(group), y, x))));
        }
        return series;
    }

    private static Map<String, List<Cell>> byWorkload(List<Cell> cells) {
        return cells.stream().collect(Collectors.groupingBy(Cell::workload, LinkedHashMap::new, Collectors.toList()));
    }

    /** Ascending; where a size was both measured and sampled, the measured one. */
    private static List<Cell> bySize(List<Cell> cells) {
        return List.copyOf(cells.stream()
                .sorted(Comparator.comparingInt(Cell::inputs))
                .collect(Collectors.toMap(
                        Cell::inputs, Function.identity(), Cell::wholeBeforeSampled, LinkedHashMap::new))
                .values());
    }

    private static List<Point> points(
            List<Cell> cells, Function<Cell, Optional<Interval>> y, Function<Cell, ? extends Number> x) {
        return cells.stream()
                .map(cell -> new Point(
                        x.apply(cell).doubleValue(),
                        y.apply(cell).orElseThrow(),
                        cell.method().equals(Optional.of(Method.SAMPLED))))
                .toList();
    }
}
