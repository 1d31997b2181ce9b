package dev.gradgap.report.page;

import dev.gradgap.report.finding.GapFit;
import dev.gradgap.report.finding.Point;
import dev.gradgap.report.page.Chart.Axis;
import dev.gradgap.report.page.Chart.Kind;
import dev.gradgap.report.page.Chart.Mark;
import dev.gradgap.report.page.Chart.Series;
import dev.gradgap.report.page.Chart.Unit;
import dev.gradgap.results.BreakEven;
import dev.gradgap.results.Gap;
import dev.gradgap.text.Numbers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The charts of one engine against another. */
final class PairCharts {

    /** Two engines on one workload. */
    private record Pair(String workload, String engine, String rival) {

        List<String> engines() {
            return List.of(engine, rival);
        }
    }

    private PairCharts() {}

    /** Forward over reverse time against the number of inputs, with a power law for each pair. */
    static Chart gap(List<Gap> gaps) {
        Map<Pair, List<Point>> pairs = new LinkedHashMap<>();
        gaps.stream()
                .filter(gap -> gap.gap().estimate() > 0)
                .sorted(Comparator.comparingInt(Gap::inputs))
                .forEach(gap -> pairs.computeIfAbsent(
                                new Pair(gap.workload(), gap.forwardEngine(), gap.reverseEngine()),
                                pair -> new ArrayList<>())
                        .add(Point.gap(gap)));
        List<Series> series = new ArrayList<>();
        pairs.forEach((pair, points) -> addWithFit(pair, points, series));
        return new Chart(
                "gap",
                "The gap: forward time over reverse time",
                "Above 1 reverse mode is faster. Hollow: forward time scaled from a sample of its passes; bars are 95 %"
                        + " intervals; dashed: the power law N^b fitted from N = " + GapFit.FROM
                        + " on, for which theory's b is 1.",
                Charts.INPUTS,
                new Axis("forward time / reverse time", Unit.RATIO),
                series,
                List.of(new Mark("both take the same time", 1, 1)));
    }

    private static void addWithFit(Pair pair, List<Point> points, List<Series> series) {
        Optional<GapFit> fit = GapFit.of(points);
        String name = pair.engine + " / " + pair.rival
                + fit.map(found ->
                                " (N^" + Numbers.exponent(found.law().exponent().estimate(), 2) + ")")
                        .orElse("");
        series.add(new Series(name, pair.workload, pair.engines(), Kind.DATA, points));
        fit.ifPresent(found -> series.add(new Series(name, pair.workload, pair.engines(), Kind.FIT, found.line())));
    }

    /** After how many gradients an engine that prepares more is cheaper, where it ever is. */
    static Chart breakEven(List<BreakEven> breakEvens) {
        Map<Pair, List<Point>> pairs = new LinkedHashMap<>();
        breakEvens.stream()
                .sorted(Comparator.comparingInt(BreakEven::inputs))
                .forEach(breakEven -> Point.breakEven(breakEven).ifPresent(point -> pairs.computeIfAbsent(
                                new Pair(breakEven.workload(), breakEven.engine(), breakEven.rival()),
                                pair -> new ArrayList<>())
                        .add(point)));
        long never = breakEvens.stream()
                .filter(breakEven -> breakEven.estimate().uses().isEmpty())
                .count();
        List<Series> series = new ArrayList<>();
        pairs.forEach((pair, points) -> series.add(
                new Series(pair.engine + " against " + pair.rival, pair.workload, pair.engines(), Kind.DATA, points)));
        return new Chart(
                "break-even",
                "After how many gradients preparing has paid for itself",
                "An engine that records or compiles a graph first, against one that prepares less and is slower from then"
                        + " on; the fewer gradients, the better."
                        + (never == 0 ? "" : " Not drawn, as it never pays or is undecided: " + never + "."),
                Charts.INPUTS,
                new Axis("gradients", Unit.COUNT),
                series,
                List.of());
    }
}
