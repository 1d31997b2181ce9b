package dev.gradgap.compare;

import dev.gradgap.report.Markdown;
import dev.gradgap.statistics.ChangeVerdict;
import java.util.List;
import java.util.stream.Collectors;

/** A comparison as Markdown, for a comment on a pull request: the worst first, what did not change folded away. */
public final class ComparisonMarkdown {

    private final StringBuilder text = new StringBuilder();

    private ComparisonMarkdown() {}

    /** The whole text; the same comparison gives the same bytes. */
    public static String of(Comparison comparison) {
        ComparisonMarkdown markdown = new ComparisonMarkdown();
        markdown.write(comparison);
        return markdown.text.toString();
    }

    private void write(Comparison comparison) {
        text.append("## Benchmarks: ")
                .append(Markdown.escape(ComparisonTable.headline(comparison)))
                .append("\n\n");
        text.append("Base ")
                .append(Markdown.escape(comparison.base()))
                .append(", head ")
                .append(Markdown.escape(comparison.head()))
                .append(". ")
                .append(String.join(" ", ComparisonTable.method(comparison)))
                .append("\n");
        List<CellComparison> cells = ComparisonTable.worstFirst(comparison);
        table(cells.stream()
                .filter(cell ->
                        cell.verdict() == ChangeVerdict.REGRESSION || cell.verdict() == ChangeVerdict.IMPROVEMENT)
                .toList());
        folded("inconclusive", comparison.with(ChangeVerdict.INCONCLUSIVE));
        folded("equivalent", comparison.with(ChangeVerdict.EQUIVALENT));
        List<CellComparison> not = comparison.notCompared();
        if (!not.isEmpty()) {
            text.append("\n<details><summary>").append(not.size()).append(" not compared</summary>\n\n");
            not.forEach(cell -> text.append("- ")
                    .append(Markdown.escape(ComparisonTable.name(cell.cell()) + ": " + cell.reason()))
                    .append('\n'));
            text.append("\n</details>\n");
        }
    }

    private void folded(String what, List<CellComparison> cells) {
        if (!cells.isEmpty()) {
            text.append("\n<details><summary>")
                    .append(cells.size())
                    .append(' ')
                    .append(what)
                    .append("</summary>\n");
            table(cells);
            text.append("\n</details>\n");
        }
    }

    private void table(List<CellComparison> cells) {
        if (cells.isEmpty()) {
            return;
        }
        text.append('\n');
        line(ComparisonTable.headings());
        line(ComparisonTable.headings().stream().map(heading -> "---").toList());
        cells.forEach(cell -> line(ComparisonTable.row(cell)));
    }

    private void line(List<String> values) {
        text.append(values.stream().map(Markdown::escape).collect(Collectors.joining(" | ", "| ", " |\n")));
    }
}
