package dev.gradgap.report.finding;

import dev.gradgap.results.CellKey;
import dev.gradgap.results.Gap;
import dev.gradgap.results.RunResults;
import dev.gradgap.results.Scaling;
import dev.gradgap.results.Status;
import dev.gradgap.results.analysis.Agreement;
import dev.gradgap.results.analysis.ForkDisagreement;
import dev.gradgap.results.environment.Environment;
import dev.gradgap.results.journal.Disturbance;
import dev.gradgap.statistics.CrossoverEstimate;
import dev.gradgap.statistics.ForkStatistics;
import dev.gradgap.statistics.Interval;
import dev.gradgap.text.Numbers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a run found, in a few lines for the console. */
public final class VerdictLines {

    private static final int MOST_NAMED = 3;
    private static final int MOST_DOUBTS = 50;
    private static final double BUSY = 0.05;

    private VerdictLines() {}

    /** How many cells there are and how they ended, in words. */
    public static String counts(RunResults results) {
        long unsteady = results.count(Status.UNSTEADY);
        long unverified = results.count(Status.UNVERIFIED);
        return String.format(
                        Locale.ROOT,
                        "%d planned = %d ok + %d skipped + %d failed",
                        results.cells().size(),
                        results.count(Status.OK),
                        results.count(Status.SKIPPED),
                        results.count(Status.FAILED))
                + (unsteady > 0 ? " + " + unsteady + " unsteady" : "")
                + (unverified > 0 ? " + " + unverified + " unverified" : "");
    }

    /** The lines, without the place of the files. */
    public static List<String> lines(ReportData data) {
        List<String> lines = new ArrayList<>();
        lines.add(counts(data.results()));
        List<Findings> findings = Findings.of(data.results());
        for (Findings finding : findings) {
            lines.add(gap(finding));
            crossover(finding).ifPresent(lines::add);
            exponents(finding, lines);
            costRatio(finding, lines);
            breakEven(finding).ifPresent(lines::add);
        }
        if (findings.isEmpty()) {
            lines.add("no forward and reverse engine of one technology were both measured: there is no gap to report");
        }
        agreement(data.agreement(), lines);
        data.noise()
                .ifPresent(noise -> lines.add(String.format(
                        Locale.ROOT,
                        "noise between forks: %.1f %% in the median cell, %.1f %% in the worst tenth",
                        100 * noise.median(),
                        100 * noise.percentile90())));
        doubts(data.results(), lines);
        disagreements(data.disagreements()).ifPresent(lines::add);
        busy(data.environment(), Disturbance.WAITED_SHARE)
                .ifPresent(share -> lines.add("the machine was busy: what was measured waited for a processor for "
                        + share + " of its time, which is taken off"));
        busy(data.environment(), Disturbance.STEAL_SHARE)
                .ifPresent(
                        share -> lines.add("the machine's host gave " + share + " of its processors' time to others"));
        return lines;
    }

    private static void doubts(RunResults results, List<String> lines) {
        List<String> doubts = SelfCheck.doubts(results).stream()
                .map(SelfCheck.Doubt::why)
                .distinct()
                .toList();
        doubts.stream().limit(MOST_DOUBTS).forEach(why -> lines.add("doubtful, and left out of the above: " + why));
        if (doubts.size() > MOST_DOUBTS) {
            lines.add("doubtful, and left out of the above: " + (doubts.size() - MOST_DOUBTS) + " more");
        }
    }

    /** A share of the environment as a percentage, if it is worth a line. */
    private static Optional<String> busy(Environment environment, String field) {
        double share = environment.number(field).orElse(0);
        return share > BUSY ? Optional.of(Math.round(100 * share) + " %") : Optional.empty();
    }

    private static String inWords(CellKey cell) {
        return cell.engine() + " " + cell.operator().label() + " on " + cell.workload() + " with "
                + Numbers.size(cell.inputs());
    }

    /** Which cells have forks of two speeds; their times are the median of something that is not one number. */
    private static Optional<String> disagreements(List<ForkDisagreement> disagreements) {
        if (disagreements.isEmpty()) {
            return Optional.empty();
        }
        String worst = disagreements.stream()
                .limit(MOST_NAMED)
                .map(forks -> inWords(forks.cell()) + " (" + Numbers.duration(forks.lowNs()) + " to "
                        + Numbers.duration(forks.highNs()) + ")")
                .collect(Collectors.joining(", "));
        int others = disagreements.size() - MOST_NAMED;
        return Optional.of("doubtful: forks differ by a factor of " + ForkDisagreement.FACTOR + " or more in "
                + disagreements.size() + (disagreements.size() == 1 ? " cell: " : " cells: ") + worst
                + (others > 0 ? " and " + others + " more" : ""));
    }

    /** What one fork of each of the largest gradients says, a line each. */
    public static List<String> preliminary(ReportData data) {
        return Findings.of(data.results()).stream()
                .map(finding -> "preliminary, from one fork of each: " + gap(finding))
                .toList();
    }

