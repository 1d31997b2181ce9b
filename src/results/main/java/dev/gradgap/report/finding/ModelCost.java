package dev.gradgap.report.finding;

import dev.gradgap.engine.Mode;
import dev.gradgap.engine.Technology;
import dev.gradgap.results.Cell;
import dev.gradgap.results.Method;
import dev.gradgap.results.RunResults;
import dev.gradgap.results.Status;
import dev.gradgap.statistics.ForkStatistics;
import dev.gradgap.statistics.Interval;
import dev.gradgap.statistics.PowerLaw;
import dev.gradgap.statistics.PowerLawFit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The model beside the measurement: the operations an engine visits for all derivatives, counted as passes times operations
 * of the graph, against the time it takes. Were every visit to cost the same, time would be visits times a constant, and the
 * slope on log-log axes 1.
 *
 * @param points by visits
 * @param fit time in nanoseconds against visits, from {@value #FITTED_FROM} visits on, since below it the call costs about
 *     as much as the visits; empty if these are fewer than three or hardly differ, as the slope would be that of what else
 *     distinguishes the workloads
 */
public record ModelCost(String engine, Technology technology, Mode mode, List<Point> points, Optional<PowerLaw> fit) {

    /** From where on the visits are the cost. */
    public static final int FITTED_FROM = 1000;

    /** A slope is fitted if the most visits are at least so many times the least. */
    private static final double FITTED_OVER = 100;

    /**
     * A gradient, or Jacobian, of one workload.
     *
     * @param operations of the graph, without inputs and constants
     * @param passes through the graph: of a vector forward engine one for each chunk of inputs
     * @param time nanoseconds
     * @param method sampled if a part of the passes was timed and scaled by their number
     */
    public record Point(
            String workload, int inputs, int outputs, long operations, long passes, Interval time, Method method) {

        /** Operations visited in all passes together. */
        public double visits() {
            return (double) operations * passes;
        }

        /** Nanoseconds for a visit. */
        public double nsPerVisit() {
            return time.estimate() / visits();
        }
    }

    public ModelCost {
        points = List.copyOf(points);
    }

    /** Nanoseconds for a visit, from {@value #FITTED_FROM} visits on: the geometric mean, the least and the most. */
    public Optional<Spread> spread() {
        double[] costs = points.stream()
                .filter(point -> point.visits() >= FITTED_FROM)
                .mapToDouble(Point::nsPerVisit)
                .sorted()
                .toArray();
        return costs.length == 0
                ? Optional.empty()
                : Optional.of(new Spread(
                        ForkStatistics.geometricMean(costs), costs[0], costs[costs.length - 1], costs.length));
    }

    /**
     * How much one visit costs, and how much that depends on the workload and its size.
     *
     * @param mean the geometric mean of nanoseconds for a visit
     * @param points how many it is over
     */
    public record Spread(double mean, double least, double most, int points) {

        /** The most over the least: 1 if the model were exact. */
        public double factor() {
            return most / least;
        }
    }

    /** For each engine of which a gradient or Jacobian was timed and counted, in the order of the plan. */
    public static List<ModelCost> of(RunResults results) {
        Map<String, List<Cell>> byEngine = results.cells().stream()
                .filter(ModelCost::isCounted)
                .collect(Collectors.groupingBy(Cell::engine, LinkedHashMap::new, Collectors.toList()));
        List<ModelCost> costs = new ArrayList<>();
        byEngine.forEach((engine, cells) -> costs.add(of(engine, cells)));
        return costs;
    }

    private static boolean isCounted(Cell cell) {
        return cell.status() == Status.OK
                && cell.operator().isAllDerivatives()
                && Measured.nanoseconds(cell) > 0
                && cell.operations().orElse(0) > 0
                && cell.passes().orElse(0) > 0;
    }

    private static ModelCost of(String engine, List<Cell> cells) {
        List<Point> points = Measured.onePerSize(cells).stream()
                .map(ModelCost::point)
                .sorted(Comparator.comparingDouble(Point::visits))
                .toList();
        return new ModelCost(
                engine,
                cells.get(0).technology(),
                cells.get(0).mode(),
                points,
                fit(points.stream()
                        .filter(point -> point.visits() >= FITTED_FROM)
                        .toList()));
    }

    private static Optional<PowerLaw> fit(List<Point> points) {
        boolean narrow = points.isEmpty()
                || points.get(points.size() - 1).visits()
                        < FITTED_OVER * points.get(0).visits();
        return narrow
                ? Optional.empty()
                : PowerLawFit.fit(
                        points.stream().mapToDouble(Point::visits).toArray(),
                        points.stream()
                                .mapToDouble(point -> point.time().estimate())
                                .toArray());
    }

    private static Point point(Cell cell) {
        return new Point(
                cell.workload(),
                cell.inputs(),
                cell.outputs(),
                cell.operations().orElseThrow(),
                cell.passes().orElseThrow(),
                cell.time().orElseThrow(),
                cell.method().orElse(Method.MEASURED));
    }
}
