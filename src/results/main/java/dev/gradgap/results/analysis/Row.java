package dev.gradgap.results.analysis;

import dev.gradgap.results.Method;
import dev.gradgap.results.Status;
import dev.gradgap.results.journal.ForkResult;
import dev.gradgap.results.journal.PlannedCell;
import dev.gradgap.results.journal.RunData;
import dev.gradgap.statistics.Interval;
import dev.gradgap.statistics.SharedNoise;
import dev.gradgap.statistics.Stopping;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A planned cell, measured in one way, and its forks: what becomes a row of cells.csv. Some of its forks may have been
 * skipped or have failed; as long as one was ok the row is ok, so that nothing measured is lost, and the reason tells of
 * the others. But if a third of the forks or more never got steady, the others are no figure either.
 *
 * @param method how it was timed; empty if it was not and the plan leaves it to the fork
 * @param finished the forks that were ok, at most one a round
 * @param values a time for each of them
 * @param time the time of all of them together; empty unless ok
 * @param reason why the row, or some of its forks, are not ok, in one line; empty if all are
 */
public record Row(
        PlannedCell plan,
        Optional<Method> method,
        Status status,
        List<ForkResult> finished,
        ForkValues values,
        Optional<Interval> time,
        String reason) {

    /** The rows of all planned cells, in their order. */
    public static List<Row> of(RunData run) {
        List<PlannedCell> cells = run.header().cells();
        List<List<ForkResult>> forks = new ArrayList<>();
        cells.forEach(cell -> forks.add(new ArrayList<>()));
        run.forks().forEach(fork -> forks.get(fork.cell()).add(fork));
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            Stopping stopping = run.header().stopping(cells.get(i));
            if (cells.get(i).sampleAlso()) {
                rows.add(oneWay(cells.get(i), Method.MEASURED, forks.get(i), stopping));
                rows.add(oneWay(cells.get(i), Method.SAMPLED, forks.get(i), stopping));
            } else {
                rows.add(of(cells.get(i), Optional.empty(), forks.get(i), stopping));
            }
        }
        SharedNoise shared =
                SharedNoise.of(rows.stream().map(row -> row.values.logarithms()).toList());
        return rows.stream().map(row -> row.timed(shared)).toList();
    }

    /** With its time, if there are forks. */
    private Row timed(SharedNoise shared) {
        return status == Status.OK
                ? new Row(plan, method, status, finished, values, Optional.of(values.time(shared)), reason)
                : this;
    }

    /** One of the two rows of a cell; what kept the cell from being measured at all holds for both. */
    private static Row oneWay(PlannedCell cell, Method method, List<ForkResult> forks, Stopping stopping) {
        List<ForkResult> own =
                forks.stream().filter(fork -> fork.method() == method).toList();
        boolean otherWayOnly = own.isEmpty() && forks.stream().anyMatch(Row::isUsable);
        if (otherWayOnly && method == Method.MEASURED) {
            return notMeasured(cell, Optional.of(method), Status.SKIPPED, "too long to measure whole: sampled instead");
        }
        List<ForkResult> others =
                forks.stream().filter(fork -> fork.status() != Status.OK).toList();
        return of(cell, Optional.of(method), own.isEmpty() ? others : own, stopping);
    }

    private static Row of(PlannedCell cell, Optional<Method> method, List<ForkResult> forks, Stopping stopping) {
        List<ForkResult> finished = forks.stream().filter(Row::isUsable).toList();
        List<ForkResult> others = forks.stream().filter(fork -> !isUsable(fork)).toList();
        String reasons = others.stream().map(Row::reason).distinct().collect(Collectors.joining("; "));
        long unsteady =
                others.stream().filter(fork -> fork.status() == Status.UNSTEADY).count();
        if (unsteady > 0 && 3 * unsteady >= forks.size()) {
            return notMeasured(
                    cell, method, Status.UNSTEADY, unsteady + " of " + forks.size() + " forks not steady: " + reasons);
        }
        if (finished.isEmpty()) {
            if (forks.isEmpty()) {
                return notMeasured(cell, method, Status.FAILED, "not measured: the run was interrupted");
            }
            Status first = others.get(0).status();
            boolean alike = first.isFinal() && others.stream().allMatch(fork -> fork.status() == first);
            return notMeasured(cell, method, alike ? first : Status.FAILED, reasons);
        }
        ForkValues values = new ForkValues(stopping);
        finished.forEach(fork -> values.add(fork.round(), fork.method(), fork.timesNs()));
        boolean sampled = finished.stream().anyMatch(fork -> fork.method() == Method.SAMPLED);
        return new Row(
                cell,
                Optional.of(sampled ? Method.SAMPLED : Method.MEASURED),
                Status.OK,
                finished,
                values,
                Optional.empty(),
                others.isEmpty() ? "" : others.size() + " of " + forks.size() + " forks not ok: " + reasons);
    }

    private static Row notMeasured(PlannedCell cell, Optional<Method> method, Status status, String reason) {
        return new Row(cell, method, status, List.of(), new ForkValues(), Optional.empty(), reason);
    }

    /** Whether a fork ended well, had verified what it timed, and brought times that can be calculated with. */
    static boolean isUsable(ForkResult fork) {
        return fork.status() == Status.OK
                && fork.check().verified()
                && !fork.timesNs().isEmpty()
                && fork.timesNs().stream().allMatch(time -> Double.isFinite(time) && time > 0);
    }

    private static String reason(ForkResult fork) {
        if (fork.status() != Status.OK) {
            return fork.reason();
        }
        return fork.check().verified() ? "the fork reported no usable time" : "the fork timed what it had not verified";
    }
}
