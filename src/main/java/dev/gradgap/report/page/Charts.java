package dev.gradgap.report.page;

import dev.gradgap.engine.Mode;
import dev.gradgap.engine.Operator;
import dev.gradgap.engine.Technology;
import dev.gradgap.report.page.Chart.Axis;
import dev.gradgap.report.page.Chart.Kind;
import dev.gradgap.report.page.Chart.Mark;
import dev.gradgap.report.page.Chart.Point;
import dev.gradgap.report.page.Chart.Series;
import dev.gradgap.report.page.Chart.Unit;
import dev.gradgap.results.BreakEven;
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
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Predicate;

/** The charts over the number of inputs, or over what was counted, from the results of a run. */
final class Charts {

    /** Below it a call costs about as much as the graph it works on, whatever the mode. */
    private static final int FITTED_FROM = 64;

    private static final Axis INPUTS = new Axis("inputs N", Unit.COUNT);

    private final RunResults results;
    private final List<Cell> derivatives;

    Charts(RunResults results) {
        this.results = results;
        derivatives = results.cells().stream()
                .filter(cell -> cell.operator() == Operator.GRADIENT || cell.operator() == Operator.JACOBIAN)
                .filter(Charts::isTimed)
                .toList();
    }

    private static boolean isTimed(Cell cell) {
        return cell.status() == Status.OK
                && cell.time().filter(time -> time.estimate() > 0).isPresent();
    }

    /** All charts, in the order in which they are read. */
    List<Chart> all() {
        return List.of(time(), gap(), costRatio(), model(), memory(), breakEven());
    }

    private Chart time() {
        List<Series> series = new ArrayList<>();
        for (Map.Entry<List<String>, List<Cell>> group :
                byFamilyAndEngine(derivatives).entrySet()) {
            List<Cell> cells = group.getValue();
            series.add(data(cells, cell -> cell.time(), Cell::inputs));
            guide(cells).ifPresent(series::add);
        }
        List<Cell> primals = results.cells().stream()
                .filter(cell -> cell.operator() == Operator.PRIMAL && cell.technology() == Technology.REFERENCE)
                .filter(Charts::isTimed)
                .toList();
        for (List<Cell> cells : byFamilyAndEngine(primals).values()) {
            String family = cells.get(0).workload();
            series.add(new Series(
                    family + ": the function itself",
                    family,
                    List.of(),
                    Kind.REFERENCE,
                    points(cells, cell -> cell.time(), Cell::inputs)));
        }
        return new Chart(
                "time",
                "Time of all derivatives",
                "Filled points were measured whole, hollow ones scaled from a sample of their passes; bars are 95 %"
                        + " intervals. Dotted: theory's slopes, N² for forward mode and N for reverse mode.",
                INPUTS,
                new Axis("time", Unit.DURATION),
                series,
                List.of());
    }

    /** Theory's slope through an engine's largest point, over the sizes from 1/64 of it on. */
    private static Optional<Series> guide(List<Cell> cells) {
        Cell last = cells.get(cells.size() - 1);
        if (last.operator() == Operator.JACOBIAN
                || last.inputs() < FITTED_FROM * cells.get(0).inputs()) {
            return Optional.empty();
        }
        int slope = last.mode() == Mode.FORWARD ? 2 : 1;
        double from = last.inputs() / (double) FITTED_FROM;
        double nanos = last.time().orElseThrow().estimate();
        return Optional.of(new Series(
                "theory: " + (slope == 2 ? "N²" : "N"),
                last.workload(),
                List.of(last.engine()),
                Kind.GUIDE,
                List.of(exact(from, nanos * Math.pow(from / last.inputs(), slope)), exact(last.inputs(), nanos))));
    }

