package dev.gradgap.results.analysis;

import dev.gradgap.engine.Mode;
import dev.gradgap.engine.Operator;
import dev.gradgap.results.Cell;
import dev.gradgap.results.Gap;
import dev.gradgap.results.Method;
import dev.gradgap.results.Status;
import dev.gradgap.results.journal.PlannedCell;
import dev.gradgap.statistics.SharedNoise;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Every forward engine against every reverse engine of its family, at all derivatives of a workload: its gradient, or
 * its Jacobian if it has several outputs.
 */
final class Gaps {

    private Gaps() {}

    /**
     * The gaps, in the order of the plan.
     *
     * @param rows the rows with their forks
     * @param cells the cells of these rows, in the same order
     */
    static List<Gap> of(List<Row> rows, List<Cell> cells) {
        List<Pair> pairs = new ArrayList<>();
        for (Map<String, Side> engines : sides(rows, cells).values()) {
            for (Side forward : engines.values()) {
                for (Side reverse : engines.values()) {
                    if (forward.cell.mode() == Mode.FORWARD && reverse.cell.mode() == Mode.REVERSE) {
                        pairs.add(new Pair(forward, reverse));
                    }
                }
            }
        }
        SharedNoise shared = SharedNoise.of(pairs.stream().map(Pair::logarithms).toList());
        return pairs.stream().map(pair -> pair.gap(shared)).toList();
    }

    /** The engines that can be compared, by name; a whole measurement counts before a sampled one. */
    private static Map<Arena, Map<String, Side>> sides(List<Row> rows, List<Cell> cells) {
        Map<Arena, Map<String, Side>> arenas = new LinkedHashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            Side side = new Side(rows.get(i), cells.get(i));
            Cell cell = side.cell;
            Operator all = Operator.allDerivatives(cell.outputs());
            if (cell.status() == Status.OK && cell.operator() == all) {
                arenas.computeIfAbsent(
                                new Arena(cell.workload(), cell.inputs(), cell.family()),
                                arena -> new LinkedHashMap<>())
                        .merge(cell.engine(), side, (a, b) -> a.isSampled() ? b : a);
            }
        }
        return arenas;
    }

    private record Pair(Side forward, Side reverse) {

        double[] logarithms() {
            return forward.row.values().logarithmsOver(reverse.row.values());
        }

        Gap gap(SharedNoise shared) {
            PlannedCell plan = forward.row.plan();
            long passes = forward.cell.passes().orElse((plan.inputs() - 1L) / plan.tangentsPerPass() + 1);
            return new Gap(
                    plan.workload(),
                    plan.inputs(),
                    forward.cell.operations(),
                    plan.technology(),
                    plan.engine(),
                    reverse.cell.engine(),
                    passes,
                    forward.timeNs(),
                    reverse.timeNs(),
                    forward.row.values().over(reverse.row.values(), shared),
                    forward.isSampled() || reverse.isSampled() ? Method.SAMPLED : Method.MEASURED,
                    plan.family());
        }
    }

    private record Arena(String workload, int inputs, String family) {}

    private record Side(Row row, Cell cell) {

        boolean isSampled() {
            return row.method().orElseThrow() == Method.SAMPLED;
        }

        double timeNs() {
            return row.time().orElseThrow().estimate();
        }
    }
}
