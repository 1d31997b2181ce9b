package dev.gradgap.report.page;

import dev.gradgap.report.page.Chart.Axis;
import dev.gradgap.report.page.Chart.Kind;
import dev.gradgap.report.page.Chart.Mark;
import dev.gradgap.report.page.Chart.Point;
import dev.gradgap.report.page.Chart.Series;
import dev.gradgap.report.page.Chart.Unit;
import dev.gradgap.results.BreakEven;
import dev.gradgap.results.Gap;
import dev.gradgap.results.Method;
import dev.gradgap.statistics.Interval;
import dev.gradgap.statistics.PowerLaw;
import dev.gradgap.statistics.PowerLawFit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The charts of one engine against another. */
final class PairCharts {

    /** Below it a call costs about as much as the graph it works on, whatever the mode. */
    private static final int FITTED_FROM = 64;

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
                        .add(new Point(gap.inputs(), gap.gap(), gap.method() == Method.SAMPLED)));
        List<Series> series = new ArrayList<>();
        pairs.forEach((pair, points) -> addWithFit(pair, points, series));
        return new Chart(
                "gap",
                "The gap: forward time over reverse time",
                "Above 1 reverse mode is faster. Hollow: forward time scaled from a sample of its passes; bars are 95 %"
                        + " intervals; dashed: the power law N^b fitted from N = " + FITTED_FROM
                        + " on, for which theory's b is 1.",
                Charts.INPUTS,
                new Axis("forward time / reverse time", Unit.RATIO),
                series,
                List.of(new Mark("both take the same time", 1, 1)));
    }

    private static void addWithFit(Pair pair, List<Point> points, List<Series> series) {
        List<Point> fitted =
                points.stream().filter(point -> point.x() >= FITTED_FROM).toList();
        Optional<PowerLaw> fit = PowerLawFit.fit(
                fitted.stream().mapToDouble(Point::x).toArray(),
                fitted.stream().mapToDouble(point -> point.y().estimate()).toArray());
        String name = pair.engine + " / " + pair.rival
                + fit.map(law -> String.format(
                                Locale.ROOT, " (N^%.2f)", law.exponent().estimate()))
                        .orElse("");
        series.add(new Series(name, pair.workload, pair.engines(), Kind.DATA, points));
        fit.ifPresent(law -> series.add(new Series(
                name,
                pair.workload,
                pair.engines(),
                Kind.FIT,
                List.of(at(law, fitted.get(0)), at(law, fitted.get(fitted.size() - 1))))));
    }

    private static Point at(PowerLaw law, Point point) {
        return Charts.exact(
                point.x(),
                law.coefficient() * Math.pow(point.x(), law.exponent().estimate()));
    }

    /** After how many gradients an engine that prepares more is cheaper, where it ever is. */
    static Chart breakEven(List<BreakEven> breakEvens) {
        Map<Pair, List<Point>> pairs = new LinkedHashMap<>();
        breakEvens.stream()
                .filter(breakEven -> breakEven.estimate().uses().isPresent())
                .sorted(Comparator.comparingInt(BreakEven::inputs))
                .forEach(breakEven -> pairs.computeIfAbsent(
                                new Pair(breakEven.workload(), breakEven.engine(), breakEven.rival()),
                                pair -> new ArrayList<>())
                        .add(new Point(
                                breakEven.inputs(),
                                atLeastOne(breakEven.estimate().uses().orElseThrow()),
                                breakEven.method() == Method.SAMPLED)));
        long never = breakEvens.stream()
                .filter(breakEven -> breakEven.estimate().uses().isEmpty())
                .count();
        List<Series> series = new ArrayList<>();
        pairs.forEach((pair, points) -> series.add(new Series(
                pair.engine + " against " + pair.rival, pair.workload, pair.engines(), Kind.DATA, points)));
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

    /** What pays at once pays with the first gradient, and 0 has no place on a logarithmic axis. */
    private static Interval atLeastOne(Interval uses) {
        return new Interval(Math.max(1, uses.estimate()), Math.max(1, uses.low()), Math.max(1, uses.high()));
    }
}