    private Chart gap() {
        Map<List<String>, List<Gap>> pairs = new LinkedHashMap<>();
        results.gaps().stream()
                .filter(gap -> gap.gap().estimate() > 0)
                .sorted(Comparator.comparingInt(Gap::inputs))
                .forEach(gap -> pairs.computeIfAbsent(
                                List.of(gap.workload(), gap.forwardEngine(), gap.reverseEngine()),
                                key -> new ArrayList<>())
                        .add(gap));
        List<Series> series = new ArrayList<>();
        pairs.forEach((key, gaps) -> {
            List<String> engines = key.subList(1, 3);
            List<Point> points = gaps.stream()
                    .map(gap -> new Point(gap.inputs(), gap.gap(), gap.method() == Method.SAMPLED))
                    .toList();
            List<Point> fitted =
                    points.stream().filter(point -> point.x() >= FITTED_FROM).toList();
            Optional<PowerLaw> fit = PowerLawFit.fit(
                    fitted.stream().mapToDouble(Point::x).toArray(),
                    fitted.stream().mapToDouble(point -> point.y().estimate()).toArray());
            String name = key.get(0) + ": " + engines.get(0) + " / " + engines.get(1)
                    + fit.map(law -> String.format(
                                    Locale.ROOT, " (N^%.2f)", law.exponent().estimate()))
                            .orElse("");
            series.add(new Series(name, key.get(0), engines, Kind.DATA, points));
            fit.ifPresent(law -> series.add(new Series(
                    name,
                    key.get(0),
                    engines,
                    Kind.FIT,
                    List.of(at(law, fitted.get(0)), at(law, fitted.get(fitted.size() - 1))))));
        });
        return new Chart(
                "gap",
                "The gap: forward time over reverse time",
                "Above the line at 1 reverse mode is faster. Dashed: the power law fitted from N = " + FITTED_FROM
                        + " on; theory's exponent is 1.",
                INPUTS,
                new Axis("forward time / reverse time", Unit.RATIO),
                series,
                List.of(new Mark("both take the same time", 1, 1)));
    }

    private static Point at(PowerLaw law, Point point) {
        return exact(
                point.x(),
                law.coefficient() * Math.pow(point.x(), law.exponent().estimate()));
    }

    private Chart costRatio() {
        List<Cell> reverse = derivatives.stream()
                .filter(cell -> cell.mode() == Mode.REVERSE
                        && cell.operator() == Operator.GRADIENT
                        && cell.ratioToPrimal().orElse(0) > 0)
                .toList();
        return new Chart(
                "cost-ratio",
                "Cost ratio: a reverse gradient over the function itself",
                "Shaded: theory's bound, 4 to 5 in operations and moves, whatever N (Griewank and Walther, Evaluating"
                        + " Derivatives, 2nd ed., sec. 4.4).",
                INPUTS,
                new Axis("reverse gradient / primal", Unit.RATIO),
                each(
                        reverse,
                        cell -> Optional.of(
                                Interval.unknown(cell.ratioToPrimal().getAsDouble())),
                        Cell::inputs),
                List.of(new Mark("theory's bound", 4, 5)));
    }

    private Chart model() {
        List<Cell> counted =
                derivatives.stream().filter(cell -> visited(cell).orElse(0) > 0).toList();
        return new Chart(
                "model",
                "Model and measurement: operations visited against time",
                "Passes times operations are counted, not timed. Where the count explains the time, the points of an"
                        + " engine lie on one line of slope 1, forward and reverse alike.",
                new Axis("passes × operations", Unit.COUNT),
                new Axis("time", Unit.DURATION),
                each(counted, Cell::time, cell -> visited(cell).getAsLong()),
                List.of());
    }

    private static OptionalLong visited(Cell cell) {
        return cell.passes().isPresent() && cell.operations().isPresent()
                ? OptionalLong.of(cell.passes().getAsLong() * cell.operations().getAsLong())
                : OptionalLong.empty();
    }

