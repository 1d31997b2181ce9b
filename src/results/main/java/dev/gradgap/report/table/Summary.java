package dev.gradgap.report.table;

import dev.gradgap.report.finding.Findings;
import dev.gradgap.report.finding.JacobianMap;
import dev.gradgap.report.finding.Ranking;
import dev.gradgap.report.finding.ReportData;
import dev.gradgap.report.finding.VerdictLines;
import dev.gradgap.results.Cell;
import dev.gradgap.results.Crossover;
import dev.gradgap.results.Gap;
import dev.gradgap.results.Method;
import dev.gradgap.results.RunResults;
import dev.gradgap.results.Scaling;
import dev.gradgap.statistics.CrossoverEstimate;
import dev.gradgap.text.MarkdownText;
import dev.gradgap.text.Numbers;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** summary.md: the verdict and its tables, for a pull request or a notebook. */
public final class Summary {

    private final MarkdownText text = new MarkdownText();

    private Summary() {}

    /** The whole file. */
    public static String of(ReportData data) {
        Summary summary = new Summary();
        summary.verdict(data);
        summary.gaps(data.results());
        summary.crossovers(data.results());
        summary.scalings(data.results());
        summary.costRatios(data.results());
        Ranking.of(data.results()).stream().map(RankingTable::of).forEach(summary::table);
        JacobianMap.of(data.results()).stream()
                .filter(JacobianMap::isPlane)
                .map(JacobianTable::of)
                .forEach(summary::table);
        Comparisons.of(data.results()).forEach(summary::table);
        Costs.of(data.results()).forEach(summary::table);
        summary.agreement(data);
        summary.table(NotMeasuredTable.of(data.results()));
        summary.table(EnvironmentTable.of(data.environment()));
        return summary.text.toString();
    }

    private void verdict(ReportData data) {
        text.markup("# Forward mode against reverse mode\n\n");
        for (String line : VerdictLines.lines(data)) {
            text.markup(line.startsWith("  ") ? "  " : "").item(line.strip());
        }
    }

    private void gaps(RunResults results) {
        Map<String, Gap> largest = results.gaps().stream()
                .collect(Collectors.toMap(
                        gap -> gap.workload() + " " + gap.forwardEngine() + " " + gap.reverseEngine(),
                        gap -> gap,
                        (a, b) -> b.inputs() > a.inputs() ? b : a,
                        LinkedHashMap::new));
        table(
                "The gap at the largest size of each pair",
                List.of(
                        "workload",
                        "inputs",
                        "forward",
                        "reverse",
                        "passes",
                        "forward time",
                        "reverse time",
                        "gap",
                        ""),
                largest.values().stream()
                        .map(gap -> List.of(
                                gap.workload(),
                                Integer.toString(gap.inputs()),
                                gap.forwardEngine(),
                                gap.reverseEngine(),
                                Long.toString(gap.passes()),
                                Numbers.duration(gap.forwardNs()),
                                Numbers.duration(gap.reverseNs()),
                                Numbers.interval(gap.gap()),
                                gap.method() == Method.SAMPLED ? "sampled" : "measured"))
                        .toList());
    }

    private void crossovers(RunResults results) {
        table(
                "Where reverse mode becomes faster",
                List.of("workload", "forward", "reverse", "N"),
                results.crossovers().stream()
                        .map(crossover -> List.of(
                                crossover.workload(),
                                crossover.forwardEngine(),
                                crossover.reverseEngine(),
                                crossing(crossover)))
                        .toList());
    }

    private static String crossing(Crossover crossover) {
        CrossoverEstimate estimate = crossover.estimate();
        return switch (estimate.status()) {
            case FOUND -> Numbers.interval(estimate.at().orElseThrow());
            case BELOW -> "below the smallest size";
            case ABOVE -> "above the largest size";
            case UNKNOWN -> "unknown";
        };
    }

    private void scalings(RunResults results) {
        table(
                "Time per operation against N: exponents (theory: forward 1, reverse and primal 0)",
                List.of("workload", "engine", "operator", "exponent", "R²", "points"),
                results.scalings().stream().map(Summary::scaling).toList());
    }

    private static List<String> scaling(Scaling scaling) {
        return List.of(
                scaling.workload(),
                scaling.engine(),
                scaling.operator().label(),
                Numbers.exponent(scaling.fit().exponent().estimate(), 3)
                        + Numbers.exponentRange(scaling.fit().exponent(), 3),
                Numbers.exponent(scaling.fit().rSquared(), 4),
                Integer.toString(scaling.fit().points()));
    }

    private void costRatios(RunResults results) {
        List<Findings> findings = Findings.of(results);
        table(
                "Cost ratio: reverse gradient over primal",
                List.of(
                        "workload",
                        "inputs",
                        "engine",
                        "time",
                        "ratio",
                        "ns per operation",
                        "tape bytes per operation"),
                findings.stream()
                        .flatMap(finding -> finding.costRatios().stream())
                        .sorted(Comparator.comparing(Cell::engine).thenComparing(Cell::workload))
                        .map(Summary::costRatio)
                        .toList());
    }

    private static List<String> costRatio(Cell cell) {
        boolean tape = cell.memory().tapeBytes().isPresent()
                && cell.operations().isPresent()
                && cell.operations().getAsLong() > 0;
        return List.of(
                cell.workload(),
                Integer.toString(cell.inputs()),
                cell.engine(),
                Numbers.duration(cell.time().orElseThrow().estimate()),
                Numbers.plain(cell.timing().ratioToPrimal().getAsDouble()),
                cell.timing().nsPerOperation().isPresent()
                        ? Numbers.plain(cell.timing().nsPerOperation().getAsDouble())
                        : "",
                tape
                        ? Numbers.plain((double) cell.memory().tapeBytes().getAsLong()
                                / cell.operations().getAsLong())
                        : "");
    }

    private void agreement(ReportData data) {
        table(
                "Sampled against fully measured",
                List.of("workload", "inputs", "engine", "measured", "sampled", "sampled / measured"),
                data.agreement().stream()
                        .map(agreement -> List.of(
                                agreement.cell().workload(),
                                Integer.toString(agreement.cell().inputs()),
                                agreement.cell().engine(),
                                Numbers.duration(agreement.measuredNs()),
                                Numbers.duration(agreement.sampledNs()),
                                Numbers.interval(agreement.ratio())))
                        .toList());
    }

    private void table(Table table) {
        table(table.title(), table.header(), table.rows());
    }

    private void table(String title, List<String> header, List<List<String>> rows) {
        if (!rows.isEmpty()) {
            text.markup("\n## " + title + "\n\n").table(header, rows);
        }
    }
}
