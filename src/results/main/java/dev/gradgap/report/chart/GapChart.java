package dev.gradgap.report.chart;

import static dev.gradgap.report.chart.Charts.grouped;

import dev.gradgap.engine.Technology;
import dev.gradgap.report.chart.Chart.Axis;
import dev.gradgap.report.chart.Chart.Kind;
import dev.gradgap.report.chart.Chart.Mark;
import dev.gradgap.report.chart.Chart.Series;
import dev.gradgap.report.chart.Chart.Unit;
import dev.gradgap.report.finding.DataPoint;
import dev.gradgap.report.finding.Findings;
import dev.gradgap.report.finding.GapFit;
import dev.gradgap.report.finding.Measured;
import dev.gradgap.results.Gap;
import dev.gradgap.text.Numbers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Forward over reverse time against the number of inputs, with a power law for each pair of engines: a plot for each workload,
 * and for each technology one of all workloads with one output by scalar forward mode.
 */
public final class GapChart {

    private GapChart() {}

    static ChartSet of(Measured measured) {
        Map<String, List<Series>> byWorkload = new LinkedHashMap<>();
        grouped(measured.gaps(), Gap::workload).forEach((workload, gaps) -> byWorkload.put(workload, withFits(gaps)));
        Chart whole = new Chart(
                "gap",
                "The gap: forward time over reverse time",
                "Above 1 reverse mode is faster. Hollow: forward time scaled from a sample of its passes; bars are 95 %"
                        + " intervals; dashed: the power law N^b fitted from N = " + GapFit.FROM
                        + " on, for which theory's b is 1.",
                Chart.INPUTS,
                new Axis("gap: forward time / reverse time", Unit.RATIO),
                byWorkload.values().stream().flatMap(List::stream).toList(),
                List.of(new Mark("gap 1: both modes take the same time", 1, 1)));
        List<Chart> plots = new ArrayList<>();
        byWorkload.forEach((workload, series) ->
                plots.add(whole.with("gap-" + workload, workload + ": forward time over reverse time", series)));
        grouped(measured.gaps(), Gap::technology)
                .forEach((technology, gaps) -> plots.add(new Chart(
                        "gap-overview-" + technology.label(),
                        "Forward time over reverse time, " + technology.label(),
                        "scalar forward mode against reverse mode, every workload with one output; hollow: forward sampled; bars:"
                                + " 95 % intervals",
                        whole.x(),
                        whole.y(),
                        overview(gaps, technology, measured),
                        whole.marks())));
        return new ChartSet(whole, plots);
    }

    private static List<Series> withFits(List<Gap> ofWorkload) {
        List<Series> series = new ArrayList<>();
        List<Gap> byTechnology = ofWorkload.stream()
                .sorted(Comparator.comparing(Gap::technology))
                .toList();
        grouped(byTechnology, GapChart::pair).forEach((pair, gaps) -> {
            List<DataPoint> points = points(gaps);
            Optional<GapFit> fit = GapFit.of(points);
            String name = pair
                    + fit.map(found -> " (N^"
                                    + Numbers.exponent(found.law().exponent().estimate(), 2) + ")")
                            .orElse("");
            series.add(series(name, Kind.DATA, gaps, points));
            fit.ifPresent(found -> series.add(series(name, Kind.FIT, gaps, found.line())));
        });
        return series;
    }

    private static Series series(String name, Kind kind, List<Gap> gaps, List<DataPoint> points) {
        Gap any = gaps.get(0);
        return new Series(name, any.workload(), List.of(any.forwardEngine(), any.reverseEngine()), kind, points);
    }

    private static List<Series> overview(List<Gap> ofTechnology, Technology technology, Measured measured) {
        Set<String> scalar = Findings.scalarForwardEngines(measured.gaps(), technology);
        List<Gap> all = ofTechnology.stream()
                .filter(gap -> scalar.contains(gap.forwardEngine()))
                .toList();
        Set<String> severalOutputs = measured.workloadsWithJacobian();
        List<Gap> gradients = all.stream()
                .filter(gap -> !severalOutputs.contains(gap.workload()))
                .toList();
        List<Gap> shown = gradients.isEmpty() ? all : gradients;
        boolean onePair = Measured.distinct(shown, GapChart::pair).size() == 1;
        Function<Gap, String> name = gap -> gap.workload() + (onePair ? "" : ", " + pair(gap));
        return grouped(shown, name).entrySet().stream()
                .map(named -> series(named.getKey(), Kind.DATA, named.getValue(), points(named.getValue())))
                .toList();
    }

    private static String pair(Gap gap) {
        return pair(gap.technology(), gap.forwardEngine(), gap.reverseEngine());
    }

    /** Both engines, without what the second one's name repeats: graph-forward / reverse. */
    public static String pair(Technology technology, String forward, String reverse) {
        String prefix = technology.label() + "-";
        boolean repeats = forward.startsWith(prefix) && reverse.startsWith(prefix);
        return forward + " / " + (repeats ? reverse.substring(prefix.length()) : reverse);
    }

    private static List<DataPoint> points(List<Gap> gaps) {
        return gaps.stream()
                .sorted(Comparator.comparingInt(Gap::inputs))
                .map(DataPoint::gap)
                .toList();
    }
}
