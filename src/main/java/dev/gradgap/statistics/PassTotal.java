package dev.gradgap.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.apache.commons.math3.stat.StatUtils;
import org.apache.commons.math3.stat.descriptive.moment.Skewness;

/**
 * The estimator behind {@link PassSampler#estimateTotal}. Times are held relative to their mean, so that no unit is
 * too small or too large for the moments.
 */
final class PassTotal {

    private final List<double[]> forks;
    private final long passes;
    private final double mean;

    /** Takes the times of the passes each fork sampled, and the number of passes in all. */
    PassTotal(List<double[]> passTimesByFork, long passes) {
        requireTimes(passTimesByFork, passes);
        this.passes = passes;
        double meanTime =
                passTimesByFork.stream().mapToDouble(StatUtils::mean).average().orElseThrow();
        this.mean = meanTime;
        this.forks = passTimesByFork.stream()
                .map(times -> Arrays.stream(times).map(t -> t / meanTime).toArray())
                .toList();
    }

    /** The hull of the between-fork and the within-fork interval, as far as they are known. */
    Interval interval() {
        double total = passes * mean;
        if (total == 0) {
            return new Interval(0, 0, 0);
        }
        List<Interval> known = Stream.of(betweenForks(), withinForks())
                .filter(Interval::isKnown)
                .toList();
        OptionalDouble low = known.stream().mapToDouble(Interval::low).min();
        OptionalDouble high = known.stream().mapToDouble(Interval::high).max();
        return low.isPresent() && high.isPresent()
                ? new Interval(total, total * low.getAsDouble(), total * high.getAsDouble())
                : Interval.unknown(total);
    }

    /** From the spread of the fork means, relative to the estimate: exp(± t standard error). */
    private Interval betweenForks() {
        int n = forks.size();
        if (n == 1) {
            return Interval.unknown(1);
        }
        double[] means = forks.stream().mapToDouble(StatUtils::mean).toArray();
        return ForkStatistics.exponential(0, StudentT.quantile95(n - 1) * Math.sqrt(StatUtils.variance(means) / n));
    }

    /**
     * From the spread of the passes within each fork, relative to the estimate.
     *
     * <p>For fork i, with k of the N passes, f = k / N, variance s² and third central moment m, all estimated
     * without bias, the sample mean has variance (1 - f) s² / k, third central moment (1 - f) (1 - 2 f) m / k², and
     * covariance (1 - f)² m / k² with the estimate of its variance. Divided by n², n³ and n³ and summed over the n
     * forks they are those of the estimate.
     */
    private Interval withinForks() {
        int n = forks.size();
        double[] variances = new double[n];
        double[] degrees = new double[n];
        double third = 0;
        double covariance = 0;
        double observed = 0;
        for (int i = 0; i < n; i++) {
            double[] times = forks.get(i);
            double k = times.length;
            if (k == 1) {
                return Interval.unknown(1);
            }
            double unseen = (passes - k) / passes;
            double variance = StatUtils.variance(times);
            variances[i] = unseen * variance / k / n / n;
            degrees[i] = k - 1;
            double moment = thirdMoment(times, variance) / (k * k) / n / n / n;
            third += unseen * (2 * unseen - 1) * moment;
            covariance += unseen * unseen * moment;
            observed += StatUtils.sum(times) / passes / n;
        }
        double variance = StatUtils.sum(variances);
        if (variance == 0) {
            boolean all = forks.stream().allMatch(times -> times.length == passes);
            return all ? Interval.unknown(1) : new Interval(1, 1, 1);
        }
        double standardError = Math.sqrt(variance);
        double cube = variance * standardError;
        double t = StudentT.quantile95(StudentT.satterthwaite(variances, degrees));
        SkewedMean studentized = new SkewedMean(third / cube, covariance / cube);
        // The passes that were timed are part of the total, so it cannot be below them.
        double low = Math.max(observed, 1 - standardError * studentized.quantile(t));
        return new Interval(1, low, 1 - standardError * studentized.quantile(-t));
    }

    /** The unbiased third central moment; 0 where two values cannot tell. */
    private static double thirdMoment(double[] times, double variance) {
        return times.length < 3 ? 0 : new Skewness().evaluate(times) * variance * Math.sqrt(variance);
    }

    private static void requireTimes(List<double[]> passTimesByFork, long passes) {
        if (passTimesByFork.isEmpty()) {
            throw new IllegalArgumentException("pass times: no fork; at least one is needed");
        }
        for (int i = 0; i < passTimesByFork.size(); i++) {
            double[] times = passTimesByFork.get(i);
            if (times.length < 1 || times.length > passes) {
                throw new IllegalArgumentException("pass times: fork " + i + " timed " + times.length + " of " + passes
                        + " passes; it must be from one to all of them");
            }
            for (double time : times) {
                if (!(time >= 0 && time < Double.POSITIVE_INFINITY)) {
                    throw new IllegalArgumentException(
                            "pass times: fork " + i + " has " + time + "; a time must be finite and not negative");
                }
            }
        }
    }
}
