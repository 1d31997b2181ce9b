package dev.gradgap.report.finding;

import dev.gradgap.engine.Mode;
import dev.gradgap.engine.Technology;
import dev.gradgap.results.Cell;
import dev.gradgap.results.RunResults;
import dev.gradgap.results.Status;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * The memory of an engine for each operation of the graph, against the number of inputs.
 *
 * @param points by inputs, then in the order of the plan; each has at least one of its figures
 */
public record MemoryCost(String engine, Technology technology, Mode mode, List<Point> points) {

    /**
     * A gradient, or Jacobian, of one workload.
     *
     * @param operations of the graph, without inputs and constants
     * @param liveBytesPerOperation heap that the prepared engine was found to hold after a differentiation, over the
     *     operations; empty if it was not looked at
     * @param tapeBytesPerOperation what is kept between sweeps or passes, as the engine counts it, over the operations;
     *     empty if it keeps no tape
     */
    public record Point(
            String workload,
            int inputs,
            long operations,
            OptionalDouble liveBytesPerOperation,
            OptionalDouble tapeBytesPerOperation) {}

    public MemoryCost {
        points = List.copyOf(points);
    }

    /** For each engine of which memory is known, in the order of the plan. */
    public static List<MemoryCost> of(RunResults results) {
        Map<String, List<Cell>> byEngine = results.cells().stream()
                .filter(MemoryCost::isKnown)
                .collect(Collectors.groupingBy(Cell::engine, LinkedHashMap::new, Collectors.toList()));
        List<MemoryCost> costs = new ArrayList<>();
        byEngine.forEach((engine, cells) -> costs.add(
                new MemoryCost(engine, cells.get(0).technology(), cells.get(0).mode(), points(cells))));
        return costs;
    }

    private static boolean isKnown(Cell cell) {
        return cell.status() == Status.OK
                && cell.operator().isAllDerivatives()
                && cell.operations().orElse(0) > 0
                && (cell.memory().liveBytes().orElse(0) > 0
                        || cell.memory().tapeBytes().orElse(0) > 0);
    }

    private static List<Point> points(List<Cell> cells) {
        return Measured.bySize(cells).stream()
                .map(cell -> new Point(
                        cell.workload(),
                        cell.inputs(),
                        cell.operations().orElseThrow(),
                        perOperation(cell.memory().liveBytes(), cell),
                        perOperation(cell.memory().tapeBytes(), cell)))
                .toList();
    }

    private static OptionalDouble perOperation(OptionalLong bytes, Cell cell) {
        return bytes.orElse(0) > 0
                ? OptionalDouble.of(
                        (double) bytes.getAsLong() / cell.operations().getAsLong())
                : OptionalDouble.empty();
    }
}
