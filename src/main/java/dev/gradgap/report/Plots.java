package dev.gradgap.report;

import dev.gradgap.engine.Mode;
import dev.gradgap.engine.Operator;
import dev.gradgap.engine.Technology;
import dev.gradgap.report.Curve.Point;
import dev.gradgap.report.Curve.Style;
import dev.gradgap.results.Cell;
import dev.gradgap.results.Gap;
import dev.gradgap.results.Method;
import dev.gradgap.results.RunResults;
import dev.gradgap.results.Status;
import dev.gradgap.statistics.Interval;
import dev.gradgap.statistics.PowerLaw;
import dev.gradgap.statistics.PowerLawFit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The plots of a run: time, gap and cost ratio against the number of inputs, by name of file. */
final class Plots {

    private static final double BOUND_LOW = 4; // Griewank and Walther, Evaluating Derivatives, 2nd ed., sec. 4.4
    private static final double BOUND_HIGH = 5;

    private final RunResults results;

    private Plots(RunResults results) {
        this.results = results;
    }

    /** Every plot that has at least one line of two points. */
    static Map<String, LogLogPlot> of(RunResults results) {
        return new Plots(results).all();
    }

    private Map<String, LogLogPlot> all() {
        Map<String, LogLogPlot> plots = new LinkedHashMap<>();
        for (String workload : distinct(results.cells(), Cell::workload)) {
            for (Technology technology : distinct(results.cells(), Cell::technology)) {
                add(
                        plots,
                        "time-" + workload + "-" + technology.label(),
                        time(workload, technology),
                        curves -> new LogLogPlot(
                                workload + ": time of all derivatives, " + technology.label(),
                                "filled: measured, hollow: sampled passes scaled to all N; bars: 95 % intervals",
                                "time of all derivatives",
                                Numbers::durationTick,
                                curves));
            }
        }
        for (String workload : distinct(results.gaps(), Gap::workload)) {
            add(
                    plots,
                    "gap-" + workload,
                    gap(workload),
                    curves -> gapPlot(
                            workload + ": forward time over reverse time",
                            "dashed: fitted power law c N^b with its exponent b; hollow: forward sampled",
                            curves));
        }
        for (Technology technology : distinct(results.gaps(), Gap::technology)) {
            add(
                    plots,
                    "gap-overview-" + technology.label(),
                    gapOverview(technology),
                    curves -> gapPlot(
                            "Forward time over reverse time, " + technology.label(),
                            "scalar forward mode against reverse mode, every workload; hollow: forward sampled",
                            curves));
            add(plots, "cost-ratio-" + technology.label(), costRatio(technology), curves -> new LogLogPlot(
                            "Reverse gradient over primal, " + technology.label(),
                            "shaded: the bound of theory, 4 to 5 in operations and memory moves",
                            "time of reverse gradient / time of primal",
                            Numbers::tick,
                            curves)
                    .band(BOUND_LOW, BOUND_HIGH));
        }
        return plots;
    }

    private static void add(
            Map<String, LogLogPlot> plots, String name, List<Curve> curves, Function<List<Curve>, LogLogPlot> plot) {
        boolean worthDrawing = curves.stream()
                .anyMatch(curve -> curve.style() == Style.DATA && curve.points().size() > 1);
        if (worthDrawing) {
            plots.put(name, plot.apply(curves));
        }
    }

    private static LogLogPlot gapPlot(String title, String subtitle, List<Curve> curves) {
        return new LogLogPlot(title, subtitle, "gap: forward time / reverse time", Numbers::tick, curves).line(1);
    }

    private List<Curve> time(String workload, Technology technology) {
        List<Cell> timed = timed(cell -> cell.workload().equals(workload) && cell.technology() == technology);
        List<Curve> curves = new ArrayList<>();
        for (Mode mode : Mode.values()) {
            for (String engine : distinct(ofMode(timed, mode), Cell::engine)) {
                curves.add(new Curve(
                        engine, Style.DATA, points(timed, cell -> cell.engine().equals(engine))));
            }
        }
        List<Point> primal = primal(workload);
        if (!primal.isEmpty()) {
            curves.add(new Curve("primal", Style.REFERENCE, primal));
        }
        guide(timed, Mode.FORWARD, 2).ifPresent(curves::add);
        guide(timed, Mode.REVERSE, 1).ifPresent(curves::add);
        return curves;
    }

    private List<Point> primal(String workload) {
        List<Cell> primal = results.cells().stream()
                .filter(cell -> cell.status() == Status.OK
                        && cell.workload().equals(workload)
                        && cell.operator() == Operator.PRIMAL)
                .toList();
        List<Cell> plain = primal.stream()
                .filter(cell -> cell.technology() == Technology.REFERENCE)
                .toList();
        return points(plain.isEmpty() ? primal : plain, cell -> true);
    }

