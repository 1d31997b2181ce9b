package dev.gradgap.task;

import dev.gradgap.run.Progress;
import dev.gradgap.terminal.Terminal;
import dev.gradgap.verify.program.CampaignResult;
import java.io.PrintWriter;
import java.util.Locale;

/** Shows how far a campaign is and when it will end: a line that is written over on a terminal, one every tenth elsewhere. */
final class ProgramProgress {

    private static final int LINES = 10;
    private static final double REFRESH_SECONDS = 0.5;

    private final long programs;
    private final double seconds;
    private final PrintWriter err;
    private final boolean terminal = Terminal.isTerminal();
    private final long start = System.nanoTime();
    private int linesPrinted;
    private double shown;

    /**
     * Starts the clock.
     *
     * @param programs how many are to be tried
     * @param seconds after which no more are begun, or infinite
     */
    ProgramProgress(long programs, double seconds, PrintWriter err) {
        this.programs = programs;
        this.seconds = seconds;
        this.err = err;
    }

    boolean isTimeUp() {
        return elapsed() >= seconds;
    }

    private double elapsed() {
        return (System.nanoTime() - start) * 1e-9;
    }

    void update(CampaignResult result) {
        double elapsed = elapsed();
        double share = Math.min(1, Math.max((double) result.programs() / programs, elapsed / seconds));
        if (terminal) {
            if (elapsed - shown >= REFRESH_SECONDS) {
                shown = elapsed;
                err.print("\r" + line(result, elapsed, share) + "   ");
                err.flush();
            }
        } else if ((int) (LINES * share) > linesPrinted) {
            linesPrinted = (int) (LINES * share);
            err.println(line(result, elapsed, share));
        }
    }

    private String line(CampaignResult result, double elapsed, double share) {
        long bad = result.engines().values().stream()
                .flatMap(tally -> tally.kinds().values().stream())
                .mapToLong(kind -> kind.count())
                .sum();
        return String.format(
                Locale.ROOT,
                "tried %d of %d programs, %.0f a second, %d faults, about %s to go",
                result.programs(),
                programs,
                result.programs() / elapsed,
                bad,
                Progress.minutes(elapsed * (1 - share) / share));
    }

    /** Ends the line that was written over. */
    void end() {
        if (terminal && shown > 0) {
            err.println();
        }
    }
}
