package dev.gradgap.results.analysis;

import dev.gradgap.engine.Mode;
import dev.gradgap.engine.Operator;
import dev.gradgap.engine.Technology;
import dev.gradgap.results.BreakEven;
import dev.gradgap.results.Cell;
import dev.gradgap.results.Method;
import dev.gradgap.results.Status;
import dev.gradgap.results.journal.PlannedCell;
import dev.gradgap.statistics.BreakEvenEstimate;
import dev.gradgap.statistics.BreakEvenFit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeSet;
import java.util.function.IntToDoubleFunction;

/**
 * Every engine that prepares (traces, compiles) against every engine of the same mode and width that prepares less, at all
 * derivatives of a workload: its gradient, or its Jacobian if it has several outputs.
 */
final class BreakEvens {

    /** For each technology those that prepare less. An overloading engine runs the function as it is. */
    private static final Map<Technology, List<Technology>> RIVALS = Map.of(
            Technology.COMPILED, List.of(Technology.OVERLOADING, Technology.GRAPH),
            Technology.GRAPH, List.of(Technology.OVERLOADING));

    private BreakEvens() {}

    /**
     * The break-evens, in the order of the plan.
     *
     * @param rows the rows with their forks
     * @param cells the cells of these rows, in the same order
     */
    static List<BreakEven> of(List<Row> rows, List<Cell> cells) {
        List<BreakEven> breakEvens = new ArrayList<>();
        for (Map<String, Side> engines : sides(rows, cells).values()) {
            for (Side side : engines.values()) {
                for (Side rival : engines.values()) {
                    if (side.isComplete() && side.rivals(rival)) {
                        breakEvens.add(breakEven(side, rival));
                    }
                }
            }
        }
        return breakEvens;
    }

    private static Map<Arena, Map<String, Side>> sides(List<Row> rows, List<Cell> cells) {
        Map<Arena, Map<String, Side>> arenas = new LinkedHashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            Cell cell = cells.get(i);
            if (cell.status() == Status.OK) {
                arenas.computeIfAbsent(
                                new Arena(cell.workload(), cell.inputs(), cell.mode()), arena -> new LinkedHashMap<>())
                        .computeIfAbsent(cell.engine(), engine -> new Side(cell))
                        .add(rows.get(i));
            }
        }
        return arenas;
    }

    private static BreakEven breakEven(Side side, Side rival) {
        Row all = side.all.orElseThrow();
        Row rivalAll = rival.all.orElseThrow();
        Row prepare = side.prepare.orElseThrow();
        BreakEvenEstimate estimate = estimate(prepare, all, rival.prepare, rivalAll);
        return new BreakEven(
                all.plan().workload(),
                all.plan().inputs(),
                side.cell.operations(),
                all.plan().mode(),
                all.plan().engine(),
                rivalAll.plan().engine(),
                ns(prepare),
                ns(all),
                rival.prepare.isPresent() ? OptionalDouble.of(ns(rival.prepare.get())) : OptionalDouble.empty(),
                ns(rivalAll),
                estimate.uses(),
                estimate.status(),
                isSampled(all) || isSampled(rivalAll) ? Method.SAMPLED : Method.MEASURED);
    }

    /** From the rounds that all of them share; or, with no interval, from the times of all forks if there is none. */
    private static BreakEvenEstimate estimate(Row prepare, Row all, Optional<Row> rivalPrepare, Row rivalAll) {
        NavigableSet<Integer> shared = new TreeSet<>(prepare.values().rounds());
        shared.retainAll(all.values().rounds());
        shared.retainAll(rivalAll.values().rounds());
        rivalPrepare.ifPresent(row -> shared.retainAll(row.values().rounds()));
        if (shared.isEmpty()) {
            return BreakEvenFit.of(
                    new double[] {ns(prepare) - rivalPrepare.map(BreakEvens::ns).orElse(0.0)},
                    new double[] {ns(rivalAll) - ns(all)});
        }
        return BreakEvenFit.of(
                byRound(
                        shared,
                        round -> prepare.values().at(round)
                                - rivalPrepare
                                        .map(row -> row.values().at(round))
                                        .orElse(0.0)),
                byRound(
                        shared,
                        round -> rivalAll.values().at(round) - all.values().at(round)));
    }

    private static double[] byRound(NavigableSet<Integer> rounds, IntToDoubleFunction value) {
        return rounds.stream().mapToInt(Integer::intValue).mapToDouble(value).toArray();
    }

    private static boolean isSampled(Row row) {
        return row.method().equals(Optional.of(Method.SAMPLED));
    }

    private static double ns(Row row) {
        return row.time().orElseThrow().estimate();
    }

    private record Arena(String workload, int inputs, Mode mode) {}

    /** What was measured of one engine. */
    private static final class Side {

        private final Cell cell;
        private Optional<Row> prepare = Optional.empty();
        private Optional<Row> all = Optional.empty();

        /** Takes any cell of the engine: what identifies it is the same in all. */
        Side(Cell cell) {
            this.cell = cell;
        }

        /** Adds a row that was measured; a whole measurement counts before a sampled one. */
        void add(Row row) {
            PlannedCell plan = row.plan();
            Operator whole = Operator.allDerivatives(plan.outputs());
            if (plan.operator() == Operator.PREPARE) {
                prepare = Optional.of(row);
            } else if (plan.operator() == whole && (all.isEmpty() || !isSampled(row))) {
                all = Optional.of(row);
            }
        }

        boolean isComplete() {
            return prepare.isPresent() && all.isPresent();
        }

        /** Whether another engine does the same with less preparation, so that the two can be weighed. */
        boolean rivals(Side other) {
            boolean preparesLess =
                    RIVALS.getOrDefault(cell.technology(), List.of()).contains(other.cell.technology());
            return preparesLess
                    && other.all.isPresent()
                    && other.all.get().plan().tangentsPerPass()
                            == all.orElseThrow().plan().tangentsPerPass()
                    && (other.prepare.isPresent() || other.cell.technology() == Technology.OVERLOADING);
        }
    }
}
