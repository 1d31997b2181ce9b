package dev.gradgap.report.plot;

import dev.gradgap.engine.Mode;
import dev.gradgap.report.finding.MemoryCost;
import dev.gradgap.report.finding.Point;
import dev.gradgap.report.plot.Curve.Style;
import dev.gradgap.statistics.ForkStatistics;
import dev.gradgap.statistics.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Function;

/** Memory for each operation against the number of inputs: for each mode a plot of the heap held and one of the tape. */
final class MemoryPlots {

    private MemoryPlots() {}

    static void add(Plots plots, List<MemoryCost> costs) {
        for (Mode mode : Mode.values()) {
            List<MemoryCost> ofMode =
                    costs.stream().filter(cost -> cost.mode() == mode).toList();
            add(
                    plots,
                    "live-" + mode.label(),
                    "Heap held by prepared engines, " + mode.label() + " mode",
                    ofMode,
                    MemoryCost.Point::liveBytesPerOperation);
            add(
                    plots,
                    "tape-" + mode.label(),
                    "Tape kept by engines, " + mode.label() + " mode",
                    ofMode,
                    MemoryCost.Point::tapeBytesPerOperation);
        }
    }

    private static void add(
            Plots plots,
            String name,
            String title,
            List<MemoryCost> costs,
            Function<MemoryCost.Point, OptionalDouble> figure) {
        List<Curve> drawn = costs.stream()
                .map(cost -> new Curve(cost.engine(), Style.DATA, points(cost, figure)))
                .filter(curve -> !curve.points().isEmpty())
                .toList();
        plots.add(
                "memory-" + name,
                drawn,
                curves -> new LogLogPlot(
                        title,
                        "geometric mean over the workloads measured at a size; bars: from the workload with the least to"
                                + " that with the most",
                        "bytes for each operation of the graph",
                        Ticks::ratios,
                        curves));
    }

    private static List<Point> points(MemoryCost cost, Function<MemoryCost.Point, OptionalDouble> figure) {
        Map<Integer, List<Double>> bySize = new TreeMap<>();
        for (MemoryCost.Point point : cost.points()) {
            figure.apply(point).ifPresent(bytes -> bySize.computeIfAbsent(point.inputs(), n -> new ArrayList<>())
                    .add(bytes));
        }
        List<Point> points = new ArrayList<>();
        bySize.forEach((inputs, bytes) -> {
            double[] sorted =
                    bytes.stream().mapToDouble(Double::doubleValue).sorted().toArray();
            double mean = ForkStatistics.geometricMean(sorted);
            points.add(new Point(inputs, new Interval(mean, sorted[0], sorted[sorted.length - 1]), false));
        });
        return points;
    }
}