    private static String gap(Findings finding) {
        OverWorkloads gaps = finding.gap();
        String method = finding.sampled() == 0
                ? "measured"
                : finding.sampled() == gaps.workloads() ? "forward sampled" : "forward sampled on " + finding.sampled();
        Gap first = finding.largest().get(0);
        return finding.label() + ": with " + Numbers.size(first.inputs()) + " inputs forward mode takes "
                + gaps.figure() + " times as long as reverse mode (" + gaps.basis(first.workload()) + "; " + method
                + ")";
    }

    private static Optional<String> crossover(Findings finding) {
        int workloads = (int) finding.crossovers().stream()
                .filter(crossover -> crossover.estimate().status() != CrossoverEstimate.Status.UNKNOWN)
                .count();
        List<String> parts = new ArrayList<>();
        finding.crossing()
                .ifPresent(crossing ->
                        parts.add("from N = " + crossing.figure() + " on (" + crossing.basis("one workload") + ")"));
        count(finding, CrossoverEstimate.Status.BELOW, "at every size measured on", workloads, parts);
        if (!finding.uncertain().isEmpty()) {
            parts.add("of these not certain at the smallest size on " + String.join(", ", finding.uncertain()));
        }
        count(finding, CrossoverEstimate.Status.ABOVE, "at no size measured on", workloads, parts);
        return parts.isEmpty() ? Optional.empty() : Optional.of("  reverse mode is faster " + String.join("; ", parts));
    }

    private static void count(
            Findings finding, CrossoverEstimate.Status status, String where, int workloads, List<String> parts) {
        long count = finding.crossovers().stream()
                .filter(crossover -> crossover.estimate().status() == status)
                .count();
        if (count > 0) {
            parts.add(where + " " + count + " of " + workloads + " workloads");
        }
    }

    private static void exponents(Findings finding, List<String> lines) {
        double[] forward = exponents(finding.forwardExponents());
        double[] reverse = exponents(finding.reverseExponents());
        if (forward.length > 0 || reverse.length > 0) {
            lines.add("  time per operation grows as N^b: " + exponent("forward", forward, 1) + ", "
                    + exponent("reverse", reverse, 0));
        }
    }

    private static double[] exponents(List<Scaling> scalings) {
        return scalings.stream()
                .mapToDouble(scaling -> scaling.fit().exponent().estimate())
                .toArray();
    }

    /** The least and the greatest over the workloads are no interval, and are not written as one. */
    private static String exponent(String mode, double[] exponents, int theory) {
        if (exponents.length == 0) {
            return mode + " not fitted";
        }
        String range = exponents.length == 1
                ? ""
                : "median of " + exponents.length + " workloads, from "
                        + Numbers.exponent(Arrays.stream(exponents).min().getAsDouble(), 2) + " to "
                        + Numbers.exponent(Arrays.stream(exponents).max().getAsDouble(), 2) + "; ";
        return mode + " b = " + Numbers.exponent(ForkStatistics.median(exponents), 2) + " (" + range + "theory "
                + theory + ")";
    }

    private static void costRatio(Findings finding, List<String> lines) {
        finding.costRatio()
                .ifPresent(ratio -> lines.add("  a reverse gradient costs " + ratio.figure() + " plain primals ("
                        + ratio.basis("one workload") + "); theory's bound in operations is 4 to 5"));
    }

    private static Optional<String> breakEven(Findings finding) {
        double[] gradients = finding.breakEvens().stream()
                .flatMap(breakEven -> breakEven.estimate().uses().stream())
                .mapToDouble(Interval::estimate)
                .toArray();
        int workloads = finding.breakEvens().size();
        if (workloads == 0) {
            return Optional.empty();
        }
        String line = "  preparing the reverse engine has paid for itself ";
        if (gradients.length == 0) {
            return Optional.of(line + "on none of " + workloads + " workloads");
        }
        List<String> among = new ArrayList<>();
        if (gradients.length > 1) {
            among.add("geometric mean of " + gradients.length + " workloads, from " + counts(gradients));
        } else if (workloads > 1) {
            among.add("on one workload");
        }
        if (gradients.length < workloads) {
            among.add("not on " + (workloads - gradients.length) + " of " + workloads);
        }
        return Optional.of(line + "after " + Numbers.count(Math.ceil(ForkStatistics.geometricMean(gradients)))
                + " gradients, against running the function's own code"
                + (among.isEmpty() ? "" : " (" + String.join("; ", among) + ")"));
    }

    private static void agreement(List<Agreement> agreements, List<String> lines) {
        if (agreements.isEmpty()) {
            return;
        }
        double[] ratios = agreements.stream()
                .mapToDouble(agreement -> agreement.ratio().estimate())
                .toArray();
        lines.add("sampled over fully measured forward time, where both were made: "
                + Numbers.plain(ForkStatistics.geometricMean(ratios))
                + (ratios.length == 1
                        ? ""
                        : " (geometric mean of " + ratios.length + " cells, from " + span(ratios) + ")"));
    }

    private static String counts(double[] values) {
        return Numbers.count(Arrays.stream(values).min().getAsDouble()) + " to "
                + Numbers.count(Arrays.stream(values).max().getAsDouble());
    }

    private static String span(double[] values) {
        return Numbers.plain(Arrays.stream(values).min().getAsDouble()) + " to "
                + Numbers.plain(Arrays.stream(values).max().getAsDouble());
    }
}
