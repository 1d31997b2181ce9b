package dev.gradgap.report.plot;

import static dev.gradgap.report.finding.Measured.bySize;
import static dev.gradgap.report.finding.Measured.distinct;
import static dev.gradgap.report.finding.Measured.ofMode;

import dev.gradgap.engine.Mode;
import dev.gradgap.engine.Technology;
import dev.gradgap.report.finding.Measured;
import dev.gradgap.report.finding.Point;
import dev.gradgap.report.finding.Theory;
import dev.gradgap.report.plot.Curve.Style;
import dev.gradgap.results.Cell;
import java.util.ArrayList;
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
                List<Cell> ofEngine = timed.stream()
                        .filter(cell -> cell.engine().equals(engine))
                        .toList();
                curves.add(new Curve(engine, Style.DATA, times(ofEngine)));
            }
        }
        int largest = timed.stream().mapToInt(Cell::inputs).max().orElse(0);
        List<Point> primal = times(measured.primal(workload)).stream()
                .filter(point -> point.x() <= largest)
                .toList();
        if (!primal.isEmpty()) {
            curves.add(new Curve("primal", Style.REFERENCE, primal));
        }
        guide(Mode.FORWARD, timed).ifPresent(curves::add);
        if (!measured.hasJacobian(workload)) { // whose reverse sweeps are as many as its outputs
            guide(Mode.REVERSE, timed).ifPresent(curves::add);
        }
        return curves;
    }

    private static List<Point> times(List<Cell> cells) {
        return bySize(cells).stream().map(Point::time).toList();
    }

    private static Optional<Curve> guide(Mode mode, List<Cell> timed) {
        return Theory.slope(mode, timed).map(line -> new Curve(Theory.slopeName(mode), Style.GUIDE, line));
    }
}
