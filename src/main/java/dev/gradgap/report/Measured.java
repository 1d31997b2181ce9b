package dev.gradgap.report;

import dev.gradgap.engine.Mode;
import dev.gradgap.engine.Operator;
import dev.gradgap.report.Curve.Point;
import dev.gradgap.results.Cell;
import dev.gradgap.results.Gap;
import dev.gradgap.results.Method;
import dev.gradgap.results.RunResults;
import dev.gradgap.results.Status;
import dev.gradgap.statistics.Interval;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What of a run can be drawn on logarithmic axes: what was measured and is positive.
 *
 * @param cells rows of cells.csv with a time
 * @param gaps rows of gap.csv
 */
record Measured(List<Cell> cells, List<Gap> gaps) {

    static Measured of(RunResults results) {
        return new Measured(
                results.cells().stream()
                        .filter(cell -> cell.status() == Status.OK
                                && cell.time().map(Interval::estimate).orElse(0.0) > 0)
                        .toList(),
                results.gaps().stream().filter(gap -> gap.gap().estimate() > 0).toList());
    }

    /** The cells of all derivatives of a workload. */
    List<Cell> derivatives(Predicate<Cell> wanted) {
        return cells.stream()
                .filter(cell -> cell.operator() == Operator.GRADIENT || cell.operator() == Operator.JACOBIAN)
                .filter(wanted)
                .toList();
    }

    boolean hasJacobian(String workload) {
        return cells.stream()
                .anyMatch(cell -> cell.workload().equals(workload) && cell.operator() == Operator.JACOBIAN);
    }

    static List<Cell> ofMode(List<Cell> cells, Mode mode) {
        return cells.stream().filter(cell -> cell.mode() == mode).toList();
    }

    static Interval time(Cell cell) {
        return cell.time().orElseThrow();
    }

    /** The points of a curve by size; where a size was both measured and sampled, the measured one. */
    static List<Point> points(List<Cell> cells, Predicate<Cell> wanted) {
        Map<Integer, Cell> bySize = cells.stream()
                .filter(wanted)
                .sorted(Comparator.comparingInt(Cell::inputs))
                .collect(Collectors.toMap(
                        Cell::inputs, Function.identity(), Cell::wholeBeforeSampled, LinkedHashMap::new));
        return bySize.values().stream()
                .map(cell -> new Point(cell.inputs(), time(cell), cell.method().equals(Optional.of(Method.SAMPLED))))
                .toList();
    }

    static <T, K> List<K> distinct(List<T> rows, Function<T, K> key) {
        return rows.stream().map(key).distinct().toList();
    }
}
