package dev.gradgap.results.analysis;

import dev.gradgap.results.Method;
import dev.gradgap.results.journal.ForkResult;
import dev.gradgap.statistics.ForkStatistics;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** The forks of a cell in two runs that were measured together: those of one round are a pair. */
public final class ForkPairs {

    private record Pair(ForkResult base, ForkResult head) {}

    private final List<Pair> pairs = new ArrayList<>();

    private ForkPairs() {}

    /**
     * The pairs in the order of their rounds.
     *
     * @param base usable forks by round
     * @param head of the same cell, measured in the same way
     */
    public static ForkPairs of(SortedMap<Integer, ForkResult> base, SortedMap<Integer, ForkResult> head) {
        ForkPairs pairs = new ForkPairs();
        base.forEach((round, fork) -> {
            if (head.containsKey(round)) {
                pairs.pairs.add(new Pair(fork, head.get(round)));
            }
        });
        return pairs;
    }

    /** All forks of the pairs. */
    public Stream<ForkResult> forks() {
        return pairs.stream().flatMap(pair -> Stream.of(pair.base(), pair.head()));
    }

    /** The nanoseconds of base's forks. */
    public double[] base() {
        return values(pair -> ForkTimes.of(pair.base()));
    }

    /**
     * The nanoseconds of head's forks, as they would be had the machine been as fast as when it measured base's: those times
     * the median of the ratios of the iterations. Forks that measured by turns have neighbouring iterations, so that each
     * ratio leaves out what the machine did meanwhile. Of passes that were sampled each iteration measured others, and
     * nothing but the means can be compared.
     */
    public double[] head() {
        return values(pair -> beside(pair.base(), pair.head()));
    }

    private double[] values(ToDoubleFunction<Pair> value) {
        return pairs.stream().mapToDouble(value).toArray();
    }

    private static double beside(ForkResult base, ForkResult head) {
        List<Double> before = base.timesNs();
        List<Double> after = head.timesNs();
        if (head.method() == Method.SAMPLED || before.size() != after.size()) {
            return ForkTimes.of(head);
        }
        double[] ratios = new double[after.size()];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = after.get(i) / before.get(i);
        }
        return ForkTimes.of(base) * ForkStatistics.median(ratios);
    }
}
