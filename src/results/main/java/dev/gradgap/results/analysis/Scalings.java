package dev.gradgap.results.analysis;

import dev.gradgap.engine.Operator;
import dev.gradgap.results.Cell;
import dev.gradgap.results.Scaling;
import dev.gradgap.statistics.PowerLawFit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/**
 * How the time per operation of each engine grows with the number of inputs: not at all for a primal and a reverse
 * gradient, in proportion for a forward one, whose passes grow with the inputs.
 */
final class Scalings {

    /**
     * The smallest number of inputs that counts. Below it a call costs about as much as the graph it works on, so that the
     * time per operation falls with the size whatever the mode.
     */
    private static final int SMALLEST = 64;

    private static final Set<Operator> OPERATORS = Set.of(Operator.PRIMAL, Operator.GRADIENT, Operator.JACOBIAN);

    private Scalings() {}

    /** A fit for each workload, engine and operator with at least three sizes that count, in the order of the cells. */
    static List<Scaling> of(List<Cell> cells) {
        Map<Curve, NavigableMap<Integer, Cell>> curves = new LinkedHashMap<>();
        for (Cell cell : cells) {
            if (cell.inputs() >= SMALLEST
                    && OPERATORS.contains(cell.operator())
                    && cell.timing().nsPerOperation().isPresent()) {
                curves.computeIfAbsent(
                                new Curve(cell.workload(), cell.engine(), cell.operator()), curve -> new TreeMap<>())
                        .merge(cell.inputs(), cell, Cell::wholeBeforeSampled);
            }
        }
        List<Scaling> scalings = new ArrayList<>();
        curves.forEach((curve, sizes) -> {
            double[] inputs =
                    sizes.keySet().stream().mapToDouble(Integer::doubleValue).toArray();
            double[] nanos = sizes.values().stream()
                    .mapToDouble(cell -> cell.timing().nsPerOperation().orElseThrow())
                    .toArray();
            PowerLawFit.fit(inputs, nanos)
                    .ifPresent(fit -> scalings.add(new Scaling(curve.workload, curve.engine, curve.operator, fit)));
        });
        return scalings;
    }

    private record Curve(String workload, String engine, Operator operator) {}
}
