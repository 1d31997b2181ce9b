package dev.gradgap.report.finding;

import dev.gradgap.results.Gap;
import dev.gradgap.results.RunResults;
import dev.gradgap.statistics.CrossoverEstimate;
import dev.gradgap.text.Numbers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The verdict of a run in three sentences, of the technology that it compared on most workloads. */
public final class Sentences {

    private Sentences() {}

    /** The sentences; fewer, if a run does not say as much. */
    public static List<String> of(RunResults results) {
        // Of families that were compared on equally many workloads, the one that was taken furthest.
        Optional<Findings> most = Findings.of(results).stream()
                .max(Comparator.<Findings>comparingInt(
                                findings -> findings.crossovers().size())
                        .thenComparingInt(findings -> findings.largest().get(0).inputs()));
        return most.map(Sentences::of)
                .orElse(List.of("No forward and reverse engine of one family were both measured: there is no gap to"
                        + " report."));
    }

    private static List<String> of(Findings findings) {
        List<String> sentences = new ArrayList<>();
        Gap first = findings.largest().get(0);
        OverWorkloads gap = findings.gap();
        sentences.add("With " + Numbers.size(first.inputs()) + " inputs, forward mode takes " + gap.figure()
                + " times as long as reverse mode (" + gap.basis(first.workload()) + "; technology "
                + findings.label() + ", forward time " + sampled(findings) + ").");
        sentences.add(crossover(findings));
        findings.costRatio()
                .ifPresent(ratio -> sentences.add("A reverse gradient costs " + ratio.figure()
                        + " times the function itself (" + ratio.basis("one workload")
                        + "); theory's bound is 4 to 5, whatever N."));
        return sentences;
    }

    private static String crossover(Findings findings) {
        long everywhere = findings.crossovers().stream()
                .filter(crossover -> crossover.estimate().status() == CrossoverEstimate.Status.BELOW)
                .count();
        String others = everywhere == 0
                ? ""
                : "; at every size measured on " + everywhere + (everywhere == 1 ? " other" : " others");
        Optional<OverWorkloads> crossing = findings.crossing();
        if (crossing.isPresent()) {
            return "Reverse mode is the faster one from about N = "
                    + crossing.get().figure() + " on (" + crossing.get().basis("one workload") + others
                    + uncertain(findings) + ").";
        }
        if (isEverywhere(findings, CrossoverEstimate.Status.BELOW)) {
            return "Reverse mode is the faster one at every size at which both were measured" + uncertain(findings)
                    + ".";
        }
        if (isEverywhere(findings, CrossoverEstimate.Status.ABOVE)) {
            return "Forward mode is the faster one at every size at which both were measured.";
        }
        return "No size was measured at which both modes take the same time.";
    }

    private static String uncertain(Findings findings) {
        return findings.uncertain().isEmpty()
                ? ""
                : ", though not for certain at the smallest on " + String.join(", ", findings.uncertain());
    }

    private static boolean isEverywhere(Findings findings, CrossoverEstimate.Status status) {
        return !findings.crossovers().isEmpty()
                && findings.crossovers().stream()
                        .allMatch(crossover -> crossover.estimate().status() == status);
    }

    private static String sampled(Findings findings) {
        long sampled = findings.sampled();
        return sampled == 0 ? "measured" : sampled == findings.largest().size() ? "sampled" : "sampled on " + sampled;
    }
}
