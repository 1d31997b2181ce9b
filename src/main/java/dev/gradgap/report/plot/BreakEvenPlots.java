package dev.gradgap.report.plot;

import static dev.gradgap.report.finding.Measured.distinct;

import dev.gradgap.report.finding.Point;
import dev.gradgap.report.plot.Curve.Style;
import dev.gradgap.results.BreakEven;
import java.util.Comparator;
import java.util.List;

/** After how many gradients preparing has paid for itself, against the number of inputs: a plot for each pair of engines. */
final class BreakEvenPlots {

    private record Pair(String engine, String rival) {

        static Pair of(BreakEven breakEven) {
            return new Pair(breakEven.engine(), breakEven.rival());
        }
    }

    private BreakEvenPlots() {}

    static void add(Plots plots, List<BreakEven> breakEvens) {
        for (Pair pair : distinct(breakEvens, Pair::of)) {
            List<BreakEven> ofPair = breakEvens.stream()
                    .filter(breakEven -> Pair.of(breakEven).equals(pair))
                    .toList();
            long never = ofPair.stream()
                    .filter(breakEven -> breakEven.estimate().uses().isEmpty())
                    .count();
            plots.add(
                    "break-even-" + pair.engine + "-" + pair.rival,
                    distinct(ofPair, BreakEven::workload).stream()
                            .map(workload -> curve(workload, ofPair))
                            .filter(curve -> !curve.points().isEmpty())
                            .toList(),
                    curves -> new LogLogPlot(
                            "When preparing " + pair.engine + " has paid for itself",
                            "hollow: sampled; bars: 95 % intervals"
                                    + (never == 0
                                            ? ""
                                            : "; not drawn, as it never pays" + " or is undecided: " + never),
                            "gradients until it is cheaper than " + pair.rival,
                            Ticks::ratios,
                            curves));
        }
    }

    private static Curve curve(String workload, List<BreakEven> breakEvens) {
        return new Curve(
                workload,
                Style.DATA,
                breakEvens.stream()
                        .filter(breakEven -> breakEven.workload().equals(workload))
                        .sorted(Comparator.comparingInt(BreakEven::inputs))
                        .flatMap(breakEven -> Point.breakEven(breakEven).stream())
                        .toList());
    }
}
