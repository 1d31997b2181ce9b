package dev.gradgap.results.analysis;

import dev.gradgap.engine.Operator;
import dev.gradgap.results.Cell;
import dev.gradgap.results.journal.ForkResult;
import dev.gradgap.results.journal.PlannedCell;
import dev.gradgap.results.journal.RunData;
import dev.gradgap.statistics.ForkStatistics;
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

    private final Map<Size, Long> operations = new HashMap<>();
    private final Map<Size, Double> primalNs = new HashMap<>();
    private final Map<Task, Double> adjointNs = new HashMap<>();

    private Cells(RunData run, List<Row> rows) {
        for (ForkResult fork : run.forks()) {
            Size size = Size.of(run.cellOf(fork));
            fork.operations().ifPresent(count -> operations.putIfAbsent(size, count));
        }
        for (String engine : PRIMAL_ENGINES) {
            rows.stream()
                    .filter(row -> row.plan().operator() == Operator.PRIMAL)
                    .filter(row -> row.plan().engine().equals(engine))
                    .forEach(row ->
                            row.time().ifPresent(time -> primalNs.putIfAbsent(Size.of(row.plan()), time.estimate())));
        }
        rows.stream().filter(row -> row.plan().engine().equals(ADJOINT_ENGINE)).forEach(row -> row.time()
                .ifPresent(time -> adjointNs.put(Task.of(row.plan()), time.estimate())));
    }

    /** A cell for each row, in the same order. */
    static List<Cell> of(RunData run, List<Row> rows) {
        Cells cells = new Cells(run, rows);
        return rows.stream().map(cells::cell).toList();
    }

    private Cell cell(Row row) {
        PlannedCell plan = row.plan();
        Long count = operations.get(Size.of(plan));
        List<ForkResult> finished = row.finished();
        double[] allocated = finished.stream()
                .flatMapToDouble(fork -> fork.allocBytes().stream())
                .filter(Double::isFinite)
                .toArray();
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
                row.time(),
                finished.size(),
                finished.stream().mapToInt(fork -> fork.timesNs().size()).sum(),
                quotient(row.time(), primalNs.get(Size.of(plan))),
                quotient(row.time(), count),
                allocated.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(ForkStatistics.median(allocated)),
                finished.stream()
                        .flatMapToLong(fork -> fork.tapeBytes().stream())
                        .max(),
                !finished.isEmpty() && finished.stream().allMatch(ForkResult::verified),
                finished.stream()
                        .flatMapToDouble(fork -> fork.maxRelError().stream())
                        .max(),
                row.reason(),
                finished.stream()
                        .flatMapToLong(fork -> fork.predictedBytes().stream())
                        .max(),
                finished.stream()
                        .flatMapToLong(fork -> fork.liveBytes().stream())
                        .min(),
                quotient(row.time(), adjointNs.get(Task.of(plan))),
                plan.family());
    }

    private static OptionalDouble quotient(Optional<Interval> time, Number divisor) {
        return time.isEmpty() || divisor == null || divisor.doubleValue() <= 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(time.get().estimate() / divisor.doubleValue());
    }

    private record Size(String workload, int inputs) {

        static Size of(PlannedCell cell) {
            return new Size(cell.workload(), cell.inputs());
        }
    }

    private record Task(Size size, Operator operator) {

        static Task of(PlannedCell cell) {
            return new Task(Size.of(cell), cell.operator());
        }
    }
}
