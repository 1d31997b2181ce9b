package dev.gradgap.report.finding;

import dev.gradgap.results.Gap;
import dev.gradgap.results.RunResults;
import dev.gradgap.statistics.CrossoverEstimate;
import dev.gradgap.statistics.ForkStatistics;
import dev.gradgap.statistics.Interval;
import dev.gradgap.text.Numbers;
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
        // Of technologies that were compared on equally many workloads, the one that was taken furthest.
        Optional<Findings> most = Findings.of(results).stream()
                .max(Comparator.<Findings>comparingInt(
                                findings -> findings.crossovers().size())
                        .thenComparingInt(findings -> findings.largest().get(0).inputs()));
        return most.map(Sentences::of)
                .orElse(List.of("No forward and reverse engine of one technology were both measured: there is no gap to"
                        + " report."));
    }

    private static List<String> of(Findings findings) {
        List<String> sentences = new ArrayList<>();
        Gap first = findings.largest().get(0);
        sentences.add("With " + Numbers.size(first.inputs()) + " inputs, forward mode takes " + gap(findings)
                + " times as long as reverse mode ("
                + workloads(findings.largest()) + ", technology "
                + findings.technology().label() + ", forward time " + sampled(findings) + ").");
        sentences.add(crossover(findings));
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

    private static String crossover(Findings findings) {
        long everywhere = findings.crossovers().stream()
                .filter(crossover -> crossover.estimate().status() == CrossoverEstimate.Status.BELOW)
                .count();
        String others = everywhere == 0
                ? ""
                : "; at every size measured on " + everywhere + (everywhere == 1 ? " other" : " others");
        List<Interval> crossings = findings.crossovers().stream()
                .filter(crossover -> crossover.estimate().status() == CrossoverEstimate.Status.FOUND)
                .flatMap(crossover -> crossover.estimate().at().stream())
                .toList();
        if (crossings.size() == 1) {
            return "Reverse mode is the faster one from about N = " + Numbers.interval(crossings.get(0))
                    + " on (one workload" + others + ").";
        }
        if (crossings.size() > 1) {
            return "Reverse mode is the faster one from about N = "
                    + Numbers.plain(ForkStatistics.median(findings.crossings())) + " on (" + among(findings.crossings())
                    + others + ").";
        }
        if (isEverywhere(findings, CrossoverEstimate.Status.BELOW)) {
            return "Reverse mode is the faster one at every size at which both were measured.";
        }
        if (isEverywhere(findings, CrossoverEstimate.Status.ABOVE)) {
            return "Forward mode is the faster one at every size at which both were measured.";
        }
        return "No size was measured at which both modes take the same time.";
    }

    private static boolean isEverywhere(Findings findings, CrossoverEstimate.Status status) {
        return !findings.crossovers().isEmpty()
                && findings.crossovers().stream()
                        .allMatch(crossover -> crossover.estimate().status() == status);
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

    private static String workloads(List<Gap> largest) {
        return largest.size() == 1
                ? largest.get(0).workload()
                : "geometric mean of " + largest.size() + " workloads with its 95 % interval";
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
