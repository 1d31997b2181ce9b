package dev.gradgap.results.analysis;

import dev.gradgap.engine.Mode;
import dev.gradgap.engine.Operator;
import dev.gradgap.results.Cell;
import dev.gradgap.results.CostRatioScaling;
import dev.gradgap.statistics.PowerLawFit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * How the cost ratio of each engine grows with the number of inputs. Unlike the time per operation it does not change where
 * gradient and primal leave a cache together.
 */
final class CostRatioScalings {

    /** The smallest number of inputs that counts: below it the fixed costs of a call are a part of both times. */
    private static final int SMALLEST = 1000;

    private CostRatioScalings() {}

    /** A fit for each workload and engine with at least three sizes that count, in the order of the cells. */
    static List<CostRatioScaling> of(List<Cell> cells) {
        Map<Curve, NavigableMap<Integer, Cell>> curves = new LinkedHashMap<>();
        for (Cell cell : cells) {
            if (cell.inputs() >= SMALLEST
                    && cell.operator() == Operator.GRADIENT
                    && cell.timing().ratioToPrimal().isPresent()) {
                curves.computeIfAbsent(new Curve(cell.workload(), cell.engine(), cell.mode()), curve -> new TreeMap<>())
                        .merge(cell.inputs(), cell, Cell::wholeBeforeSampled);
            }
        }
        List<CostRatioScaling> scalings = new ArrayList<>();
        curves.forEach((curve, sizes) -> {
            double[] inputs =
                    sizes.keySet().stream().mapToDouble(Integer::doubleValue).toArray();
            double[] ratios = sizes.values().stream()
                    .mapToDouble(cell -> cell.timing().ratioToPrimal().orElseThrow())
                    .toArray();
            PowerLawFit.fit(inputs, ratios)
                    .ifPresent(fit -> scalings.add(new CostRatioScaling(
                            curve.workload, curve.engine, curve.mode, fit, sizes.firstKey(), sizes.lastKey())));
        });
        return scalings;
    }

    private record Curve(String workload, String engine, Mode mode) {}
}
