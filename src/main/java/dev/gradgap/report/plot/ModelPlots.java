package dev.gradgap.report.plot;

import static dev.gradgap.report.finding.Measured.distinct;

import dev.gradgap.engine.Technology;
import dev.gradgap.report.finding.ModelCost;
import dev.gradgap.report.finding.Point;
import dev.gradgap.report.finding.Theory;
import dev.gradgap.report.plot.Curve.Style;
import dev.gradgap.text.Numbers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

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
                    .ifPresent(law -> curves.add(new Curve(
                            cost.engine(),
                            Style.FIT,
                            Point.line(
                                    law,
                                    points.stream()
                                            .filter(point -> point.x() >= ModelCost.FITTED_FROM)
                                            .toList()))));
        }
        Theory.proportional(
                        costs.stream().flatMap(cost -> cost.points().stream()).toList())
                .ifPresent(line -> curves.add(new Curve("model: b = 1", Style.GUIDE, line)));
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
        return cost.points().stream().map(Point::visits).toList();
    }
}
