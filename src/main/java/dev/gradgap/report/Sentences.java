package dev.gradgap.report;

import dev.gradgap.results.Gap;
import dev.gradgap.results.RunResults;
import dev.gradgap.statistics.ForkStatistics;
import dev.gradgap.statistics.Interval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The verdict of a run in three sentences, of the technology that it compared on most workloads. */
public final class Sentences {

    private Sentences() {}

    /** The sentences; fewer, if a run does not say as much. */
    public static List<String> of(RunResults results) {
        Optional<Findings> most = Findings.of(results).stream()
                .max(Comparator.comparingInt(findings -> findings.crossovers().size()));
        return most.map(Sentences::of)
                .orElse(List.of("No forward and reverse engine of one technology were both measured: there is no gap to"
                        + " report."));
    }

    private static List<String> of(Findings findings) {
        List<String> sentences = new ArrayList<>();
        Gap first = findings.largest().get(0);
        sentences.add("With " + Numbers.size(first.inputs()) + " inputs, forward mode takes " + gap(findings)
                + " times as long as reverse mode ("
                + workloads(findings.largest().size()) + ", technology "
                + findings.technology().label() + ", forward time " + sampled(findings) + ").");
        double[] crossings = findings.crossings();
        sentences.add(
                crossings.length > 0
                        ? "Reverse mode is the faster one from about N = "
                                + Numbers.plain(ForkStatistics.median(crossings)) + " on ("
                                + among(crossings) + ")."
                        : "No size was measured at which both modes take the same time.");
        double[] ratios = findings.costRatios().stream()
                .mapToDouble(cell -> cell.ratioToPrimal().getAsDouble())
                .toArray();
        if (ratios.length > 0) {
            sentences.add("A reverse gradient costs " + Numbers.plain(ForkStatistics.median(ratios))
                    + " times the function itself (" + among(ratios)
                    + "); theory's bound is 4 to 5, whatever N.");
        }
        return sentences;
    }

    private static String gap(Findings findings) {
        List<Gap> largest = findings.largest();
        if (largest.size() == 1) {
            return Numbers.interval(largest.get(0).gap());
        }
        Interval mean = ForkStatistics.interval(
                largest.stream().mapToDouble(gap -> gap.gap().estimate()).toArray());
        return Numbers.interval(mean);
    }

    private static String workloads(int count) {
        return count == 1 ? "one workload" : "geometric mean of " + count + " workloads with its 95 % interval";
    }

    private static String sampled(Findings findings) {
        long sampled = findings.sampled();
        return sampled == 0 ? "measured" : sampled == findings.largest().size() ? "sampled" : "sampled on " + sampled;
    }

    private static String among(double[] values) {
        return values.length == 1
                ? "one workload"
                : "median of " + values.length + " workloads, from "
                        + Numbers.plain(Arrays.stream(values).min().getAsDouble()) + " to "
                        + Numbers.plain(Arrays.stream(values).max().getAsDouble());
    }
}
