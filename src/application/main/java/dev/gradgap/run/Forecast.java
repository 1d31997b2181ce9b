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
import java.util.stream.Collectors;

/**
 * How long a run still takes. A cell of which several forks are done goes on as its later ones did. Its first fork takes longer, since
 * it verifies more: by how much, other cells tell. Before its first fork a cell is guessed from its size, corrected by how far the
 * guesses of cells of about its size have been off. What the first fork of a function waits for while it is recorded what is right
 * comes on top.
 */
public final class Forecast {

    private static final double START_UP_SECONDS = 1;
    private static final double SECONDS_PER_INPUT = 1e-6;
    private static final double RECORDING_SECONDS_PER_INPUT = 1e-5;

    /** What a later fork takes of the time of a first one, before anything is known, as if so many seconds of forks had shown it. */
    private static final double LATER_SHARE = 0.8;

    private static final double LATER_SHARE_SECONDS = 5;

    /** Sizes that differ by less than this power of 2 are about the same. */
    private static final int SAME_SIZE_BITS = 10;

    private static final int ENOUGH_TO_CORRECT = 3;

    /** A planned cell, and the seconds that its forks took without waiting for what is recorded. */
    private static final class Task {

        private final PlannedCell cell;
        private final int forks;
        private final double guess;
        private int left;
        private int done;
        private double first;
        private double later; // all but the first

        private Task(PlannedCell cell, Settings settings) {
            this.cell = cell;
            forks = settings.forks();
            guess = guess(cell, settings);
            left = forks * (cell.sampleAlso() ? 2 : 1);
        }

        private int size() {
            return (Integer.SIZE - Integer.numberOfLeadingZeros(cell.inputs())) / SAME_SIZE_BITS;
        }

        private void finished(ForkResult result, double seconds) {
            boolean isFirst = done == 0;
            if (isFirst) {
                first = seconds;
            } else {
                later += seconds;
            }
            done++;
            if (result.status().isFinal()) {
                left = 0;
            } else if (isFirst && result.method() == Method.SAMPLED) {
                left = forks - 1; // the whole takes too long: no fork measures it beside the sample
            } else {
                left--;
            }
        }

        private double laterMean() {
            return later / (done - 1);
        }
    }

    private final List<Task> tasks;
    private final Map<String, Double> recordings =
            new HashMap<>(); // the seconds guessed for functions still to be recorded
    private final Map<String, Double> recorded = new HashMap<>(); // the seconds it took for those that have been
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
        refining = Settings.fromMap(header.settings()).refineSeconds();
        tasks = header.cells().stream()
                .map(cell -> new Task(cell, Settings.of(header, cell)))
                .toList();
        for (PlannedCell cell : header.cells()) {
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
        elapsed += result.seconds();
        finished++;
        if (result.cell() >= tasks.size() || tasks.get(result.cell()).left == 0) {
            refining = Math.max(0, refining - result.seconds());
            return;
        }
        Task task = tasks.get(result.cell());
        task.finished(result, result.seconds() - result.recordingSeconds());
        recordings.remove(function(task.cell));
        recorded.merge(function(task.cell), result.recordingSeconds(), Math::max);
    }

    /** Says that everything is as sharp as it will get. */
    void refined() {
        refining = 0;
    }

    /** Says that another process goes on: what was recorded is recorded again. */
    void resumed() {
        for (Task task : tasks) {
            double again = recorded.getOrDefault(function(task.cell), 0.0);
            if (task.left > 0 && again > 0) {
                recordings.put(function(task.cell), again);
            }
        }
    }

    /** The forks finished, those of an interrupted run included. */
    public int forksFinished() {
        return finished;
    }

    /** The forks still to come. */
    public int forksLeft() {
        return tasks.stream().mapToInt(task -> task.left).sum();
    }

    /** The seconds the finished forks took. */
    public double elapsedSeconds() {
        return elapsed;
    }

    /** The seconds the forks still to come will take. */
    public double remainingSeconds() {
        double laterShare = laterShare();
        Map<Integer, Double> corrections = corrections();
        double remaining = refining
                + recordings.values().stream().mapToDouble(Double::doubleValue).sum();
        for (Task task : tasks) {
            if (task.left > 0 && task.done > 1) {
                remaining += task.left * task.laterMean();
            } else if (task.left > 0 && task.done == 1) {
                remaining += task.left * laterShare * task.first;
            } else if (task.left > 0) {
                double first = task.guess * corrections.getOrDefault(task.size(), 1.0);
                remaining += first * (1 + (task.left - 1) * laterShare);
            }
        }
        return remaining;
    }

    private double laterShare() {
        double first = LATER_SHARE_SECONDS;
        double later = LATER_SHARE * LATER_SHARE_SECONDS;
        for (Task task : tasks) {
            if (task.done > 1) {
                first += task.first;
                later += task.laterMean();
            }
        }
        return later / first;
    }

    /** What first forks took over what was guessed, by size, where there have been enough. */
    private Map<Integer, Double> corrections() {
        return tasks.stream()
                .filter(task -> task.done > 0)
                .collect(Collectors.groupingBy(Task::size))
                .entrySet()
                .stream()
                .filter(ofSize -> ofSize.getValue().size() >= ENOUGH_TO_CORRECT)
                .collect(Collectors.toMap(Map.Entry::getKey, ofSize -> correction(ofSize.getValue())));
    }

    private static double correction(List<Task> tasks) {
        return tasks.stream().mapToDouble(task -> task.first).sum()
                / tasks.stream().mapToDouble(task -> task.guess).sum();
    }
}
