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
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** The gap against the number of inputs: a plot for each workload, and one for each technology over all workloads. */
final class GapPlots {

    private final Measured measured;
    private final List<Gap> gaps;

    private GapPlots(Measured measured) {
        this.measured = measured;
        gaps = measured.gaps();
    }

    static void add(Plots plots, Measured measured) {
        GapPlots gap = new GapPlots(measured);
        for (String workload : distinct(gap.gaps, Gap::workload)) {
            plots.add(
                    "gap-" + workload,
                    gap.ofWorkload(workload),
                    curves -> plot(
                            workload + ": forward time over reverse time",
                            "dashed: power law c N^b fitted from N = " + GapFit.FROM
                                    + " on, with its exponent b; hollow: forward sampled; bars: 95 % intervals",
                            curves));
        }
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

    private List<Curve> ofWorkload(String workload) {
        List<Curve> curves = new ArrayList<>();
        List<Gap> ofWorkload = gaps.stream()
                .filter(gap -> gap.workload().equals(workload))
                .sorted(Comparator.comparing(Gap::technology))
                .toList();
        for (String pair : distinct(ofWorkload, GapPlots::pair)) {
            List<Point> points = points(ofWorkload, gap -> pair(gap).equals(pair));
            Optional<GapFit> fit = GapFit.of(points);
            String exponent = fit.map(found ->
                            " (b = " + Numbers.exponent(found.law().exponent().estimate(), 2) + ")")
                    .orElse("");
            curves.add(new Curve(pair + exponent, Style.DATA, points));
            fit.ifPresent(found -> curves.add(new Curve(pair, Style.FIT, found.line())));
        }
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
                .filter(gap -> !measured.hasJacobian(gap.workload()))
                .toList();
        List<Gap> ofTechnology = gradients.isEmpty() ? all : gradients;
        boolean onePair = distinct(ofTechnology, GapPlots::pair).size() == 1;
        Function<Gap, String> name = gap -> gap.workload() + (onePair ? "" : ", " + pair(gap));
        return distinct(ofTechnology, name).stream()
                .map(curve -> new Curve(curve, Style.DATA, points(ofTechnology, gap -> name.apply(gap)
                        .equals(curve))))
                .toList();
    }

    private static List<Point> points(List<Gap> gaps, Predicate<Gap> wanted) {
        return gaps.stream()
                .filter(wanted)
                .sorted(Comparator.comparingInt(Gap::inputs))
                .map(Point::gap)
                .toList();
    }
}
