package dev.gradgap.results.analysis;

import dev.gradgap.engine.Operator;
import dev.gradgap.results.Cell;
import dev.gradgap.results.CostRatioScaling;
import dev.gradgap.results.Scaling;
import dev.gradgap.statistics.PowerLaw;
import dev.gradgap.statistics.PowerLawFit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** How a figure of each engine grows with the number of inputs: a fit for each that has at least three sizes that count. */
final class Scalings {

    /**
     * The smallest number of inputs of which the time per operation counts. Below it a call costs about as much as the graph it
     * works on, so that the time per operation falls with the size whatever the mode.
     */
    private static final int SMALLEST = 64;

    /** That of which the cost ratio counts: below it the fixed costs of a call are a part of both times. */
    private static final int SMALLEST_OF_RATIOS = 1000;

    private static final Set<Operator> OPERATORS = Set.of(Operator.PRIMAL, Operator.GRADIENT, Operator.JACOBIAN);

    private Scalings() {}

    /**
     * The time per operation, in the order of the cells: it does not grow for a primal and a reverse gradient, and in proportion
     * for a forward one, whose passes grow with the inputs.
     */
    static List<Scaling> ofTimes(List<Cell> cells) {
        return curves(cells, SMALLEST, OPERATORS, cell -> cell.timing().nsPerOperation()).stream()
                .map(curve -> new Scaling(curve.any.workload(), curve.any.engine(), curve.any.operator(), curve.fit))
                .toList();
    }

    /**
     * The cost ratio of the gradient, in the order of the cells. Unlike the time per operation it does not change where gradient
     * and primal leave a cache together.
     */
    static List<CostRatioScaling> ofCostRatios(List<Cell> cells) {
        return curves(cells, SMALLEST_OF_RATIOS, Set.of(Operator.GRADIENT), cell -> cell.timing()
                        .ratioToPrimal())
                .stream()
                .map(curve -> new CostRatioScaling(
                        curve.any.workload(),
                        curve.any.engine(),
                        curve.any.mode(),
                        curve.fit,
                        curve.smallest,
                        curve.largest))
                .toList();
    }

    private record Curve(Cell any, PowerLaw fit, int smallest, int largest) {}

    private static List<Curve> curves(
            List<Cell> cells, int smallest, Set<Operator> operators, Function<Cell, OptionalDouble> figure) {
        Map<List<Object>, NavigableMap<Integer, Cell>> sizes = new LinkedHashMap<>();
        for (Cell cell : cells) {
            if (cell.inputs() >= smallest
                    && operators.contains(cell.operator())
                    && figure.apply(cell).isPresent()) {
                sizes.computeIfAbsent(
                                List.of(cell.workload(), cell.engine(), cell.operator()), curve -> new TreeMap<>())
                        .merge(cell.inputs(), cell, Cell::wholeBeforeSampled);
            }
        }
        List<Curve> curves = new ArrayList<>();
        sizes.values().forEach(bySize -> {
            double[] inputs =
                    bySize.keySet().stream().mapToDouble(Integer::doubleValue).toArray();
            double[] figures = bySize.values().stream()
                    .mapToDouble(cell -> figure.apply(cell).orElseThrow())
                    .toArray();
            Cell any = bySize.firstEntry().getValue();
            PowerLawFit.fit(inputs, figures)
                    .ifPresent(fit -> curves.add(new Curve(any, fit, bySize.firstKey(), bySize.lastKey())));
        });
        return curves;
    }
}
