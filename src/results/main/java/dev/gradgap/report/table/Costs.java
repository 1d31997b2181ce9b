package dev.gradgap.report.table;

import dev.gradgap.report.finding.ModelCost;
import dev.gradgap.results.BreakEven;
import dev.gradgap.results.Cell;
import dev.gradgap.results.CostRatioScaling;
import dev.gradgap.results.RunResults;
import dev.gradgap.statistics.BreakEvenEstimate;
import dev.gradgap.statistics.Interval;
import dev.gradgap.text.Numbers;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** Tables of what an engine costs beside the time of a gradient: preparation and memory; and how its cost ratio grows. */
final class Costs {

    private Costs() {}

    /** The tables; some may have no row. */
    static List<Table> of(RunResults results) {
        return List.of(breakEvens(results), costRatios(results), model(results), memory(results));
    }

    private static Table breakEvens(RunResults results) {
        return new Table(
                "After how many gradients preparing has paid for itself",
                List.of(
                        "workload",
                        "inputs",
                        "engine",
                        "against",
                        "preparing",
                        "gradient",
                        "its preparing",
                        "its gradient",
                        "gradients",
                        ""),
                results.breakEvens().stream().map(Costs::breakEven).toList());
    }

    private static List<String> breakEven(BreakEven breakEven) {
        return List.of(
                breakEven.workload(),
                Integer.toString(breakEven.inputs()),
                breakEven.engine(),
                breakEven.rival(),
                Numbers.duration(breakEven.prepareNs()),
                Numbers.duration(breakEven.gradientNs()),
                breakEven.rivalPrepareNs().isPresent()
                        ? Numbers.duration(breakEven.rivalPrepareNs().getAsDouble())
                        : "taken as 0",
                Numbers.duration(breakEven.rivalGradientNs()),
                evaluations(breakEven.estimate()),
                breakEven.method().label());
    }

    private static String evaluations(BreakEvenEstimate estimate) {
        return switch (estimate.status()) {
            case PAYS, ALWAYS -> Numbers.counts(estimate.uses().orElseThrow());
            case NEVER -> "never: each is slower";
            case UNDECIDED -> "undecided";
        };
    }

    private static Table costRatios(RunResults results) {
        return new Table(
                "Cost ratio against N, from 1,000 inputs on: exponents (theory: forward 1, reverse 0)",
                List.of("workload", "engine", "exponent", "R²", "points", "from", "to"),
                results.costRatios().stream().map(Costs::costRatio).toList());
    }

    private static List<String> costRatio(CostRatioScaling scaling) {
        Interval exponent = scaling.fit().exponent();
        return List.of(
                scaling.workload(),
                scaling.engine(),
                Numbers.exponent(exponent.estimate(), 3) + Numbers.exponentRange(exponent, 3),
                Numbers.exponent(scaling.fit().rSquared(), 4),
                Integer.toString(scaling.fit().points()),
                Integer.toString(scaling.smallestInputs()),
                Integer.toString(scaling.largestInputs()));
    }

    private static Table model(RunResults results) {
        return new Table(
                "Model and measurement: time against operations visited (passes times operations; model: exponent 1)",
                List.of("engine", "points", "exponent", "R²", "ns a visit", "least", "most"),
                ModelCost.of(results).stream()
                        .flatMap(cost -> cost.spread().map(spread -> model(cost, spread)).stream())
                        .toList());
    }

    private static List<String> model(ModelCost cost, ModelCost.Spread spread) {
        return List.of(
                cost.engine(),
                Integer.toString(spread.points()),
                cost.fit()
                        .map(fit -> Numbers.exponent(fit.exponent().estimate(), 3)
                                + Numbers.exponentRange(fit.exponent(), 3))
                        .orElse(""),
                cost.fit().map(fit -> Numbers.exponent(fit.rSquared(), 4)).orElse(""),
                Numbers.plain(spread.mean()),
                Numbers.plain(spread.least()),
                Numbers.plain(spread.most()));
    }

    /** At the largest size of each workload and engine. */
    private static Table memory(RunResults results) {
        Map<String, Cell> largest = results.cells().stream()
                .filter(cell -> cell.operator().isAllDerivatives())
                .filter(cell -> cell.memory().liveBytes().isPresent())
                .collect(Collectors.toMap(
                        cell -> cell.engine() + " " + cell.workload(),
                        cell -> cell,
                        (a, b) -> b.inputs() > a.inputs() ? b : a,
                        LinkedHashMap::new));
        return new Table(
                "Memory that a prepared engine holds, at the largest size: predicted and measured bytes",
                List.of(
                        "workload",
                        "inputs",
                        "engine",
                        "predicted",
                        "measured",
                        "predicted / measured",
                        "measured per operation",
                        "tape per operation"),
                largest.values().stream()
                        .sorted(Comparator.comparing(Cell::engine).thenComparing(Cell::workload))
                        .map(Costs::memory)
                        .toList());
    }

    private static List<String> memory(Cell cell) {
        return List.of(
                cell.workload(),
                Integer.toString(cell.inputs()),
                cell.engine(),
                cell.memory().predictedBytes().isPresent()
                        ? Numbers.plain((double) cell.memory().predictedBytes().getAsLong())
                        : "",
                Numbers.plain((double) cell.memory().liveBytes().getAsLong()),
                quotient(cell.memory().predictedBytes(), cell.memory().liveBytes()),
                quotient(cell.memory().liveBytes(), cell.operations()),
                quotient(cell.memory().tapeBytes(), cell.operations()));
    }

    private static String quotient(OptionalLong above, OptionalLong below) {
        return above.isPresent() && below.isPresent() && below.getAsLong() > 0
                ? Numbers.plain((double) above.getAsLong() / below.getAsLong())
                : "";
    }
}
