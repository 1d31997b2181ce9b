package dev.gradgap.results.journal;

import dev.gradgap.results.Check;
import dev.gradgap.results.Memory;
import dev.gradgap.results.Method;
import dev.gradgap.results.Status;
import dev.gradgap.results.file.Schema.Gained;
import dev.gradgap.results.file.Schema.Positive;
import dev.gradgap.text.PlainText;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * What one JVM fork reported of one cell; one line of the journal.
 *
 * @param cell the position of the cell in the run's plan, from 0
 * @param round the round the fork belongs to, from 0; forks of one round were interleaved
 * @param method whether whole operators or single passes were timed
 * @param reason why the cell was skipped or failed, in one line; empty if ok. Others' code may have said it: what would
 *     disturb a line is replaced
 * @param operations the number of operations of the workload's graph, if known
 * @param passes the passes through the graph that the operator takes as a whole
 * @param timesNs the time of the whole operator, in nanoseconds, for each measured iteration; if sampled, the mean time
 *     of a pass times the number of passes, plus what is done once
 * @param startedAt the moment the fork started, ISO 8601 in UTC
 * @param seconds how long the fork took, start-up included
 * @param evidence what is known of each iteration that was measured, used or not; empty if the fork did not say
 * @param recordingSeconds how much of its time the fork waited for another process that recorded what is right; later forks
 *     need not
 */
public record ForkResult(
        int cell,
        int round,
        Status status,
        Method method,
        @Gained(0) String reason,
        OptionalLong operations,
        @Positive OptionalLong passes,
        List<Double> timesNs,
        Memory memory,
        Check check,
        String startedAt,
        double seconds,
        @Gained(2) double recordingSeconds,
        @Gained(2) List<Evidence> evidence) {

    public ForkResult {
        reason = PlainText.oneLine(reason);
        timesNs = List.copyOf(timesNs);
        evidence = List.copyOf(evidence);
    }

    /** The share of its measured time, from 0 to 1, in which it had no processor, if it said so. */
    public OptionalDouble waited() {
        return evidence.stream().mapToDouble(Evidence::waited).average();
    }

    /**
     * A fork that brought no times.
     *
     * @param status skipped, failed, unsteady or unverified
     * @param reason why, in one line
     */
    public static ForkResult notMeasured(
            int cell, int round, Status status, String reason, String startedAt, double seconds) {
        return new ForkResult(
                cell,
                round,
                status,
                Method.MEASURED,
                reason,
                OptionalLong.empty(),
                OptionalLong.empty(),
                List.of(),
                Memory.UNKNOWN,
                Check.NONE,
                startedAt,
                seconds,
                0,
                List.of());
    }

    /** The same, measured under conditions that make its times of no use. */
    public ForkResult unsteady(String objection) {
        return with(cell, Status.UNSTEADY, objection);
    }

    /** The same, at another position in a plan. */
    ForkResult ofCell(int position) {
        return with(position, status, reason);
    }

    private ForkResult with(int position, Status ended, String why) {
        return new ForkResult(
                position,
                round,
                ended,
                method,
                why,
                operations,
                passes,
                timesNs,
                memory,
                check,
                startedAt,
                seconds,
                recordingSeconds,
                evidence);
    }
}
