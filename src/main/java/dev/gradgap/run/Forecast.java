package dev.gradgap.run;

import dev.gradgap.engine.Mode;
import dev.gradgap.engine.Operator;
import dev.gradgap.results.ForkResult;
import dev.gradgap.results.Method;
import dev.gradgap.results.PlannedCell;
import dev.gradgap.results.RunHeader;
import dev.gradgap.results.Status;

/**
 * How long a run still takes: for each cell the time its last fork took, or before its first fork a guess from its size,
 * corrected by how far the guesses have been off so far.
 */
public final class Forecast {

    private static final double START_UP_SECONDS = 0.75;
    private static final double SECONDS_PER_INPUT = 1e-6;

    private final int[] forks;
    private final int[] forksLeft;
    private final double[] seconds;
    private double guessed;
    private double actual;
    private double elapsed;
    private int finished;

    /** The forecast of a run of which nothing is done. */
    public Forecast(RunHeader header) {
        forks = new int[header.cells().size()];
        forksLeft = new int[forks.length];
        seconds = new double[forks.length];
        for (int k = 0; k < forksLeft.length; k++) {
            PlannedCell cell = header.cells().get(k);
            Settings settings = Settings.of(header, cell);
            forks[k] = settings.forks();
            forksLeft[k] = forks[k] * (cell.sampleAlso() ? 2 : 1);
            seconds[k] = -guess(cell, settings); // negative: not yet known
        }
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
        boolean first = seconds[k] < 0;
        if (first) {
            guessed -= seconds[k];
            actual += result.seconds();
        }
        seconds[k] = result.seconds();
        elapsed += result.seconds();
        finished++;
        if (result.status() != Status.OK) {
            forksLeft[k] = 0;
        } else if (first && result.method() == Method.SAMPLED) {
            forksLeft[k] = forks[k] - 1; // the whole takes too long: no fork measures it beside the sample
        } else {
            forksLeft[k]--;
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
        double remaining = 0;
        for (int k = 0; k < seconds.length; k++) {
            remaining += forksLeft[k] * (seconds[k] < 0 ? -seconds[k] * correction : seconds[k]);
        }
        return remaining;
    }
}
