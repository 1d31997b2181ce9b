package dev.gradgap.report.chart;

import static dev.gradgap.report.chart.Charts.grouped;

import dev.gradgap.report.chart.Chart.Axis;
import dev.gradgap.report.chart.Chart.Kind;
import dev.gradgap.report.chart.Chart.Series;
import dev.gradgap.report.chart.Chart.Unit;
import dev.gradgap.report.finding.DataPoint;
import dev.gradgap.report.finding.ModelCost;
import dev.gradgap.report.finding.Theory;
import dev.gradgap.text.Numbers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Operations visited, which are counted, against time, which is measured: a plot for each technology, over all workloads. */
final class ModelChart {

    private ModelChart() {}

    static ChartSet of(List<ModelCost> costs) {
        List<ModelCost> reverseFirst = costs.stream()
                .sorted(Comparator.comparing(ModelCost::mode).reversed())
                .toList();
        Chart whole = new Chart(
                "model",
                "Model and measurement: operations visited against time",
                "Passes times operations are counted, not timed. Where the count explains the time, the points of an"
                        + " engine lie on one line of slope 1, forward and reverse alike.",
                new Axis("operations visited: passes × operations of the graph", Unit.COUNT),
                new Axis("time of all derivatives", Unit.DURATION),
                byWorkload(reverseFirst),
                List.of());
        List<Chart> plots = new ArrayList<>();
        grouped(reverseFirst, ModelCost::technology)
                .forEach((technology, ofTechnology) -> plots.add(new Chart(
                        "model-" + technology.label(),
                        "Model and measurement, " + technology.label(),
                        "each point a workload at a size; dashed: power law with exponent b, fitted from "
                                + Numbers.count(ModelCost.FITTED_FROM) + " visits on; hollow: sampled",
                        whole.x(),
                        whole.y(),
                        overWorkloads(ofTechnology),
                        List.of())));
        return new ChartSet(whole, plots);
    }

    private static List<Series> byWorkload(List<ModelCost> costs) {
        List<Series> series = new ArrayList<>();
        for (ModelCost cost : costs) {
            grouped(cost.points(), ModelCost.Point::workload)
                    .forEach((workload, points) -> series.add(
                            new Series(cost.engine(), workload, List.of(cost.engine()), Kind.DATA, visits(points))));
        }
        grouped(all(costs), ModelCost.Point::workload).forEach((workload, points) -> Theory.proportional(points)
                .ifPresent(line -> series.add(new Series("model: slope 1", workload, List.of(), Kind.GUIDE, line))));
        return series;
    }

    private static List<Series> overWorkloads(List<ModelCost> costs) {
        List<Series> series = new ArrayList<>();
        for (ModelCost cost : costs) {
            List<String> engine = List.of(cost.engine());
            List<DataPoint> points = visits(cost.points());
            series.add(new Series(name(cost), "", engine, Kind.SCATTER, points));
            cost.fit()
                    .map(law -> DataPoint.line(
                            law,
                            points.stream()
                                    .filter(point -> point.x() >= ModelCost.FITTED_FROM)
                                    .toList()))
                    .ifPresent(line -> series.add(new Series(cost.engine(), "", engine, Kind.FIT, line)));
        }
        Theory.proportional(all(costs))
                .ifPresent(line -> series.add(new Series("model: b = 1", "", List.of(), Kind.GUIDE, line)));
        return series;
    }

    private static List<ModelCost.Point> all(List<ModelCost> costs) {
        return costs.stream().flatMap(cost -> cost.points().stream()).toList();
    }

    private static List<DataPoint> visits(List<ModelCost.Point> points) {
        return points.stream().map(DataPoint::visits).toList();
    }

    private static String name(ModelCost cost) {
        List<String> figures = new ArrayList<>();
        cost.fit()
                .ifPresent(law ->
                        figures.add("b = " + Numbers.exponent(law.exponent().estimate(), 2)));
        cost.spread().ifPresent(spread -> figures.add(Numbers.plain(spread.mean()) + " ns a visit"));
        return cost.engine() + (figures.isEmpty() ? "" : " (" + String.join(", ", figures) + ")");
    }
}
