package dev.gradgap.task;

import dev.gradgap.engine.Operator;
import dev.gradgap.results.Method;
import dev.gradgap.results.Status;
import dev.gradgap.results.journal.ForkResult;
import dev.gradgap.results.journal.PlannedCell;
import dev.gradgap.run.Executor;
import dev.gradgap.statistics.ForkStatistics;
import dev.gradgap.statistics.Interval;
import dev.gradgap.statistics.RatioInterval;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Measures what is needed to say which engine is the best for a function: every candidate once, those that are near the fastest
 * some times more, and how long these take to prepare.
 */
public final class Advisor {

    private static final double NEAR = 2; // times the fastest
    private static final int ROUNDS = 3;

    private final List<PlannedCell> cells;
    private final Executor executor;
    private final Map<Integer, List<ForkResult>> forks = new HashMap<>();

    /**
     * Knows nothing yet.
     *
     * @param cells all derivatives, and preparing, by each candidate at each size
     * @param executor measures a fork
     */
    public Advisor(List<PlannedCell> cells, Executor executor) {
        this.cells = List.copyOf(cells);
        this.executor = executor;
    }

    /** What is best at a size. */
    public Advice at(int inputs) {
        return advice(inputs, positions(inputs, true), ROUNDS);
    }

    /** What is best at another size, of the two fastest there and the fastest of the other mode, measured once. */
    public Advice at(int inputs, Advice elsewhere) {
        List<String> engines = Stream.concat(elsewhere.candidates().stream().limit(2), elsewhere.otherMode().stream())
                .map(Advice.Candidate::engine)
                .toList();
        List<Integer> few = positions(inputs, true).stream()
                .filter(cell -> engines.contains(engine(cell)))
                .toList();
        return advice(inputs, few, 1);
    }

    private Advice advice(int inputs, List<Integer> all, int rounds) {
        all.forEach(this::measure);
        double fastest = all.stream()
                .filter(this::isMeasured)
                .mapToDouble(this::time)
                .min()
                .orElse(Double.NaN);
        List<Integer> near = all.stream()
                .filter(cell -> isMeasured(cell) && time(cell) <= NEAR * fastest)
                .toList();
        for (int round = 1; round < rounds; round++) {
            near.forEach(this::measure);
        }
        positions(inputs, false).stream()
                .filter(prepare -> rounds > 1
                        && near.stream().anyMatch(cell -> engine(cell).equals(engine(prepare))))
                .forEach(this::measure);
        List<Integer> ranked = all.stream()
                .filter(this::isMeasured)
                .sorted(Comparator.comparingDouble(this::time))
                .toList();
        List<String> unsuited = all.stream()
                .filter(cell -> !isMeasured(cell))
                .map(cell -> engine(cell) + ": " + forks.get(cell).get(0).reason())
                .toList();
        String workload = cells.get(0).workload();
        return new Advice(
                workload,
                inputs,
                ranked.stream()
                        .map(cell -> candidate(cell, ranked.get(0), inputs))
                        .toList(),
                unsuited);
    }

    private List<Integer> positions(int inputs, boolean derivatives) {
        return IntStream.range(0, cells.size())
                .filter(k ->
                        cells.get(k).inputs() == inputs && (cells.get(k).operator() != Operator.PREPARE) == derivatives)
                .boxed()
                .toList();
    }

    private String engine(int cell) {
        return cells.get(cell).engine();
    }

    private void measure(int cell) {
        List<ForkResult> earlier = forks.computeIfAbsent(cell, key -> new ArrayList<>());
        Optional<Method> method = earlier.stream().map(ForkResult::method).findFirst();
        earlier.add(executor.execute(cell, cells.get(cell), earlier.size(), method));
    }

    private boolean isMeasured(int cell) {
        return !times(cell).isEmpty();
    }

    /** The median of each fork that is ok. */
    private List<Double> times(int cell) {
        return forks.getOrDefault(cell, List.of()).stream()
                .filter(fork -> fork.status() == Status.OK)
                .map(fork -> ForkStatistics.median(array(fork.timesNs())))
                .toList();
    }

    private double time(int cell) {
        return ForkStatistics.geometricMean(array(times(cell)));
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private Advice.Candidate candidate(int cell, int best, int inputs) {
        PlannedCell planned = cells.get(cell);
        ForkResult fork = forks.get(cell).stream()
                .filter(result -> result.status() == Status.OK)
                .findFirst()
                .orElseThrow();
        OptionalDouble prepare = positions(inputs, false).stream()
                .filter(other -> engine(other).equals(planned.engine()) && isMeasured(other))
                .mapToDouble(this::time)
                .findFirst();
        Interval ratio = cell == best
                ? new Interval(1, 1, 1)
                : RatioInterval.independent(array(times(cell)), array(times(best)));
        return new Advice.Candidate(
                planned.engine(),
                planned.mode(),
                planned.tangentsPerPass(),
                ForkStatistics.interval(array(times(cell))),
                fork.passes(),
                ratio,
                prepare,
                fork.memory().liveBytes(),
                fork.memory().allocBytes());
    }
}
