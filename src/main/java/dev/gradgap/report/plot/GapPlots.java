package dev.gradgap.report.plot;

import static dev.gradgap.report.finding.Measured.distinct;

import dev.gradgap.engine.Technology;
import dev.gradgap.report.finding.Findings;
import dev.gradgap.report.finding.GapFit;
import dev.gradgap.report.finding.Measured;
import dev.gradgap.report.finding.Point;
import dev.gradgap.report.plot.Curve.Style;
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
import java.util.stream.Collectors;

/** The gap against the number of inputs: a plot for each workload, and one for each technology over all workloads. */
final class GapPlots {

    private final List<Gap> gaps;
    private final Set<String> severalOutputs;

    private GapPlots(Measured measured) {
        gaps = measured.gaps();
        severalOutputs = measured.workloadsWithJacobian();
    }

    static void add(Plots plots, Measured measured) {
        GapPlots gap = new GapPlots(measured);
        grouped(gap.gaps, Gap::workload)
                .forEach((workload, ofWorkload) -> plots.add(
                        "gap-" + workload,
                        ofWorkload(ofWorkload),
                        curves -> plot(
                                workload + ": forward time over reverse time",
                                "dashed: power law c N^b fitted from N = " + GapFit.FROM
                                        + " on, with its exponent b; hollow: forward sampled; bars: 95 % intervals",
                                curves)));
        for (Technology technology : distinct(gap.gaps, Gap::technology)) {
            plots.add(
                    "gap-overview-" + technology.label(),
                    gap.overview(technology),
                    curves -> plot(
                            "Forward time over reverse time, " + technology.label(),
                            "scalar forward mode against reverse mode, every workload with one output; hollow: forward sampled; bars:"
                                    + " 95 % intervals",
                            curves));
        }
    }

    private static LogLogPlot plot(String title, String subtitle, List<Curve> curves) {
        return new LogLogPlot(title, subtitle, "gap: forward time / reverse time", Ticks::ratios, curves)
                .line(1, "gap 1: both modes take the same time");
    }

    private static List<Curve> ofWorkload(List<Gap> ofWorkload) {
        List<Curve> curves = new ArrayList<>();
        List<Gap> byTechnology = ofWorkload.stream()
                .sorted(Comparator.comparing(Gap::technology))
                .toList();
        grouped(byTechnology, GapPlots::pair).forEach((pair, ofPair) -> {
            List<Point> points = points(ofPair);
            Optional<GapFit> fit = GapFit.of(points);
            String exponent = fit.map(found ->
                            " (b = " + Numbers.exponent(found.law().exponent().estimate(), 2) + ")")
                    .orElse("");
            curves.add(new Curve(pair + exponent, Style.DATA, points));
            fit.ifPresent(found -> curves.add(new Curve(pair, Style.FIT, found.line())));
        });
        return curves;
    }

    private static String pair(Gap gap) {
        return pair(gap.technology(), gap.forwardEngine(), gap.reverseEngine());
    }

    /** Both engines, without what the second one's name repeats: graph-forward / reverse. */
    static String pair(Technology technology, String forward, String reverse) {
        String prefix = technology.label() + "-";
        boolean repeats = forward.startsWith(prefix) && reverse.startsWith(prefix);
        return forward + " / " + (repeats ? reverse.substring(prefix.length()) : reverse);
    }

    private List<Curve> overview(Technology technology) {
        Set<String> scalar = Findings.scalarForwardEngines(gaps, technology);
        List<Gap> all = gaps.stream()
                .filter(gap -> gap.technology() == technology && scalar.contains(gap.forwardEngine()))
                .toList();
        List<Gap> gradients = all.stream()
                .filter(gap -> !severalOutputs.contains(gap.workload()))
                .toList();
        List<Gap> ofTechnology = gradients.isEmpty() ? all : gradients;
        boolean onePair = distinct(ofTechnology, GapPlots::pair).size() == 1;
        Function<Gap, String> name = gap -> gap.workload() + (onePair ? "" : ", " + pair(gap));
        List<Curve> curves = new ArrayList<>();
        grouped(ofTechnology, name)
                .forEach((curve, ofCurve) -> curves.add(new Curve(curve, Style.DATA, points(ofCurve))));
        return curves;
    }

    /** The gaps by a name, in the order in which the names first come. */
    private static Map<String, List<Gap>> grouped(List<Gap> gaps, Function<Gap, String> name) {
        return gaps.stream().collect(Collectors.groupingBy(name, LinkedHashMap::new, Collectors.toList()));
    }

    private static List<Point> points(List<Gap> gaps) {
        return gaps.stream()
                .sorted(Comparator.comparingInt(Gap::inputs))
                .map(Point::gap)
                .toList();
    }
}
