package dev.gradgap.results.analysis;

import dev.gradgap.engine.Operator;
import dev.gradgap.results.Cell;
import dev.gradgap.results.CellKey;
import dev.gradgap.results.Check;
import dev.gradgap.results.Memory;
import dev.gradgap.results.Problem;
import dev.gradgap.results.Timing;
import dev.gradgap.results.journal.ForkResult;
import dev.gradgap.results.journal.PlannedCell;
import dev.gradgap.results.journal.RunData;
import dev.gradgap.statistics.Interval;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Rows of cells.csv, complete with what they take from other rows of the same workload and size. */
final class Cells {

    private static final String ADJOINT_ENGINE = "reference-adjoint";

    /** Whose primal the others are compared with: plain Java code where there is some, else the graph's; or what else was measured. */
    private static final List<String> PRIMAL_ENGINES =
            List.of(ADJOINT_ENGINE, "graph-reverse", "reference-differences");

    private final Map<Problem, Long> operations = new HashMap<>();
    private final Map<Problem, Double> primalNs = new HashMap<>();
    private final Map<CellKey, Double> adjointNs = new HashMap<>();

    private Cells(RunData run, List<Row> rows) {
        for (ForkResult fork : run.forks()) {
            Problem problem = run.cellOf(fork).problem();
            fork.operations().ifPresent(count -> operations.putIfAbsent(problem, count));
        }
        for (String engine : PRIMAL_ENGINES) {
            rows.stream()
                    .filter(row -> row.plan().operator() == Operator.PRIMAL)
                    .filter(row -> row.plan().engine().equals(engine))
                    .forEach(row -> row.time()
                            .ifPresent(time -> primalNs.putIfAbsent(row.plan().problem(), time.estimate())));
        }
        rows.stream().filter(row -> row.plan().engine().equals(ADJOINT_ENGINE)).forEach(row -> row.time()
                .ifPresent(time -> adjointNs.put(row.plan().key(), time.estimate())));
    }

    /** A cell for each row, in the same order. */
    static List<Cell> of(RunData run, List<Row> rows) {
        Cells cells = new Cells(run, rows);
        return rows.stream().map(cells::cell).toList();
    }

    private Cell cell(Row row) {
        PlannedCell plan = row.plan();
        CellKey adjoint = new CellKey(plan.workload(), plan.inputs(), ADJOINT_ENGINE, plan.operator());
        Long count = operations.get(plan.problem());
        List<ForkResult> finished = row.finished();
        return new Cell(
                plan.workload(),
                plan.inputs(),
                plan.outputs(),
                count == null ? OptionalLong.empty() : OptionalLong.of(count),
                plan.engine(),
                plan.technology(),
                plan.mode(),
                plan.operator(),
                row.status(),
                row.method(),
                finished.stream().flatMapToLong(fork -> fork.passes().stream()).max(),
                new Timing(
                        row.time(),
                        finished.size(),
                        finished.stream()
                                .mapToInt(fork -> fork.timesNs().size())
                                .sum(),
                        quotient(row.time(), primalNs.get(plan.problem())),
                        quotient(row.time(), count),
                        quotient(row.time(), adjointNs.get(adjoint))),
                Memory.ofForks(finished.stream().map(ForkResult::memory).toList()),
                Check.ofForks(finished.stream().map(ForkResult::check).toList()),
                row.reason(),
                plan.family());
    }

    private static OptionalDouble quotient(Optional<Interval> time, Number divisor) {
        return time.isEmpty() || divisor == null || divisor.doubleValue() <= 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(time.get().estimate() / divisor.doubleValue());
    }
}
