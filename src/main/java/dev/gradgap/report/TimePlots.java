package dev.gradgap.report;

import static dev.gradgap.report.Measured.distinct;
import static dev.gradgap.report.Measured.ofMode;
import static dev.gradgap.report.Measured.points;
import static dev.gradgap.report.Measured.time;

import dev.gradgap.engine.Mode;
import dev.gradgap.engine.Operator;
import dev.gradgap.engine.Technology;
import dev.gradgap.report.Curve.Point;
import dev.gradgap.report.Curve.Style;
import dev.gradgap.results.Cell;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Time of a gradient, or Jacobian, against the number of inputs: a plot for each workload and technology. */
final class TimePlots {

    private final Measured measured;

    private TimePlots(Measured measured) {
        this.measured = measured;
    }

    static void add(Plots plots, Measured measured) {
        TimePlots time = new TimePlots(measured);
        for (String workload : distinct(measured.cells(), Cell::workload)) {
            String derivatives = measured.hasJacobian(workload) ? "Jacobian" : "gradient";
            for (Technology technology : distinct(measured.cells(), Cell::technology)) {
                plots.add(
                        "time-" + workload + "-" + technology.label(),
                        time.curves(workload, technology),
                        curves -> new LogLogPlot(
                                workload + ": time of a " + derivatives + ", " + technology.label(),
                                "filled: measured; hollow: sampled passes scaled to all; bars: 95 % intervals",
                                "time of a " + derivatives,
                                Ticks::durations,
                                curves));
            }
        }
    }

    private List<Curve> curves(String workload, Technology technology) {
        List<Cell> timed =
                measured.derivatives(cell -> cell.workload().equals(workload) && cell.technology() == technology);
        List<Curve> curves = new ArrayList<>();
        // Reverse first, then scalar forward, as planned: the same colours in every plot.
        for (Mode mode : List.of(Mode.REVERSE, Mode.FORWARD)) {
            for (String engine : distinct(ofMode(timed, mode), Cell::engine)) {
                curves.add(new Curve(
                        engine, Style.DATA, points(timed, cell -> cell.engine().equals(engine))));
            }
        }
        int largest = timed.stream().mapToInt(Cell::inputs).max().orElse(0);
        List<Point> primal =
                primal(workload).stream().filter(point -> point.x() <= largest).toList();
        if (!primal.isEmpty()) {
            curves.add(new Curve("primal", Style.REFERENCE, primal));
        }
        guide(timed, Mode.FORWARD, 2).ifPresent(curves::add);
        if (!measured.hasJacobian(workload)) { // whose reverse sweeps are as many as its outputs
            guide(timed, Mode.REVERSE, 1).ifPresent(curves::add);
        }
        return curves;
    }

    private List<Point> primal(String workload) {
        List<Cell> primal = measured.cells().stream()
                .filter(cell -> cell.workload().equals(workload) && cell.operator() == Operator.PRIMAL)
                .toList();
        List<Cell> plain = primal.stream()
                .filter(cell -> cell.technology() == Technology.REFERENCE)
                .toList();
        return points(plain.isEmpty() ? primal : plain, cell -> true);
    }

    /** What theory says beside the largest point of a mode: a line of a slope, a factor of four above. */
    private static Optional<Curve> guide(List<Cell> timed, Mode mode, int slope) {
        List<Cell> cells = ofMode(timed, mode);
        Optional<Cell> largest = cells.stream()
                .max(Comparator.comparingInt(Cell::inputs)
                        .thenComparing(cell -> time(cell).estimate()));
        double from = cells.stream().mapToInt(Cell::inputs).min().orElse(1);
        if (largest.isEmpty() || largest.get().inputs() < 64 * from) {
            return Optional.empty();
        }
        double n = largest.get().inputs();
        double y = 4 * time(largest.get()).estimate();
        double start = Math.max(n / 64, Math.sqrt(from * n)); // leaves room for its name
        return Optional.of(new Curve(
                slope == 1 ? "theory: N" : "theory: N²",
                Style.GUIDE,
                List.of(Point.of(start, y * Math.pow(start / n, slope)), Point.of(n, y))));
    }
}