    private Chart memory() {
        List<Cell> held = derivatives.stream()
                .filter(cell ->
                        cell.liveBytes().orElse(0) > 0 && cell.operations().orElse(0) > 0)
                .toList();
        return new Chart(
                "memory",
                "Memory per operation",
                "Heap that the prepared engine holds after a gradient, over the operations of the graph.",
                INPUTS,
                new Axis("bytes per operation", Unit.BYTES),
                each(
                        held,
                        cell -> Optional.of(
                                Interval.unknown((double) cell.liveBytes().getAsLong()
                                        / cell.operations().getAsLong())),
                        Cell::inputs),
                List.of());
    }

    private Chart breakEven() {
        Map<List<String>, List<Point>> pairs = new LinkedHashMap<>();
        results.breakEvens().stream()
                .filter(breakEven -> breakEven
                        .estimate()
                        .uses()
                        .filter(uses -> uses.estimate() > 0)
                        .isPresent())
                .sorted(Comparator.comparingInt(BreakEven::inputs))
                .forEach(breakEven -> pairs.computeIfAbsent(
                                List.of(breakEven.workload(), breakEven.engine(), breakEven.rival()),
                                key -> new ArrayList<>())
                        .add(new Point(
                                breakEven.inputs(),
                                breakEven.estimate().uses().orElseThrow(),
                                breakEven.method() == Method.SAMPLED)));
        List<Series> series = new ArrayList<>();
        pairs.forEach((key, points) -> series.add(new Series(
                key.get(0) + ": " + key.get(1) + " against " + key.get(2),
                key.get(0),
                key.subList(1, 3),
                Kind.DATA,
                points)));
        return new Chart(
                "break-even",
                "After how many gradients preparing has paid for itself",
                "An engine that records and compiles a graph first, against one that prepares less and is slower"
                        + " from then on.",
                INPUTS,
                new Axis("gradients", Unit.COUNT),
                series,
                List.of());
    }

    private static List<Series> each(List<Cell> cells, Function<Cell, Optional<Interval>> y, Function<Cell, Number> x) {
        return byFamilyAndEngine(cells).values().stream()
                .map(group -> data(group, y, x))
                .toList();
    }

    private static Series data(List<Cell> cells, Function<Cell, Optional<Interval>> y, Function<Cell, Number> x) {
        Cell first = cells.get(0);
        return new Series(
                first.workload() + ": " + first.engine(),
                first.workload(),
                List.of(first.engine()),
                Kind.DATA,
                points(cells, y, x));
    }

    private static List<Point> points(
            List<Cell> cells, Function<Cell, Optional<Interval>> y, Function<Cell, Number> x) {
        return cells.stream()
                .map(cell -> new Point(
                        x.apply(cell).doubleValue(),
                        y.apply(cell).orElseThrow(),
                        cell.method().equals(Optional.of(Method.SAMPLED))))
                .toList();
    }

    private static Point exact(double x, double y) {
        return new Point(x, Interval.unknown(y), false);
    }

    /** By size; where a size was both measured and sampled, the measured one. Reverse engines come first. */
    private static Map<List<String>, List<Cell>> byFamilyAndEngine(List<Cell> cells) {
        Map<List<String>, Map<Integer, Cell>> groups = new LinkedHashMap<>();
        for (Predicate<Cell> wanted :
                List.<Predicate<Cell>>of(cell -> cell.mode() == Mode.REVERSE, cell -> cell.mode() == Mode.FORWARD)) {
            cells.stream()
                    .filter(wanted)
                    .sorted(Comparator.comparingInt(Cell::inputs))
                    .forEach(cell -> groups.computeIfAbsent(
                                    List.of(cell.workload(), cell.engine()), key -> new LinkedHashMap<>())
                            .merge(cell.inputs(), cell, Cell::wholeBeforeSampled));
        }
        Map<List<String>, List<Cell>> bySize = new LinkedHashMap<>();
        groups.forEach((key, sizes) -> bySize.put(key, List.copyOf(sizes.values())));
        return bySize;
    }
}
