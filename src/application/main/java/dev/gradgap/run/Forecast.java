package dev.gradgap.run;

import dev.gradgap.engine.Mode;
import dev.gradgap.engine.Operator;
import dev.gradgap.results.Method;
import dev.gradgap.results.journal.ForkResult;
import dev.gradgap.results.journal.PlannedCell;
import dev.gradgap.results.journal.RunHeader;
import dev.gradgap.run.suite.Settings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * How long a run still takes: for each cell the time its last fork took, or before its first fork a guess from its size,
 * corrected by how far the guesses have been off so far. What the first fork of a function waits for while it is recorded what
 * is right comes on top.
 */
public final class Forecast {

    private static final double START_UP_SECONDS = 0.75;
    private static final double SECONDS_PER_INPUT = 1e-6;
    private static final double RECORDING_SECONDS_PER_INPUT = 1e-5;

    private final int[] forks;
    private final int[] forksLeft;
    private final double[] seconds;
    private final List<PlannedCell> cells;
    private final Map<String, Double> recordings =
            new HashMap<>(); // the seconds guessed for functions still to be recorded
    private final Map<String, Double> recorded = new HashMap<>(); // the seconds it took for those that have been
    private double guessed;
    private double actual;
    private double elapsed;
    private int finished;
    private double refining;

    /** The forecast of a run of which nothing is done, and whose functions all say themselves what is right. */
    public Forecast(RunHeader header) {
        this(header, workload -> false);
    }

    /**
     * The forecast of a run of which nothing is done.
     *
     * @param recorded whether what is right of the workload with a name has to be recorded, perhaps
     */
    public Forecast(RunHeader header, Predicate<String> recorded) {
        cells = header.cells();
        refining = Settings.fromMap(header.settings()).refineSeconds();
        forks = new int[header.cells().size()];
        forksLeft = new int[forks.length];
        seconds = new double[forks.length];
        for (int k = 0; k < forksLeft.length; k++) {
            PlannedCell cell = header.cells().get(k);
            Settings settings = Settings.of(header, cell);
            forks[k] = settings.forks();
            forksLeft[k] = forks[k] * (cell.sampleAlso() ? 2 : 1);
            seconds[k] = -guess(cell, settings); // negative: not yet known
            if (recorded.test(cell.workload())) {
                recordings.put(function(cell), START_UP_SECONDS + RECORDING_SECONDS_PER_INPUT * cell.inputs());
            }
        }
    }

    private static String function(PlannedCell cell) {
        return cell.workload() + " " + cell.inputs();
    }

    private static double guess(PlannedCell cell, Settings settings) {
        double timing = 1e-3
                * ((double) settings.warmupIterations() * settings.warmupMs()
                        + (double) settings.iterations() * settings.iterationMs());
        boolean wholeForward = cell.mode() == Mode.FORWARD && cell.operator() == Operator.GRADIENT;
        double perInvocation = wholeForward ? 0.3e-3 * settings.sampleAboveMs() : 0;
        int invocations = settings.warmupIterations() + settings.iterations();
        return START_UP_SECONDS
                + Math.max(timing, Math.min(1, cell.inputs() / 1000.0) * invocations * perInvocation)
                + SECONDS_PER_INPUT * cell.inputs();
    }

    void finished(ForkResult result) {
        int k = result.cell();
        if (k >= forks.length || forksLeft[k] == 0) {
            elapsed += result.seconds();
            finished++;
            refining = Math.max(0, refining - result.seconds());
            return;
        }
        boolean first = seconds[k] < 0;
        double ownSeconds = result.seconds() - result.recordingSeconds();
        if (first) {
            guessed -= seconds[k];
            actual += ownSeconds;
        }
        seconds[k] = ownSeconds;
        recordings.remove(function(cells.get(k)));
        recorded.merge(function(cells.get(k)), result.recordingSeconds(), Math::max);
        elapsed += result.seconds();
        finished++;
        if (result.status().isFinal()) {
            forksLeft[k] = 0;
        } else if (first && result.method() == Method.SAMPLED) {
            forksLeft[k] = forks[k] - 1; // the whole takes too long: no fork measures it beside the sample
        } else {
            forksLeft[k]--;
        }
    }

    /** Says that everything is as sharp as it will get. */
    void refined() {
        refining = 0;
    }

    /** Says that another process goes on: what was recorded is recorded again. */
    void resumed() {
        for (int k = 0; k < forksLeft.length; k++) {
            double again = recorded.getOrDefault(function(cells.get(k)), 0.0);
            if (forksLeft[k] > 0 && again > 0) {
                recordings.put(function(cells.get(k)), again);
            }
        }
    }

    /** The forks finished, those of an interrupted run included. */
    public int forksFinished() {
        return finished;
    }

    /** The forks still to come. */
    public int forksLeft() {
        int left = 0;
        for (int forks : forksLeft) {
            left += forks;
        }
        return left;
    }

    /** The seconds the finished forks took. */
    public double elapsedSeconds() {
        return elapsed;
    }

    /** The seconds the forks still to come will take. */
    public double remainingSeconds() {
        double correction = guessed > 0 ? actual / guessed : 1;
        double remaining = refining
                + recordings.values().stream().mapToDouble(Double::doubleValue).sum();
        for (int k = 0; k < seconds.length; k++) {
            remaining += forksLeft[k] * (seconds[k] < 0 ? -seconds[k] * correction : seconds[k]);
        }
        return remaining;
    }
}
