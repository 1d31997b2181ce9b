package dev.gradgap.report.page;

import dev.gradgap.report.finding.MemoryCost;
import dev.gradgap.report.finding.ModelCost;
import dev.gradgap.report.finding.Point;
import dev.gradgap.report.finding.Theory;
import dev.gradgap.report.page.Chart.Axis;
import dev.gradgap.report.page.Chart.Kind;
import dev.gradgap.report.page.Chart.Series;
import dev.gradgap.report.page.Chart.Unit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The charts of what an operation of the graph costs. */
final class CostCharts {

    private CostCharts() {}

    /** Time against the operations visited. */
    static Chart model(List<ModelCost> costs) {
        List<Series> series = new ArrayList<>();
        costs.stream().sorted(Comparator.comparing(ModelCost::mode).reversed()).forEach(cost -> byWorkload(
                        cost.points(), ModelCost.Point::workload)
                .forEach((workload, points) -> series.add(data(
                        cost.engine(),
                        workload,
                        points.stream().map(Point::visits).toList()))));
        List<ModelCost.Point> all =
                costs.stream().flatMap(cost -> cost.points().stream()).toList();
        byWorkload(all, ModelCost.Point::workload).forEach((workload, points) -> Theory.proportional(points)
                .ifPresent(line -> series.add(new Series("model: slope 1", workload, List.of(), Kind.GUIDE, line))));
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

    /** Heap held per operation against the number of inputs. */
    static Chart memory(List<MemoryCost> costs) {
        List<Series> series = new ArrayList<>();
        costs.stream().sorted(Comparator.comparing(MemoryCost::mode).reversed()).forEach(cost -> byWorkload(
                        cost.points(), MemoryCost.Point::workload)
                .forEach((workload, points) -> {
                    List<Point> held = points.stream()
                            .filter(point -> point.liveBytesPerOperation().isPresent())
                            .map(point -> Point.of(
                                    point.inputs(),
                                    point.liveBytesPerOperation().getAsDouble()))
                            .toList();
                    if (!held.isEmpty()) {
                        series.add(data(cost.engine(), workload, held));
                    }
                }));
        return new Chart(
                "memory",
                "Memory per operation",
                "Heap that the prepared engine holds after a gradient, over the operations of the graph: what grows with"
                        + " the graph is a level line.",
                Charts.INPUTS,
                new Axis("bytes per operation", Unit.BYTES),
                series,
                List.of());
    }

    private static <T> Map<String, List<T>> byWorkload(List<T> points, Function<T, String> workload) {
        return points.stream().collect(Collectors.groupingBy(workload, LinkedHashMap::new, Collectors.toList()));
    }

    private static Series data(String engine, String workload, List<Point> points) {
        return new Series(engine, workload, List.of(engine), Kind.DATA, points);
    }
}
