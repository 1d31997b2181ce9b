package dev.gradgap.report.chart;

import static dev.gradgap.report.chart.Charts.grouped;
import static dev.gradgap.report.finding.Measured.bySize;
import static dev.gradgap.report.finding.Measured.ofMode;

import dev.gradgap.engine.Mode;
import dev.gradgap.report.chart.Chart.Axis;
import dev.gradgap.report.chart.Chart.Kind;
import dev.gradgap.report.chart.Chart.Series;
import dev.gradgap.report.chart.Chart.Unit;
import dev.gradgap.report.finding.DataPoint;
import dev.gradgap.report.finding.Measured;
import dev.gradgap.report.finding.Theory;
import dev.gradgap.results.Cell;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Time of a gradient or Jacobian against the number of inputs: a plot for each workload and technology. */
final class TimeChart {

    private final Measured measured;

    private TimeChart(Measured measured) {
        this.measured = measured;
    }

    static ChartSet of(Measured measured) {
        TimeChart time = new TimeChart(measured);
        Map<String, List<Cell>> byWorkload = grouped(measured.derivatives(cell -> true), Cell::workload);
        Chart whole = new Chart(
                "time",
                "Time of all derivatives",
                "Filled points were measured whole, hollow ones scaled from a sample of their passes; bars are 95 %"
                        + " intervals. Dotted: theory's slopes, N² for forward mode and N for reverse mode.",
                Chart.INPUTS,
                new Axis("time of all derivatives", Unit.DURATION),
                byWorkload.entrySet().stream()
                        .flatMap(cells -> time.series(cells.getKey(), cells.getValue()).stream())
                        .toList(),
                List.of());
        List<Chart> plots = new ArrayList<>();
        byWorkload.forEach((workload, cells) -> {
            String derivatives = measured.hasJacobian(workload) ? "Jacobian" : "gradient";
            grouped(cells, Cell::technology)
                    .forEach((technology, some) -> plots.add(whole.with(
                            "time-" + workload + "-" + technology.label(),
                            workload + ": time of a " + derivatives + ", " + technology.label(),
                            time.series(workload, some))));
        });
        return new ChartSet(whole, plots);
    }

    private List<Series> series(String workload, List<Cell> timed) {
        // Reverse first, then forward, as planned: the same colours in every plot.
        Stream<Series> engines = Stream.of(Mode.REVERSE, Mode.FORWARD)
                .flatMap(mode -> grouped(ofMode(timed, mode), Cell::engine).entrySet().stream())
                .map(engine -> new Series(
                        engine.getKey(), workload, List.of(engine.getKey()), Kind.DATA, times(engine.getValue())));
        int largest = timed.stream().mapToInt(Cell::inputs).max().orElse(0);
        List<DataPoint> primal = times(measured.primal(workload)).stream()
                .filter(point -> point.x() <= largest)
                .toList();
        Stream<Series> itself = primal.isEmpty()
                ? Stream.of()
                : Stream.of(new Series("the function itself", workload, List.of(), Kind.REFERENCE, primal));
        // A Jacobian's reverse sweeps are as many as its outputs, of which theory here says nothing.
        Stream<Mode> promised =
                measured.hasJacobian(workload) ? Stream.of(Mode.FORWARD) : Stream.of(Mode.FORWARD, Mode.REVERSE);
        Stream<Series> theory = promised.flatMap(mode -> Theory.slope(mode, timed).stream()
                .map(line -> new Series(Theory.slopeName(mode), workload, List.of(), Kind.GUIDE, line)));
        return Stream.of(engines, itself, theory).flatMap(part -> part).toList();
    }

    private static List<DataPoint> times(List<Cell> cells) {
        return bySize(cells).stream().map(DataPoint::time).toList();
    }
}
