package dev.gradgap.compare;

import dev.gradgap.statistics.ChangeVerdict;
import dev.gradgap.text.MarkdownText;
import java.util.List;

/** A comparison as Markdown, for a comment on a pull request: the worst first, what did not change folded away. */
public final class ComparisonMarkdown {

    private final MarkdownText text = new MarkdownText();

    private ComparisonMarkdown() {}

    /** The whole text; the same comparison gives the same bytes. */
    public static String of(Comparison comparison) {
        ComparisonMarkdown markdown = new ComparisonMarkdown();
        markdown.write(comparison);
        return markdown.text.toString();
    }

    private void write(Comparison comparison) {
        text.markup("## Benchmarks: ")
                .text(ComparisonTable.headline(comparison))
                .markup("\n\n")
                .markup("Base ")
                .text(comparison.base())
                .markup(", head ")
                .text(comparison.head())
                .markup(". ")
                .markup(String.join(" ", ComparisonTable.method(comparison)))
                .markup("\n");
        List<CellComparison> cells = ComparisonTable.worstFirst(comparison);
        table(cells.stream()
                .filter(cell ->
                        cell.verdict() == ChangeVerdict.REGRESSION || cell.verdict() == ChangeVerdict.IMPROVEMENT)
                .toList());
        folded("inconclusive", comparison.with(ChangeVerdict.INCONCLUSIVE));
        folded("equivalent", comparison.with(ChangeVerdict.EQUIVALENT));
        List<CellComparison> not = comparison.notCompared();
        if (!not.isEmpty()) {
            text.markup("\n<details><summary>" + not.size() + " not compared</summary>\n\n");
            not.forEach(cell -> text.item(ComparisonTable.name(cell.cell()) + ": " + cell.reason()));
            text.markup("\n</details>\n");
        }
    }

    private void folded(String what, List<CellComparison> cells) {
        if (!cells.isEmpty()) {
            text.markup("\n<details><summary>" + cells.size() + " " + what + "</summary>\n");
            table(cells);
            text.markup("\n</details>\n");
        }
    }

    private void table(List<CellComparison> cells) {
        if (!cells.isEmpty()) {
            text.markup("\n")
                    .table(
                            ComparisonTable.headings(),
                            cells.stream().map(ComparisonTable::row).toList());
        }
    }
}
