package dev.gradgap.statistics.noise;

import dev.gradgap.statistics.ChangePoints;
import dev.gradgap.statistics.ForkStatistics;
import dev.gradgap.statistics.Samples;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.apache.commons.math3.stat.StatUtils;

/**
 * Finds out why pairs of forks that measured the same differ. Each cause is a share of the variance of the pairs' log-ratios
 * that would be gone without it; the first that reaches its threshold, in the order of the methods below, is the answer.
 */
public final class NoiseDiagnosis {

    /** Robust standard deviations from the median beyond which a pair is outlying; a normal one never is. */
    private static final double OUTLYING = 5;

    /** Outlying pairs are single ones, and a mode is one, below and from this share of all. */
    private static final int FEW = 10;

    /** Of the variance, for all causes but modes. */
    private static final double MOST = 0.5;

    /** For modes: cutting a normal distribution in the middle explains 0.64 of its variance, a uniform one 0.75. */
    private static final double NEARLY_ALL = 0.9;

    /** With fewer, forks that merely scatter look like outlying ones or two modes too often. */
    private static final int FEWEST_PAIRS = 20;

    private static final double DRIFT_SIGNIFICANCE = 0.01;
    private static final double MAD_OF_NORMAL = 1.4826; // standard deviations in a median absolute deviation, inverted

    private final double[] base; // logarithms, by pair
    private final double[] head;
    private final double[] differences;
    private final double[] distances; // of the differences from their median
    private final double variance;
    private final List<double[]> iterations;

    private NoiseDiagnosis(double[] base, double[] head, List<double[]> iterations) {
        this.base = base;
        this.head = head;
        this.iterations = iterations;
        differences = IntStream.range(0, base.length)
                .mapToDouble(i -> head[i] - base[i])
                .toArray();
        double center = ForkStatistics.median(differences);
        distances = Arrays.stream(differences).map(d -> Math.abs(d - center)).toArray();
        variance = StatUtils.variance(differences);
    }

    /**
     * The cause; throughout, if the pairs do not differ at all. Of fewer than {@value #FEWEST_PAIRS} pairs only noise within
     * forks can be told from it.
     *
     * @param base a value for each pair, in the order in which they were measured; at least two, positive, in any unit
     * @param head as many, of the same thing, in the same unit
     * @param iterations the iterations of every fork of both, forks in any order, times in any unit, positive
     * @throws IllegalArgumentException if the lengths differ, or a value is not positive and finite
     */
    public static NoiseCause of(double[] base, double[] head, List<double[]> iterations) {
        Samples.requireSameLength(base.length, head.length, "base and head");
        NoiseDiagnosis diagnosis =
                new NoiseDiagnosis(Samples.logarithms(base, "base"), Samples.logarithms(head, "head"), iterations);
        if (diagnosis.variance == 0) {
            return new NoiseCause.Throughout();
        }
        if (base.length < FEWEST_PAIRS) {
            return diagnosis.withinForks().orElseGet(NoiseCause.Throughout::new);
        }
        return diagnosis
                .outlyingForks()
                .or(diagnosis::twoModes)
                .or(diagnosis::drift)
                .or(diagnosis::withinForks)
                .orElseGet(NoiseCause.Throughout::new);
    }

    /**
     * At most a tenth of the pairs lie further from the median than {@value #OUTLYING} robust standard deviations (median
     * absolute deviation times 1.4826), and without them the variance would be at most half. Source of the rule: F. R.
     * Hampel, The influence curve and its role in robust estimation, Journal of the American Statistical Association 69,
     * 1974.
     */
    private Optional<NoiseCause> outlyingForks() {
        double limit = OUTLYING * MAD_OF_NORMAL * ForkStatistics.median(distances);
        double[] others = where(false, limit);
        int count = differences.length - others.length;
        if (count == 0 || count * FEW > differences.length || explained(StatUtils.variance(others)) < MOST) {
            return Optional.empty();
        }
        double farthest = Arrays.stream(where(true, limit)).map(Math::abs).max().orElseThrow();
        return Optional.of(new NoiseCause.OutlyingForks(count, differences.length, Math.exp(farthest)));
    }

    private double[] where(boolean beyond, double limit) {
        return IntStream.range(0, differences.length)
                .filter(i -> distances[i] > limit == beyond)
                .mapToDouble(i -> differences[i])
                .toArray();
    }

    private double explained(double rest) {
        return 1 - rest / variance;
    }

