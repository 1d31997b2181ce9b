package dev.gradgap.history;

import dev.gradgap.history.HistoryEntry.Figures;
import dev.gradgap.history.Series.Point;
import dev.gradgap.history.TrendTable.Group;
import dev.gradgap.text.HtmlText;
import dev.gradgap.text.Numbers;
import java.util.List;
import java.util.stream.Collectors;

/** Trends as one page that needs nothing else: no script, no network, light or dark, on any width of screen. */
final class TrendHtml {

    private static final String HEAD = """
        <!DOCTYPE html>
        <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
        <title>gradgap: trends</title>
        <style>
        :root { color-scheme: light dark; font-family: sans-serif; line-height: 1.4; }
        body { margin: 1rem auto; max-width: 72rem; padding: 0 1rem; }
        .cells { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 22rem), 1fr)); gap: 1.5rem; }
        figure { margin: 0; min-width: 0; } figcaption, p { overflow-wrap: anywhere; } figcaption { font-weight: bold; }
        svg { width: 100%; height: auto; color: inherit; }
        .table { overflow-x: auto; } table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
        th, td { padding: 0.2rem 0.7rem; text-align: left; border-bottom: 1px solid #8886; white-space: nowrap; }
        summary { padding: 0.3rem 0; cursor: pointer; }
        </style></head><body>
        <h1>Trends</h1>
        <p>A point for each run, with its 95 % interval; a step for what lies between two changes of the time. Solid lines:
        changes of the time, orange slower, blue-green faster. Dotted: passes, tape bytes or allocation. Grey and dashed: the
        workload or the settings changed, so that nothing on both sides is compared.</p>
        """;

    private final HtmlText html = new HtmlText().markup(HEAD);

    private TrendHtml() {}

    /** The whole page; the same trends give the same text. */
    static String of(List<Trend> trends, double significance) {
        TrendHtml page = new TrendHtml();
        page.write(trends, significance);
        return page.html.toString();
    }

    private void write(List<Trend> trends, double significance) {
        html.markup("<h2>Changes, newest first</h2>\n").paragraph("", TrendTable.expectation(trends, significance));
        List<Group> groups = TrendTable.groups(trends);
        if (groups.isEmpty()) {
            html.paragraph("", "No change.");
        }
        for (Group group : groups) {
            html.markup("<h3>").text(group.title()).markup("</h3>\n");
            html.table("Changes between " + group.title(), TrendTable.headings(), group.rows());
        }
        trends.forEach(this::environment);
        html.markup("</body></html>\n");
    }

    private void environment(Trend trend) {
        html.markup("<h2>Environment ")
                .text(trend.fingerprint())
                .markup(", " + trend.runs() + (trend.runs() == 1 ? " run</h2>\n" : " runs</h2>\n"))
                .paragraph(
                        "",
                        trend.environment().entrySet().stream()
                                .map(field -> field.getKey() + " " + field.getValue())
                                .collect(Collectors.joining("; ")));
        html.markup("<div class=\"cells\">\n");
        trend.series().forEach(this::figure);
        html.markup("</div>\n");
    }

    private void figure(Series series) {
        html.markup("<figure><figcaption>")
                .text(series.name())
                .markup("</figcaption>\n")
                .markup(TrendSvg.of(series))
                .markup("<details><summary>Numbers</summary>");
        html.table(
                "Numbers of " + series.name(),
                List.of("date", "commit", "time", "forks", "passes", "tape bytes", "allocated bytes"),
                series.points().stream().map(TrendHtml::numbers).toList());
        html.markup("</details></figure>\n");
    }

    private static List<String> numbers(Point point) {
        Figures figures = point.figures();
        return List.of(
                point.run().date().toString(),
                point.run().name(),
                Numbers.durations(figures.time()),
                Integer.toString(figures.forks()),
                figures.passes().isPresent() ? Long.toString(figures.passes().getAsLong()) : "",
                figures.tapeBytes().isPresent()
                        ? Long.toString(figures.tapeBytes().getAsLong())
                        : "",
                figures.allocation().map(bytes -> Numbers.plain(bytes.median())).orElse(""));
    }
}
