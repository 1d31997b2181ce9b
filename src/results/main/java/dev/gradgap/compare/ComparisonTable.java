package dev.gradgap.compare;

import dev.gradgap.results.journal.PlannedCell;
import dev.gradgap.statistics.ChangeVerdict;
import dev.gradgap.statistics.Interval;
import dev.gradgap.statistics.SequentialTest.Finding;
import dev.gradgap.text.Numbers;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The words of a comparison, for a console and for Markdown alike. */
public final class ComparisonTable {

    private ComparisonTable() {}

    /** The headings of the table of compared cells. */
    public static List<String> headings() {
        return List.of("verdict", "cell", "base", "head", "change", "interval", "pairs", "p", "rank p", "note");
    }

    /** The compared cells, worst verdict first and largest change first. */
    public static List<CellComparison> worstFirst(Comparison comparison) {
        return comparison.cells().stream()
                .filter(cell -> cell.reason().isEmpty())
                .sorted(Comparator.comparing(CellComparison::verdict)
                        .thenComparing(cell -> -Math.abs(cell.time()
                                .map(found -> found.estimate().logRatio())
                                .orElse(0.0))))
                .toList();
    }

    /** A row of the table. */
    public static List<String> row(CellComparison cell) {
        Optional<Finding> time = cell.time();
        return List.of(
                label(cell.verdict()),
                name(cell.cell()),
                cell.base().map(Numbers::duration).orElse(""),
                cell.head().map(Numbers::duration).orElse(""),
                time.map(found -> percent(found.estimate().ratio())).orElse(""),
                time.map(found -> range(found.decision().interval())).orElse(""),
                time.map(found -> Integer.toString(found.estimate().pairs())).orElse(""),
                time.map(found -> probability(found.decision().adjustedPValue()))
                        .orElse(""),
                cell.check().map(check -> probability(check.rankPValue())).orElse(""),
                note(cell));
    }

    /** What names a cell, in words. */
    public static String name(PlannedCell cell) {
        return cell.workload() + " " + Numbers.size(cell.inputs()) + " " + cell.engine() + " "
                + cell.operator().label();
    }

    /** A verdict in lower case. */
    public static String label(ChangeVerdict verdict) {
        return verdict.name().toLowerCase(Locale.ROOT);
    }

    /** The verdict of the whole, with the number of cells of each kind. */
    public static String headline(Comparison comparison) {
        String counts = Stream.of(ChangeVerdict.values())
                .map(verdict -> comparison.with(verdict).size() + " " + label(verdict))
                .collect(Collectors.joining(", "));
        int not = comparison.notCompared().size();
        return label(comparison.verdict()) + ": " + counts + (not == 0 ? "" : ", " + not + " not compared");
    }

    /** How it was measured and decided, in sentences. */
    public static List<String> method(Comparison comparison) {
        ComparisonSettings settings = comparison.settings();
        return List.of(
                comparison.together()
                        ? "Forks of both sides were interleaved in pairs, " + settings.pairs() + " to "
                                + settings.mostPairs() + " for each cell."
                        : "The two runs were not measured together: whatever the machine did in between counts as a change.",
                String.format(
                        Locale.ROOT,
                        "A change is called one if it is beyond %s %% and would be a false alarm in at most %s %% of"
                                + " comparisons, over all %d cells.",
                        Numbers.plain(100 * settings.gate()),
                        Numbers.plain(100 * settings.alpha()),
                        comparison.cells().size() - comparison.notCompared().size()));
    }

    private static String note(CellComparison cell) {
        String figures =
                cell.changedFigures().stream().map(FigureChange::inWords).collect(Collectors.joining(", "));
        if (!figures.isEmpty()) {
            return figures;
        }
        if (cell.time().isEmpty()) {
            return "fewer than two pairs";
        }
        if (cell.verdict() != ChangeVerdict.INCONCLUSIVE) {
            return "";
        }
        Finding found = cell.time().get();
        return found.decision().pairsToSettle().isPresent()
                ? "about "
                        + (found.decision().pairsToSettle().getAsInt()
                                - found.estimate().pairs()) + " more pairs would settle it"
                : "too close to the gate to be settled";
    }

    /** A ratio as a change in percent, such as +4.56 %. */
    static String percent(double ratio) {
        return String.format(Locale.ROOT, "%+.2f %%", 100 * (ratio - 1));
    }

    private static String range(Interval interval) {
        return percent(interval.low()) + " to " + percent(interval.high());
    }

    private static String probability(double p) {
        return p < 1e-4 ? "<0.0001" : String.format(Locale.ROOT, "%.4f", p);
    }
}