    /** What theory says beside the largest point of a mode: a line of a slope, a factor of four above. */
    private static Optional<Curve> guide(List<Cell> timed, Mode mode, int slope) {
        List<Cell> cells = ofMode(timed, mode);
        Optional<Cell> largest = cells.stream()
                .max(Comparator.comparingInt(Cell::inputs)
                        .thenComparing(cell -> time(cell).estimate()));
        double from = cells.stream().mapToInt(Cell::inputs).min().orElse(1);
        if (largest.isEmpty() || largest.get().inputs() < 64 * from) {
            return Optional.empty();
        }
        double n = largest.get().inputs();
        double y = 4 * time(largest.get()).estimate();
        double start = n / 64;
        return Optional.of(new Curve(
                slope == 1 ? "theory, reverse: N" : "theory, forward: N²",
                Style.GUIDE,
                List.of(Point.of(start, y * Math.pow(start / n, slope)), Point.of(n, y))));
    }

    private List<Curve> gap(String workload) {
        List<Curve> curves = new ArrayList<>();
        List<Gap> gaps = results.gaps().stream()
                .filter(gap -> gap.workload().equals(workload))
                .toList();
        for (String pair : distinct(gaps, Plots::pair)) {
            List<Point> points = gapPoints(gaps, gap -> pair(gap).equals(pair));
            Optional<PowerLaw> fit = fit(points);
            String exponent = fit.map(
                            law -> " (b = " + Numbers.exponent(law.exponent().estimate(), 2) + ")")
                    .orElse("");
            curves.add(new Curve(pair + exponent, Style.DATA, points));
            fit.ifPresent(law -> curves.add(new Curve(
                    pair, Style.FIT, List.of(at(law, points.get(0)), at(law, points.get(points.size() - 1))))));
        }
        return curves;
    }

    private static String pair(Gap gap) {
        return gap.forwardEngine() + " / " + gap.reverseEngine();
    }

    private static Optional<PowerLaw> fit(List<Point> points) {
        return PowerLawFit.fit(
                points.stream().mapToDouble(Point::x).toArray(),
                points.stream().mapToDouble(point -> point.y().estimate()).toArray());
    }

    private static Point at(PowerLaw law, Point point) {
        return Point.of(
                point.x(),
                law.coefficient() * Math.pow(point.x(), law.exponent().estimate()));
    }

    private List<Curve> gapOverview(Technology technology) {
        List<Gap> gaps = results.gaps().stream()
                .filter(gap -> gap.technology() == technology)
                .toList();
        // One line a workload: against its scalar forward engine, the one with the most passes.
        Map<String, Long> mostPasses = gaps.stream()
                .collect(Collectors.toMap(gap -> gap.workload() + " " + gap.inputs(), Gap::passes, Math::max));
        List<Curve> curves = new ArrayList<>();
        for (String workload : distinct(gaps, Gap::workload)) {
            curves.add(new Curve(
                    workload,
                    Style.DATA,
                    gapPoints(
                            gaps,
                            gap -> gap.workload().equals(workload)
                                    && gap.passes() == mostPasses.get(workload + " " + gap.inputs())
                                    && !gap.forwardEngine().matches(".*-\\d+"))));
        }
        return curves;
    }

    private List<Curve> costRatio(Technology technology) {
        List<Cell> reverse = timed(cell -> cell.technology() == technology
                && cell.mode() == Mode.REVERSE
                && cell.ratioToPrimal().isPresent());
        List<Curve> curves = new ArrayList<>();
        for (String workload : distinct(reverse, Cell::workload)) {
            curves.add(new Curve(
                    workload,
                    Style.DATA,
                    reverse.stream()
                            .filter(cell -> cell.workload().equals(workload))
                            .sorted(Comparator.comparingInt(Cell::inputs))
                            .map(cell ->
                                    Point.of(cell.inputs(), cell.ratioToPrimal().getAsDouble()))
                            .toList()));
        }
        return curves;
    }

    private List<Cell> timed(Predicate<Cell> wanted) {
        return results.cells().stream()
                .filter(cell -> cell.status() == Status.OK && cell.time().isPresent())
                .filter(cell -> cell.operator() == Operator.GRADIENT || cell.operator() == Operator.JACOBIAN)
                .filter(wanted)
                .toList();
    }

    private static List<Cell> ofMode(List<Cell> cells, Mode mode) {
        return cells.stream().filter(cell -> cell.mode() == mode).toList();
    }

    /** The points of a curve by size; where a size was both measured and sampled, the measured one. */
    private static List<Point> points(List<Cell> cells, Predicate<Cell> wanted) {
        Map<Integer, Cell> bySize = cells.stream()
                .filter(wanted)
                .sorted(Comparator.comparingInt(Cell::inputs))
                .collect(Collectors.toMap(
                        Cell::inputs, Function.identity(), (a, b) -> sampled(a) ? b : a, LinkedHashMap::new));
        return bySize.values().stream()
                .map(cell -> new Point(cell.inputs(), time(cell), sampled(cell)))
                .toList();
    }

    private static List<Point> gapPoints(List<Gap> gaps, Predicate<Gap> wanted) {
        return gaps.stream()
                .filter(wanted)
                .sorted(Comparator.comparingInt(Gap::inputs))
                .map(gap -> new Point(gap.inputs(), gap.gap(), gap.method() == Method.SAMPLED))
                .toList();
    }

    private static boolean sampled(Cell cell) {
        return cell.method().equals(Optional.of(Method.SAMPLED));
    }

    private static Interval time(Cell cell) {
        return cell.time().orElseThrow();
    }

    private static <T, K> List<K> distinct(List<T> rows, Function<T, K> key) {
        return rows.stream().map(key).distinct().toList();
    }
}
