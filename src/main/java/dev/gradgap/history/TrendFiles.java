package dev.gradgap.history;

import static dev.gradgap.results.CsvColumn.number;
import static dev.gradgap.results.CsvColumn.text;
import static dev.gradgap.results.CsvColumn.whole;

import dev.gradgap.report.Numbers;
import dev.gradgap.results.AtomicFile;
import dev.gradgap.results.CsvTable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What is written of trends: trend.html, trend.csv and an SVG for each cell. The same history gives the same bytes. */
public final class TrendFiles {

    public static final String HTML = "trend.html";
    public static final String CSV = "trend.csv";
    public static final String SVG = "svg";

    private static final String HEAD = """
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
            <title>gradgap: trends</title>
            <style>
            :root { color-scheme: light dark; font-family: sans-serif; line-height: 1.4; }
            body { margin: 1rem auto; max-width: 72rem; padding: 0 1rem; }
            .cells { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 32rem), 1fr)); gap: 1rem; }
            figure { margin: 0; } figcaption { font-weight: bold; overflow-wrap: anywhere; } svg { width: 100%; height: auto; }
            .table { overflow-x: auto; } table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
            th, td { padding: 0.2rem 0.7rem; text-align: left; border-bottom: 1px solid #8886; }
            </style></head><body>
            <h1>Trends</h1>
            <p>A point for each run. Solid lines: changes of the time, orange slower, green faster. Dotted: passes, tape bytes or
            allocation. Grey and dashed: the workload was defined anew.</p>
            """;

    private TrendFiles() {}

    /** A change with all that names it. */
    private record Row(Trend trend, Series series, Change change) {

        HistoryEntry first() {
            return series.points().get(change.at()).run();
        }
    }

    /** The headings of {@link #rows}. */
    public static List<String> headings() {
        return List.of("since", "commit", "cell", "figure", "before", "after", "change", "note");
    }

    /** All changes in words, newest first. */
    public static List<List<String>> rows(List<Trend> trends) {
        return changes(trends).stream().map(TrendFiles::row).toList();
    }

    private static List<Row> changes(List<Trend> trends) {
        List<Row> rows = new ArrayList<>();
        for (Trend trend : trends) {
            for (Series series : trend.series()) {
                series.changes().forEach(change -> rows.add(new Row(trend, series, change)));
            }
        }
        rows.sort(Comparator.comparing((Row row) -> row.first().date())
                .reversed()
                .thenComparing(row -> row.series().key().toString()));
        return rows;
    }

    private static List<String> row(Row row) {
        Change change = row.change();
        boolean time = change.kind() == Change.Kind.TIME;
        return List.of(
                row.first().date(),
                row.first().name(),
                row.series().key().toString(),
                change.kind().label(),
                time ? Numbers.duration(change.before()) : Numbers.plain(change.before()),
                time ? Numbers.duration(change.after()) : Numbers.plain(change.after()),
                percent(change.ratio().estimate())
                        + (change.ratio().isKnown()
                                ? " [" + percent(change.ratio().low()) + ", "
                                        + percent(change.ratio().high()) + "]"
                                : ""),
                change.note().orElse(""));
    }

    private static String percent(double ratio) {
        return String.format(Locale.ROOT, "%+.1f %%", 100 * (ratio - 1));
    }

    /** Writes all files, each whole or not at all. */
    public static void write(Path directory, List<Trend> trends) {
        AtomicFile.write(directory.resolve(HTML), html(trends));
        CsvTable.write(
                directory.resolve(CSV),
                List.of(
                        text("fingerprint", row -> row.trend().fingerprint()),
                        text("workload", row -> row.series().key().workload()),
                        whole("inputs", row -> row.series().key().inputs()),
                        text("engine", row -> row.series().key().engine()),
                        text("operator", row -> row.series().key().operator().label()),
                        text("figure", row -> row.change().kind().label()),
                        text("since", row -> row.first().date()),
                        text("commit", row -> row.first().commit()),
                        number("before", row -> row.change().before()),
                        number("after", row -> row.change().after()),
                        number("ratio", row -> row.change().ratio().estimate()),
                        number("ratio_lo", row -> row.change().ratio().low()),
                        number("ratio_hi", row -> row.change().ratio().high()),
                        text("note", row -> row.change().note().orElse(""))),
                changes(trends));
        for (Trend trend : trends) {
            for (Series series : trend.series()) {
                String name = (trend.fingerprint() + " " + series.key())
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9._-]+", "-");
                AtomicFile.write(directory.resolve(SVG).resolve(name + ".svg"), TrendSvg.of(series));
            }
        }
    }

    private static String html(List<Trend> trends) {
        StringBuilder html = new StringBuilder(HEAD);
        html.append("<h2>Changes, newest first</h2>\n<div class=\"table\" tabindex=\"0\"><table><thead>");
        line(html, "th", headings());
        html.append("</thead><tbody>\n");
        rows(trends).forEach(row -> line(html, "td", row));
        html.append("</tbody></table></div>\n");
        for (Trend trend : trends) {
            html.append("<h2>Environment ")
                    .append(Html.escape(trend.fingerprint()))
                    .append(", ")
                    .append(trend.runs())
                    .append(" runs</h2>\n<p>")
                    .append(Html.escape(trend.environment().entrySet().stream()
                            .map(field -> field.getKey() + " " + field.getValue())
                            .collect(Collectors.joining("; "))))
                    .append("</p>\n<div class=\"cells\">\n");
            for (Series series : trend.series()) {
                html.append("<figure><figcaption>")
                        .append(Html.escape(series.key().toString()))
                        .append("</figcaption>\n")
                        .append(TrendSvg.of(series))
                        .append("<details><summary>Numbers</summary><div class=\"table\"><table><thead>");
                line(html, "th", List.of("date", "commit", "time", "forks"));
                html.append("</thead><tbody>\n");
                series.points()
                        .forEach(point -> line(
                                html,
                                "td",
                                List.of(
                                        point.run().date(),
                                        point.run().name(),
                                        Numbers.duration(point.figures().timeNs()),
                                        Integer.toString(point.figures().forks()))));
                html.append("</tbody></table></div></details></figure>\n");
            }
            html.append("</div>\n");
        }
        return html.append("</body></html>\n").toString();
    }

    private static void line(StringBuilder html, String element, List<String> values) {
        html.append("<tr>");
        values.forEach(value -> html.append('<')
                .append(element)
                .append('>')
                .append(Html.escape(value))
                .append("</")
                .append(element)
                .append('>'));
        html.append("</tr>\n");
    }
}
