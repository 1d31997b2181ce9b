package dev.gradgap.report.chart;

import static dev.gradgap.report.chart.Charts.grouped;

import dev.gradgap.engine.Mode;
import dev.gradgap.report.chart.Chart.Axis;
import dev.gradgap.report.chart.Chart.Kind;
import dev.gradgap.report.chart.Chart.Series;
import dev.gradgap.report.chart.Chart.Unit;
import dev.gradgap.report.finding.DataPoint;
import dev.gradgap.report.finding.MemoryCost;
import dev.gradgap.statistics.ForkStatistics;
import dev.gradgap.statistics.Interval;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Memory for each operation against the number of inputs: the heap held, by workload; for each mode a plot of the heap held and
 * one of the tape, over all workloads.
 */
final class MemoryChart {

    private static final Axis BYTES = new Axis("bytes for each operation of the graph", Unit.BYTES);

    private MemoryChart() {}

    static ChartSet of(List<MemoryCost> costs) {
        Stream<Series> held = costs.stream()
                .sorted(Comparator.comparing(MemoryCost::mode).reversed())
                .flatMap(MemoryChart::held);
        Chart whole = new Chart(
                "memory",
                "Memory per operation",
                "Heap that the prepared engine holds after a gradient, over the operations of the graph: what grows with"
                        + " the graph is a level line.",
                Chart.INPUTS,
                BYTES,
                held.toList(),
                List.of());
        List<Chart> plots = new ArrayList<>();
        for (Mode mode : Mode.values()) {
            List<MemoryCost> ofMode =
                    costs.stream().filter(cost -> cost.mode() == mode).toList();
            String ending = mode.label() + " mode";
            plots.add(overWorkloads(
                    "memory-live-" + mode.label(),
                    "Heap held by prepared engines, " + ending,
                    ofMode,
                    MemoryCost.Point::liveBytesPerOperation));
            plots.add(overWorkloads(
                    "memory-tape-" + mode.label(),
                    "Tape kept by engines, " + ending,
                    ofMode,
                    MemoryCost.Point::tapeBytesPerOperation));
        }
        return new ChartSet(whole, plots);
    }

    private static Stream<Series> held(MemoryCost cost) {
        List<MemoryCost.Point> known = cost.points().stream()
                .filter(point -> point.liveBytesPerOperation().isPresent())
                .toList();
        return grouped(known, MemoryCost.Point::workload).entrySet().stream()
                .map(workload -> new Series(
                        cost.engine(),
                        workload.getKey(),
                        List.of(cost.engine()),
                        Kind.DATA,
                        workload.getValue().stream()
                                .map(point -> DataPoint.of(
                                        point.inputs(),
                                        point.liveBytesPerOperation().getAsDouble()))
                                .toList()));
    }

    private static Chart overWorkloads(
            String id, String title, List<MemoryCost> costs, Function<MemoryCost.Point, OptionalDouble> figure) {
        return new Chart(
                id,
                title,
                "geometric mean over the workloads measured at a size; bars: from the workload with the least to"
                        + " that with the most",
                Chart.INPUTS,
                BYTES,
                costs.stream()
                        .map(cost ->
                                new Series(cost.engine(), "", List.of(cost.engine()), Kind.DATA, means(cost, figure)))
                        .filter(series -> !series.points().isEmpty())
                        .toList(),
                List.of());
    }

    private static List<DataPoint> means(MemoryCost cost, Function<MemoryCost.Point, OptionalDouble> figure) {
        Map<Integer, List<Double>> bySize = new TreeMap<>();
        for (MemoryCost.Point point : cost.points()) {
            figure.apply(point).ifPresent(bytes -> bySize.computeIfAbsent(point.inputs(), n -> new ArrayList<>())
                    .add(bytes));
        }
        List<DataPoint> points = new ArrayList<>();
        bySize.forEach((inputs, bytes) -> {
            double[] sorted =
                    bytes.stream().mapToDouble(Double::doubleValue).sorted().toArray();
            double mean = ForkStatistics.geometricMean(sorted);
            points.add(new DataPoint(inputs, new Interval(mean, sorted[0], sorted[sorted.length - 1]), false));
        });
        return points;
    }
}
