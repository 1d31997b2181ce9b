package dev.gradgap.report.finding;

import dev.gradgap.engine.Mode;
import dev.gradgap.engine.Technology;
import dev.gradgap.results.Cell;
import dev.gradgap.results.Gap;
import dev.gradgap.results.Method;
import dev.gradgap.results.Problem;
import dev.gradgap.results.RunResults;
import dev.gradgap.statistics.CrossoverEstimate;
import dev.gradgap.statistics.CrossoverFit;
import dev.gradgap.statistics.Interval;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Which mode computes a Jacobian faster, and by how much, for each number of inputs n and of outputs m that one family was
 * measured at with one pair of engines. Forward mode makes a pass for each input (or chunk of inputs), reverse mode a sweep
 * for each output: theory expects reverse mode to win where n / m is large.
 *
 * @param family the workload's name without its number of outputs, so that workloads that differ in nothing else share a map
 * @param points by inputs, then by outputs; at most one for each pair of numbers
 * @param crossings by inputs: where the modes change places as the outputs grow
 */
public record JacobianMap(
        Technology technology,
        String family,
        String forwardEngine,
        String reverseEngine,
        List<Point> points,
        List<Crossing> crossings) {

    /**
     * A measured shape of Jacobian; with one output it is a gradient.
     *
     * @param inputs n
     * @param outputs m
     * @param forwardNs nanoseconds for the whole Jacobian by forward mode
     * @param reverseNs nanoseconds by reverse mode
     * @param ratio forward over reverse time with its interval: above 1 reverse mode is faster
     * @param method sampled if either time was
     */
    public record Point(int inputs, int outputs, double forwardNs, double reverseNs, Interval ratio, Method method) {

        /** The faster mode; empty if the interval of the ratio contains 1, so that it may be either. */
        public Optional<Mode> faster() {
            boolean either = ratio.isKnown() && ratio.low() <= 1 && ratio.high() >= 1;
            return either ? Optional.empty() : Optional.of(ratio.estimate() >= 1 ? Mode.REVERSE : Mode.FORWARD);
        }

        /** How many times as long as the faster mode the slower one takes, at least 1. */
        public double advantage() {
            return Math.max(ratio.estimate(), 1 / ratio.estimate());
        }
    }

    /**
     * The m at which both modes take the same time for n inputs.
     *
     * @param inputs n
     * @param outputs m, interpolated on log-log axes between the measured m, see {@link CrossoverFit}. {@code BELOW}:
     *     forward mode is faster at every measured m; {@code ABOVE}: reverse mode is, at the largest of them
     */
    public record Crossing(int inputs, CrossoverEstimate outputs) {}

    public JacobianMap {
        points = List.copyOf(points);
        crossings = List.copyOf(crossings);
    }

    /** The numbers of inputs measured at, ascending. */
    public List<Integer> inputs() {
        return points.stream().map(Point::inputs).distinct().sorted().toList();
    }

    /** The numbers of outputs measured at, ascending. */
    public List<Integer> outputs() {
        return points.stream().map(Point::outputs).distinct().sorted().toList();
    }

    /** Whether both numbers were varied, as a map of two axes needs: several n were measured with several m each. */
    public boolean isPlane() {
        return crossings.stream()
                        .filter(crossing -> crossing.outputs().status() != CrossoverEstimate.Status.UNKNOWN)
                        .count()
                > 1;
    }

    /** A map for each technology, family and pair of engines that was measured with several outputs anywhere. */
    public static List<JacobianMap> of(RunResults results) {
        Map<Problem, Integer> outputs = new HashMap<>();
        for (Cell cell : results.cells()) {
            outputs.putIfAbsent(cell.problem(), cell.outputs());
        }
        Map<Pair, Map<Shape, Point>> maps = new LinkedHashMap<>();
        for (Gap gap : results.gaps()) {
            Problem problem = gap.problem();
            if (gap.gap().estimate() > 0 && outputs.containsKey(problem)) {
                maps.computeIfAbsent(Pair.of(gap), pair -> new HashMap<>())
                        .merge(
                                new Shape(gap.inputs(), outputs.get(problem)),
                                point(gap, outputs.get(problem)),
                                (a, b) -> a.method() == Method.SAMPLED ? b : a);
            }
        }
        List<JacobianMap> withSeveralOutputs = new ArrayList<>();
        maps.forEach((pair, points) -> {
            if (points.keySet().stream().anyMatch(shape -> shape.outputs > 1)) {
                withSeveralOutputs.add(pair.map(points.values()));
            }
        });
        return withSeveralOutputs;
    }

    private static Point point(Gap gap, int outputs) {
        return new Point(gap.inputs(), outputs, gap.forwardNs(), gap.reverseNs(), gap.gap(), gap.method());
    }

    /** Reverse over forward time passes 1 from below as the outputs grow. */
    private static Crossing crossing(int inputs, List<Point> growing) {
        return new Crossing(
                inputs,
                CrossoverFit.of(
                        growing.stream().mapToDouble(Point::outputs).toArray(),
                        growing.stream().map(point -> inverse(point.ratio())).toArray(Interval[]::new)));
    }

    private static Interval inverse(Interval ratio) {
        return new Interval(1 / ratio.estimate(), 1 / ratio.high(), 1 / ratio.low());
    }

    private record Shape(int inputs, int outputs) {}

    private record Pair(Technology technology, String family, String forward, String reverse) {

        static Pair of(Gap gap) {
            return new Pair(
                    gap.technology(),
                    WorkloadNames.anyOutputs(gap.workload()),
                    gap.forwardEngine(),
                    gap.reverseEngine());
        }

        JacobianMap map(Collection<Point> measured) {
            List<Point> points = measured.stream()
                    .sorted(Comparator.comparingInt(Point::inputs).thenComparingInt(Point::outputs))
                    .toList();
            List<Crossing> crossings = new ArrayList<>();
            points.stream()
                    .collect(Collectors.groupingBy(Point::inputs, LinkedHashMap::new, Collectors.toList()))
                    .forEach((inputs, growing) -> crossings.add(crossing(inputs, growing)));
            return new JacobianMap(technology, family, forward, reverse, points, crossings);
        }
    }
}
