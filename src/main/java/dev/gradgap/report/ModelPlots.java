package dev.gradgap.report;

import static dev.gradgap.report.Measured.distinct;

import dev.gradgap.engine.Technology;
import dev.gradgap.report.Curve.Point;
import dev.gradgap.report.Curve.Style;
import dev.gradgap.results.Method;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Operations visited, which are counted, against time, which is measured: a plot for each technology. */
final class ModelPlots {

    private ModelPlots() {}

    static void add(Plots plots, List<ModelCost> costs) {
        for (Technology technology : distinct(costs, ModelCost::technology)) {
            List<ModelCost> ofTechnology = costs.stream()
                    .filter(cost -> cost.technology() == technology)
                    .toList();
            plots.add("model-" + technology.label(), curves(ofTechnology), curves -> new LogLogPlot(
                            "Model and measurement, " + technology.label(),
                            "each point a workload at a size; dashed: power law with exponent b, fitted from "
                                    + Numbers.count(ModelCost.FITTED_FROM)
                                    + " visits on; hollow: sampled",
                            "time of all derivatives",
                            Ticks::durations,
                            curves)
                    .along("operations visited: passes × operations of the graph", Ticks::powers));
        }
    }

    private static List<Curve> curves(List<ModelCost> costs) {
        List<Curve> curves = new ArrayList<>();
        List<ModelCost> reverseFirst = costs.stream()
                .sorted(Comparator.comparing(ModelCost::mode).reversed())
                .toList();
        for (ModelCost cost : reverseFirst) {
            List<Point> points = points(cost);
            curves.add(new Curve(name(cost), Style.SCATTER, points));
            cost.fit()
                    .ifPresent(law -> curves.add(Curve.fit(
                            cost.engine(),
                            law,
                            points.stream()
                                    .filter(point -> point.x() >= ModelCost.FITTED_FROM)
                                    .toList())));
        }
        guide(costs).ifPresent(curves::add);
        return curves;
    }

    private static String name(ModelCost cost) {
        List<String> figures = new ArrayList<>();
        cost.fit()
                .ifPresent(law ->
                        figures.add("b = " + Numbers.exponent(law.exponent().estimate(), 2)));
        cost.spread().ifPresent(spread -> figures.add(Numbers.plain(spread.mean()) + " ns a visit"));
        return cost.engine() + (figures.isEmpty() ? "" : " (" + String.join(", ", figures) + ")");
    }

    private static List<Point> points(ModelCost cost) {
        return cost.points().stream()
                .map(point -> new Point(point.visits(), point.time(), point.method() == Method.SAMPLED))
                .toList();
    }

    /** What the model says, that time grows as visits do: a line above the dearest visits. */
    private static Optional<Curve> guide(List<ModelCost> costs) {
        double dearest = costs.stream()
                .flatMap(cost -> cost.spread().stream())
                .mapToDouble(ModelCost.Spread::most)
                .max()
                .orElse(0);
        double most = costs.stream()
                .flatMap(cost -> cost.points().stream())
                .mapToDouble(ModelCost.Point::visits)
                .max()
                .orElse(0);
        double from = Math.max(ModelCost.FITTED_FROM, Math.sqrt(most)); // leaves room for its name
        return dearest == 0 || most < 10 * from
                ? Optional.empty()
                : Optional.of(new Curve(
                        "model: b = 1",
                        Style.GUIDE,
                        List.of(Point.of(from, 10 * dearest * from), Point.of(most, 10 * dearest * most))));
    }
}
