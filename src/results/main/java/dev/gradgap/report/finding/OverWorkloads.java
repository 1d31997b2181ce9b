package dev.gradgap.report.finding;

import dev.gradgap.statistics.ForkStatistics;
import dev.gradgap.statistics.Interval;
import dev.gradgap.text.Numbers;
import java.util.Arrays;
import java.util.List;

/**
 * One figure of several workloads, the same wherever it is said: their geometric mean, since all of these are ratios or sizes,
 * with the 95 % interval that the variation between the workloads gives if they are three or more, and the least and the greatest of them.
 *
 * @param mean of a single workload the figure itself, with its own interval
 */
record OverWorkloads(Interval mean, double least, double greatest, int workloads) {

    /** Of figures without intervals of their own, one a workload; at least one. */
    static OverWorkloads of(double[] figures) {
        return of(Arrays.stream(figures).mapToObj(Interval::unknown).toList());
    }

    /** Of figures with intervals of their own, which count where there is one only; at least one. */
    static OverWorkloads of(List<Interval> figures) {
        double[] estimates = figures.stream().mapToDouble(Interval::estimate).toArray();
        return new OverWorkloads(
                mean(figures, estimates),
                Arrays.stream(estimates).min().orElseThrow(),
                Arrays.stream(estimates).max().orElseThrow(),
                figures.size());
    }

    private static Interval mean(List<Interval> figures, double[] estimates) {
        return switch (figures.size()) {
            case 1 -> figures.get(0);
            case 2 -> Interval.unknown(ForkStatistics.geometricMean(estimates)); // a t of 12.7 says nothing
            default -> ForkStatistics.interval(estimates);
        };
    }

    /** The figure, with its interval if it has one. */
    String figure() {
        return Numbers.interval(mean);
    }

    /**
     * What the figure rests on, such as: geometric mean of 10 workloads, from 151,000 to 1,020,000.
     *
     * @param single what to say of a single workload
     */
    String basis(String single) {
        return workloads == 1
                ? single
                : "geometric mean of " + workloads + " workloads, from " + Numbers.plain(least) + " to "
                        + Numbers.plain(greatest);
    }
}
