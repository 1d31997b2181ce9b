package dev.gradgap.report.chart;

import static dev.gradgap.report.chart.Charts.grouped;

import dev.gradgap.report.chart.Chart.Axis;
import dev.gradgap.report.chart.Chart.Kind;
import dev.gradgap.report.chart.Chart.Series;
import dev.gradgap.report.chart.Chart.Unit;
import dev.gradgap.report.finding.DataPoint;
import dev.gradgap.results.BreakEven;
import dev.gradgap.results.Method;
import dev.gradgap.statistics.Interval;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** After how many gradients preparing has paid for itself, where it ever does: a plot for each pair of engines. */
final class BreakEvenChart {

    private BreakEvenChart() {}

    static ChartSet of(List<BreakEven> breakEvens) {
        Chart whole = chart(
                "break-even",
                "After how many gradients preparing has paid for itself",
                "gradients",
                breakEvens,
                one -> one.engine() + " against " + one.rival());
        List<Chart> plots = new ArrayList<>();
        grouped(breakEvens, one -> List.of(one.engine(), one.rival()))
                .forEach((pair, ofPair) -> plots.add(chart(
                        "break-even-" + pair.get(0) + "-" + pair.get(1),
                        "When preparing " + pair.get(0) + " has paid for itself",
                        "gradients until it is cheaper than " + pair.get(1),
                        ofPair,
                        BreakEven::workload)));
        return new ChartSet(whole, plots);
    }

    private static Chart chart(
            String id, String title, String y, List<BreakEven> breakEvens, Function<BreakEven, String> name) {
        long never = breakEvens.stream()
                .filter(one -> one.estimate().uses().isEmpty())
                .count();
        return new Chart(
                id,
                title,
                "An engine that records or compiles a graph first, against one that prepares less and is slower from then"
                        + " on; the fewer gradients, the better."
                        + (never == 0 ? "" : " Not drawn, as it never pays or is undecided: " + never + "."),
                Chart.INPUTS,
                new Axis(y, Unit.COUNT),
                grouped(breakEvens, one -> List.of(one.workload(), one.engine(), one.rival())).values().stream()
                        .map(ofPair -> series(ofPair, name))
                        .filter(series -> !series.points().isEmpty())
                        .toList(),
                List.of());
    }

    private static Series series(List<BreakEven> ofPair, Function<BreakEven, String> name) {
        BreakEven any = ofPair.get(0);
        return new Series(
                name.apply(any),
                any.workload(),
                List.of(any.engine(), any.rival()),
                Kind.DATA,
                ofPair.stream()
                        .sorted(Comparator.comparingInt(BreakEven::inputs))
                        .flatMap(one -> point(one).stream())
                        .toList());
    }

    /** What pays at once pays with the first gradient: 0 has no place on a logarithmic axis. */
    private static Optional<DataPoint> point(BreakEven one) {
        return one.estimate()
                .uses()
                .map(uses -> new DataPoint(
                        one.inputs(),
                        new Interval(Math.max(1, uses.estimate()), Math.max(1, uses.low()), Math.max(1, uses.high())),
                        one.method() == Method.SAMPLED));
    }
}
