package dev.gradgap.report.finding;

import dev.gradgap.engine.Mode;
import dev.gradgap.engine.Operator;
import dev.gradgap.engine.Technology;
import dev.gradgap.results.Cell;
import dev.gradgap.results.Gap;
import dev.gradgap.results.RunResults;
import dev.gradgap.results.Status;
import dev.gradgap.statistics.Interval;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What of a run can be drawn on logarithmic axes: what was measured and is positive.
 *
 * @param cells rows of cells.csv with a time, in the order of the plan
 * @param gaps rows of gap.csv
 */
public record Measured(List<Cell> cells, List<Gap> gaps) {

    public Measured {
        cells = List.copyOf(cells);
        gaps = List.copyOf(gaps);
    }

    /** What of a run can be drawn. */
    public static Measured of(RunResults results) {
        return new Measured(
                results.cells().stream()
                        .filter(cell -> cell.status() == Status.OK && nanoseconds(cell) > 0)
                        .toList(),
                results.gaps().stream().filter(gap -> gap.gap().estimate() > 0).toList());
    }

    /** The time of a cell; 0 if it has none. */
    static double nanoseconds(Cell cell) {
        return cell.time().map(Interval::estimate).orElse(0.0);
    }

    /** The cells of all derivatives of a workload. */
    public List<Cell> derivatives(Predicate<Cell> wanted) {
        return cells.stream()
                .filter(cell -> cell.operator().isAllDerivatives())
                .filter(wanted)
                .toList();
    }

    /** Whether a workload has several outputs. */
    public boolean hasJacobian(String workload) {
        return workloadsWithJacobian().contains(workload);
    }

    /** The workloads that have several outputs. */
    public Set<String> workloadsWithJacobian() {
        return cells.stream()
                .filter(cell -> cell.operator() == Operator.JACOBIAN)
                .map(Cell::workload)
                .collect(Collectors.toSet());
    }

    /** The function itself, by size: in plain Java, or where it has no such form with an engine's numbers. */
    public List<Cell> primal(String workload) {
        List<Cell> primals = cells.stream()
                .filter(cell -> cell.workload().equals(workload) && cell.operator() == Operator.PRIMAL)
                .toList();
        List<Cell> plain = primals.stream()
                .filter(cell -> cell.technology() == Technology.REFERENCE)
                .toList();
        return bySize(plain.isEmpty() ? primals : plain);
    }

    /** The cells of a mode, in their order. */
    public static List<Cell> ofMode(List<Cell> cells, Mode mode) {
        return cells.stream().filter(cell -> cell.mode() == mode).toList();
    }

    /** {@link #onePerSize} by ascending size. */
    public static List<Cell> bySize(List<Cell> cells) {
        return onePerSize(
                cells.stream().sorted(Comparator.comparingInt(Cell::inputs)).toList());
    }

    /** A cell for each workload and size, in their order; where it was both measured and sampled, the measured one. */
    static List<Cell> onePerSize(List<Cell> cells) {
        return List.copyOf(cells.stream()
                .collect(Collectors.toMap(
                        Cell::problem, Function.identity(), Cell::wholeBeforeSampled, LinkedHashMap::new))
                .values());
    }

    /** The keys of some rows, each once, in their order. */
    public static <T, K> List<K> distinct(List<T> rows, Function<T, K> key) {
        return rows.stream().map(key).distinct().toList();
    }
}