    /**
     * Cut into a fast and a slow group so that their variances are least (two-means), the smaller with at least a tenth of
     * the forks, and each fork taken relative to the mean of its group, at most a tenth of the variance of the pairs is
     * left. A machine that became slower once is no case of it, since then both forks of a pair are in one group.
     */
    private Optional<NoiseCause> twoModes() {
        double[] forks = DoubleStream.concat(Arrays.stream(base), Arrays.stream(head))
                .sorted()
                .toArray();
        int fast = cut(forks);
        int slow = forks.length - fast;
        if (Math.min(fast, slow) * FEW < forks.length) {
            return Optional.empty();
        }
        double lower = StatUtils.mean(forks, 0, fast);
        double upper = StatUtils.mean(forks, fast, slow);
        double firstSlow = forks[fast];
        double[] rest = IntStream.range(0, base.length)
                .mapToDouble(i -> head[i]
                        - (head[i] < firstSlow ? lower : upper)
                        - base[i]
                        + (base[i] < firstSlow ? lower : upper))
                .toArray();
        return explained(StatUtils.variance(rest)) < NEARLY_ALL
                ? Optional.empty()
                : Optional.of(new NoiseCause.TwoModes((double) slow / forks.length, Math.exp(upper - lower)));
    }

    /** How many of the sorted values belong to the lower of two groups with the largest variance between them. */
    private static int cut(double[] sorted) {
        double total = StatUtils.sum(sorted);
        double below = 0;
        double largest = Double.NEGATIVE_INFINITY;
        int best = 0;
        for (int n = 1; n < sorted.length; n++) {
            below += sorted[n - 1];
            int m = sorted.length - n;
            double apart = (total - below) / m - below / n;
            double between = apart * apart * n * m;
            if (between > largest) {
                largest = between;
                best = n;
            }
        }
        return best;
    }

    /**
     * The distances of the log-ratios from their median change over time (E-divisive, at 1 %), and the stretches in which
     * the variance is at most half of the whole hold at least a quarter of the pairs.
     */
    private Optional<NoiseCause> drift() {
        List<Integer> changes = ChangePoints.of(distances, DRIFT_SIGNIFICANCE, 1);
        int[] ends = IntStream.concat(changes.stream().mapToInt(Integer::intValue), IntStream.of(differences.length))
                .toArray();
        boolean[] calm = new boolean[differences.length];
        int start = 0;
        for (int end : ends) {
            double[] stretch = Arrays.copyOfRange(differences, start, end);
            Arrays.fill(calm, start, end, explained(StatUtils.variance(stretch)) >= MOST);
            start = end;
        }
        double[] quiet = in(calm, true);
        double[] others = in(calm, false);
        if (quiet.length * 4 < differences.length || others.length == 0) {
            return Optional.empty();
        }
        return Optional.of(new NoiseCause.Drift(
                quiet.length,
                differences.length,
                Math.sqrt(StatUtils.variance(quiet)),
                Math.sqrt(StatUtils.variance(others))));
    }

    private double[] in(boolean[] calm, boolean wanted) {
        return IntStream.range(0, differences.length)
                .filter(i -> calm[i] == wanted)
                .mapToDouble(i -> differences[i])
                .toArray();
    }

    /**
     * What the iterations of a fork differ by would alone make half of the variance of the pairs, or more. With s² the
     * variance of the logarithms of a fork's k iterations, their median has about the variance π s² / (2k + π - 2), for
     * normal noise (exact for one and for many, 2 % too small for 3 and 5), and a pair twice that. Of all forks the median
     * is taken, made median-unbiased by the median of χ²: a fork with one disturbed iteration does not count.
     */
    private Optional<NoiseCause> withinForks() {
        double[] ofIteration =
                repeated().mapToDouble(NoiseDiagnosis::varianceOfIteration).toArray();
        if (ofIteration.length == 0) {
            return Optional.empty();
        }
        double[] ofMedian = repeated()
                .mapToDouble(fork -> Math.PI * varianceOfIteration(fork) / (2 * fork.length + Math.PI - 2))
                .toArray();
        double explained = 2 * ForkStatistics.median(ofMedian) / variance;
        return explained < MOST
                ? Optional.empty()
                : Optional.of(new NoiseCause.WithinForks(
                        Math.sqrt(ForkStatistics.median(ofIteration)), Math.min(1, explained)));
    }

    private Stream<double[]> repeated() {
        return iterations.stream().filter(fork -> fork.length >= 2);
    }

    private static double varianceOfIteration(double[] fork) {
        double degrees = fork.length - 1.0;
        double median = new ChiSquaredDistribution(null, degrees).inverseCumulativeProbability(0.5);
        return StatUtils.variance(Samples.logarithms(fork, "iterations")) * degrees / median;
    }
}
