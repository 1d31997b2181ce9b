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
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The plots of a run: time, gap and cost ratio against the number of inputs, by name of file. */
final class Plots {

    private static final double BOUND_LOW = 4; // Griewank and Walther, Evaluating Derivatives, 2nd ed., sec. 4.4
    private static final double BOUND_HIGH = 5;

    /** Where fits begin: below it a call costs about as much as the graph it works on, whatever the mode. */
    private static final int FITTED_FROM = 64;

    private final List<Cell> cells;
    private final List<Gap> gaps;

    private Plots(RunResults results) {
        // What is not positive has no place on logarithmic axes.
        cells = results.cells().stream()
                .filter(cell -> cell.status() == Status.OK && isPositive(cell.time()))
                .toList();
        gaps = results.gaps().stream().filter(gap -> gap.gap().estimate() > 0).toList();
    }

    private static boolean isPositive(Optional<Interval> time) {
        return time.isPresent() && time.get().estimate() > 0;
    }

    /** Every plot that has at least one line of two points. */
    static Map<String, LogLogPlot> of(RunResults results) {
        return new Plots(results).all();
    }

    private Map<String, LogLogPlot> all() {
        Map<String, LogLogPlot> plots = new LinkedHashMap<>();
        for (String workload : distinct(cells, Cell::workload)) {
            String derivatives = hasJacobian(workload) ? "Jacobian" : "gradient";
            for (Technology technology : distinct(cells, Cell::technology)) {
                add(
                        plots,
                        "time-" + workload + "-" + technology.label(),
                        time(workload, technology),
                        curves -> new LogLogPlot(
                                workload + ": time of a " + derivatives + ", " + technology.label(),
                                "filled: measured; hollow: sampled passes scaled to all; bars: 95 % intervals",
                                "time of a " + derivatives,
                                Ticks::durations,
                                curves));
            }
        }
        for (String workload : distinct(gaps, Gap::workload)) {
            add(
                    plots,
                    "gap-" + workload,
                    gap(workload),
                    curves -> gapPlot(
                            workload + ": forward time over reverse time",
                            "dashed: power law c N^b fitted from N = " + FITTED_FROM
                                    + " on, with its exponent b; hollow: forward sampled; bars: 95 % intervals",
                            curves));
        }
        for (Technology technology : distinct(gaps, Gap::technology)) {
            add(
                    plots,
                    "gap-overview-" + technology.label(),
                    gapOverview(technology),
                    curves -> gapPlot(
                            "Forward time over reverse time, " + technology.label(),
                            "scalar forward mode against reverse mode, every workload; hollow: forward sampled; bars:"
                                    + " 95 % intervals",
                            curves));
        }
        for (Technology technology : distinct(cells, Cell::technology)) {
            add(plots, "cost-ratio-" + technology.label(), costRatio(technology), curves -> new LogLogPlot(
                            "Reverse gradient over primal, " + technology.label(),
                            "shaded: the bound of theory, 4 to 5 in operations and memory moves",
                            "time of reverse gradient / time of primal",
                            Ticks::ratios,
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
        return new LogLogPlot(title, subtitle, "gap: forward time / reverse time", Ticks::ratios, curves)
                .line(1, "gap 1: both modes take the same time");
    }

    private boolean hasJacobian(String workload) {
        return cells.stream()
                .anyMatch(cell -> cell.workload().equals(workload) && cell.operator() == Operator.JACOBIAN);
    }

    private List<Curve> time(String workload, Technology technology) {
        List<Cell> timed = timed(cell -> cell.workload().equals(workload) && cell.technology() == technology);
        List<Curve> curves = new ArrayList<>();
        // Reverse first, then scalar forward, as planned: the same colours in every plot.
        for (Mode mode : List.of(Mode.REVERSE, Mode.FORWARD)) {
            for (String engine : distinct(ofMode(timed, mode), Cell::engine)) {
                curves.add(new Curve(
                        engine, Style.DATA, points(timed, cell -> cell.engine().equals(engine))));
            }
        }
        int largest = timed.stream().mapToInt(Cell::inputs).max().orElse(0);
        List<Point> primal =
                primal(workload).stream().filter(point -> point.x() <= largest).toList();
        if (!primal.isEmpty()) {
            curves.add(new Curve("primal", Style.REFERENCE, primal));
        }
        guide(timed, Mode.FORWARD, 2).ifPresent(curves::add);
        if (!hasJacobian(workload)) { // whose reverse sweeps are as many as its outputs
            guide(timed, Mode.REVERSE, 1).ifPresent(curves::add);
        }
        return curves;
    }

    private List<Point> primal(String workload) {
        List<Cell> primal = cells.stream()
                .filter(cell -> cell.workload().equals(workload) && cell.operator() == Operator.PRIMAL)
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
        double start = Math.max(n / 64, Math.sqrt(from * n)); // leaves room for its name
        return Optional.of(new Curve(
                slope == 1 ? "theory: N" : "theory: N²",
                Style.GUIDE,
                List.of(Point.of(start, y * Math.pow(start / n, slope)), Point.of(n, y))));
    }

    private List<Curve> gap(String workload) {
        List<Curve> curves = new ArrayList<>();
        List<Gap> ofWorkload = gaps.stream()
                .filter(gap -> gap.workload().equals(workload))
                .sorted(Comparator.comparing(Gap::technology))
                .toList();
        for (String pair : distinct(ofWorkload, Plots::pair)) {
            List<Point> points = gapPoints(ofWorkload, gap -> pair(gap).equals(pair));
            List<Point> fitted =
                    points.stream().filter(point -> point.x() >= FITTED_FROM).toList();
            Optional<PowerLaw> fit = fit(fitted);
            String exponent = fit.map(
                            law -> " (b = " + Numbers.exponent(law.exponent().estimate(), 2) + ")")
                    .orElse("");
            curves.add(new Curve(pair + exponent, Style.DATA, points));
            fit.ifPresent(law -> curves.add(new Curve(
                    pair, Style.FIT, List.of(at(law, fitted.get(0)), at(law, fitted.get(fitted.size() - 1))))));
        }
        return curves;
    }

    /** Both engines, without what the second one's name repeats: graph-forward / reverse. */
    private static String pair(Gap gap) {
        String prefix = gap.technology().label() + "-";
        boolean repeats =
                gap.forwardEngine().startsWith(prefix) && gap.reverseEngine().startsWith(prefix);
        return gap.forwardEngine() + " / "
                + (repeats ? gap.reverseEngine().substring(prefix.length()) : gap.reverseEngine());
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
        Set<String> scalar = Findings.scalarForwardEngines(gaps, technology);
        List<Gap> ofTechnology = gaps.stream()
                .filter(gap -> gap.technology() == technology && scalar.contains(gap.forwardEngine()))
                .toList();
        boolean onePair = distinct(ofTechnology, Plots::pair).size() == 1;
        Function<Gap, String> name = gap ->
                gap.workload() + (hasJacobian(gap.workload()) ? " (Jacobian)" : "") + (onePair ? "" : ", " + pair(gap));
        return distinct(ofTechnology, name).stream()
                .map(curve -> new Curve(curve, Style.DATA, gapPoints(ofTechnology, gap -> name.apply(gap)
                        .equals(curve))))
                .toList();
    }

    private List<Curve> costRatio(Technology technology) {
        List<Cell> reverse = timed(cell -> cell.technology() == technology
                && cell.mode() == Mode.REVERSE
                && cell.operator() == Operator.GRADIENT
                && cell.ratioToPrimal().orElse(0) > 0);
        boolean oneEngine = distinct(reverse, Cell::engine).size() == 1;
        Function<Cell, String> name = cell -> cell.workload() + (oneEngine ? "" : ", " + cell.engine());
        return distinct(reverse, name).stream()
                .map(curve -> new Curve(
                        curve,
                        Style.DATA,
                        reverse.stream()
                                .filter(cell -> name.apply(cell).equals(curve))
                                .sorted(Comparator.comparingInt(Cell::inputs))
                                .map(cell -> Point.of(
                                        cell.inputs(), cell.ratioToPrimal().getAsDouble()))
                                .toList()))
                .toList();
    }

    private List<Cell> timed(Predicate<Cell> wanted) {
        return cells.stream()
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
