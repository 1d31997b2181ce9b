package dev.gradgap.report.page;

import dev.gradgap.report.Html;
import dev.gradgap.report.JacobianMap;
import dev.gradgap.report.Numbers;
import dev.gradgap.report.Ranking;
import dev.gradgap.report.ReportData;
import dev.gradgap.report.Sentences;
import dev.gradgap.report.Verdict;
import dev.gradgap.report.page.Chart.Point;
import dev.gradgap.report.page.Chart.Series;
import dev.gradgap.report.page.Chart.Unit;
import dev.gradgap.results.Cell;
import dev.gradgap.results.Method;
import dev.gradgap.results.Status;
import dev.gradgap.statistics.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * report.html: one file that needs nothing else. Texts and tables are written here, so that they can be read without a script;
 * report.js draws the charts above the tables.
 */
public final class ReportPage {

    private final StringBuilder html = new StringBuilder();
    private final List<String> scripts = new ArrayList<>();
    private final ReportData data;

    private final List<Ranking> rankings;
    private final List<JacobianMap> maps;

    private ReportPage(ReportData data) {
        this.data = data;
        rankings = Ranking.of(data.results());
        maps = JacobianMap.of(data.results()).stream()
                .filter(JacobianMap::isPlane)
                .toList();
    }

    /**
     * The whole page; the same data give the same text.
     *
     * @param sections what comes after the charts
     */
    public static String of(ReportData data, List<PageSection> sections) {
        ReportPage page = new ReportPage(data);
        List<Chart> charts = new Charts(data.results()).all();
        page.top();
        page.choices();
        charts.forEach(page::chart);
        page.rankings();
        page.maps();
        page.notMeasured();
        sections.forEach(page::section);
        page.environment();
        if (charts.stream().anyMatch(chart -> !chart.data().isEmpty())) {
            page.html
                    .append("<script type=\"application/json\" id=\"data\">")
                    .append(PageJson.of(charts, Choices.of(charts), page.rankings, page.maps))
                    .append("</script>\n");
            page.scripts.add(Assets.echarts());
            page.scripts.add(Assets.read("report.js"));
        }
        sections.stream()
                .map(PageSection::script)
                .filter(script -> !script.isEmpty())
                .forEach(page.scripts::add);
        return page.whole();
    }

    private String whole() {
        StringBuilder hashes = new StringBuilder();
        StringBuilder elements = new StringBuilder();
        for (String script : scripts) {
            hashes.append(" '").append(Assets.integrity(script)).append("'");
            elements.append("<script>").append(script).append("</script>\n");
        }
        String policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; script-src"
                + (scripts.isEmpty() ? " 'none'" : hashes);
        return "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\n"
                + "<meta http-equiv=\"Content-Security-Policy\" content=\"" + policy + "\">\n"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                + "<title>gradgap: forward mode against reverse mode</title>\n<style>\n" + Assets.read("report.css")
                + "</style></head><body>\n<main>\n" + html + "</main>\n" + elements + "</body></html>\n";
    }

    private void top() {
        html.append("<header><h1>Forward mode against reverse mode</h1>")
                .append("<button type=\"button\" id=\"theme\" hidden>Light or dark</button></header>\n")
                .append("<section class=\"verdict\" aria-label=\"Verdict\">\n");
        Sentences.of(data.results()).forEach(sentence -> paragraph("", sentence));
        html.append("</section>\n");
        paragraph("facts", facts());
        html.append("<details><summary>Every technology, in a few lines</summary>\n<ul>\n");
        Verdict.lines(data)
                .forEach(line ->
                        html.append("<li>").append(Html.escape(line.strip())).append("</li>\n"));
        html.append("</ul></details>\n");
    }

    private String facts() {
        List<String> facts = new ArrayList<>();
        data.environment().text("cpu_model").ifPresent(facts::add);
        data.environment().text("logical_cores").ifPresent(cores -> facts.add(cores + " logical cores"));
        data.environment().text("java_version").ifPresent(version -> facts.add("Java " + version));
        data.noise()
                .ifPresent(noise -> facts.add("noise between forks " + Numbers.plain(100 * noise.median())
                        + " % in the median cell, " + Numbers.plain(100 * noise.percentile90())
                        + " % in the worst tenth"));
        facts.add(data.results().cells().size() + " planned = " + data.results().count(Status.OK) + " ok + "
                + data.results().count(Status.SKIPPED) + " skipped + "
                + data.results().count(Status.FAILED) + " failed");
        return String.join(" · ", facts);
    }

    private void choices() {
        html.append(
                "<section class=\"choices\" id=\"choices\" aria-label=\"What the charts show\" hidden></section>\n");
    }

    private void chart(Chart chart) {
        html.append("<section aria-labelledby=\"h-")
                .append(chart.id())
                .append("\"><h2 id=\"h-")
                .append(chart.id())
                .append("\">")
                .append(Html.escape(chart.title()))
                .append("</h2>\n");
        paragraph("how", chart.how());
        if (chart.data().isEmpty()) {
            paragraph("missing", "This run has no figures for this chart.");
        } else {
            html.append("<div class=\"chart\" id=\"chart-")
                    .append(chart.id())
                    .append("\"></div>\n<details><summary>The figures</summary>\n");
            List<List<String>> rows = new ArrayList<>();
            for (Series series : chart.data()) {
                series.points().forEach(point -> rows.add(row(chart, series, point)));
            }
            table(
                    chart.title(),
                    List.of("workload", "engine", chart.x().name(), chart.y().name(), "95 % interval", ""),
                    rows);
            html.append("</details>\n");
        }
        html.append("</section>\n");
    }

    private static List<String> row(Chart chart, Series series, Point point) {
        Interval y = point.y();
        Unit unit = chart.y().unit();
        return List.of(
                series.family(),
                String.join(" / ", series.engines()),
                number(point.x(), chart.x().unit()),
                number(y.estimate(), unit),
                y.isKnown() ? number(y.low(), unit) + " to " + number(y.high(), unit) : "",
                point.hollow() ? "sampled" : "");
    }

    private static String number(double value, Unit unit) {
        return switch (unit) {
            case COUNT -> Numbers.size(value);
            case DURATION -> Numbers.duration(value);
            case RATIO, BYTES -> Numbers.plain(value);
        };
    }

    private void rankings() {
        html.append("<section><h2>Engines ranked</h2>\n");
        paragraph(
                "how",
                "Times as multiples of the fastest engine's, averaged geometrically over families of functions; bars are 95 %"
                        + " intervals over the families: how much the place depends on the function.");
        if (rankings.isEmpty()) {
            paragraph("missing", "No two engines of a mode were measured on the same functions.");
        }
        for (int i = 0; i < rankings.size(); i++) {
            Ranking ranking = rankings.get(i);
            figure("ranking-" + i, ranking.title(), 6 + 2 * ranking.places().size());
            table(
                    ranking.title(),
                    List.of("engine", "times the fastest", "95 % interval", "sampled"),
                    ranking.places().stream()
                            .map(place -> List.of(
                                    place.engine(),
                                    Numbers.plain(place.slowdown().estimate()),
                                    Numbers.range(place.slowdown()).strip(),
                                    Integer.toString(place.sampledTasks())))
                            .toList());
            html.append("</details>\n");
        }
        html.append("</section>\n");
    }

    private void maps() {
        html.append("<section><h2>Which mode computes a Jacobian faster</h2>\n");
        paragraph(
                "how",
                "Orange: reverse mode is faster, blue: forward mode, by the factor in the field (* sampled). The line is where"
                        + " both take the same time.");
        if (maps.isEmpty()) {
            paragraph("missing", "This run did not vary inputs and outputs; run --suite jacobian measures the map.");
        }
        for (int i = 0; i < maps.size(); i++) {
            JacobianMap map = maps.get(i);
            figure("map-" + i, title(map), 30);
            table(
                    title(map),
                    List.of("inputs", "outputs", "forward", "reverse", "forward / reverse", ""),
                    map.points().stream()
                            .map(point -> List.of(
                                    Integer.toString(point.inputs()),
                                    Integer.toString(point.outputs()),
                                    Numbers.duration(point.forwardNs()),
                                    Numbers.duration(point.reverseNs()),
                                    Numbers.interval(point.ratio()),
                                    point.method() == Method.SAMPLED ? "sampled" : ""))
                            .toList());
            html.append("</details>\n");
        }
        html.append("</section>\n");
    }

    static String title(JacobianMap map) {
        return map.family() + ": " + map.forwardEngine() + " against " + map.reverseEngine();
    }

    /** A place to draw in, and the beginning of its table. */
    private void figure(String id, String title, int rem) {
        html.append("<h3>")
                .append(Html.escape(title))
                .append("</h3>\n<div class=\"chart\" id=\"")
                .append(id)
                .append("\" style=\"height: ")
                .append(rem)
                .append("rem\"></div>\n<details><summary>The figures</summary>\n");
    }

    private void notMeasured() {
        List<Cell> cells = data.results().cells().stream()
                .filter(cell -> cell.status() != Status.OK)
                .toList();
        html.append("<section><h2>Skipped and failed</h2>\n");
        if (cells.isEmpty()) {
            paragraph("how", "None: every planned cell was measured.");
        } else {
            table(
                    "Skipped and failed cells",
                    List.of("workload", "inputs", "engine", "operator", "status", "reason"),
                    cells.stream()
                            .map(cell -> List.of(
                                    cell.workload(),
                                    Integer.toString(cell.inputs()),
                                    cell.engine(),
                                    cell.operator().label(),
                                    cell.status().label(),
                                    cell.reason()))
                            .toList());
        }
        html.append("</section>\n");
    }

    private void section(PageSection section) {
        html.append("<section><h2>")
                .append(Html.escape(section.title()))
                .append("</h2>\n")
                .append(section.html())
                .append("</section>\n");
    }

    private void environment() {
        html.append("<section><h2>Environment</h2>\n<details><summary>Machine, JVM, commit</summary>\n");
        table(
                "Environment",
                List.of("what", "value"),
                data.environment().fields().entrySet().stream()
                        .map((Map.Entry<String, Object> field) ->
                                List.of(field.getKey(), String.valueOf(field.getValue())))
                        .toList());
        html.append("</details></section>\n");
    }

    private void paragraph(String style, String text) {
        html.append(style.isEmpty() ? "<p>" : "<p class=\"" + style + "\">")
                .append(Html.escape(text))
                .append("</p>\n");
    }

    private void table(String label, List<String> headings, List<List<String>> rows) {
        html.append("<div class=\"table\" role=\"region\" tabindex=\"0\" aria-label=\"")
                .append(Html.escape(label))
                .append("\"><table><thead><tr>");
        headings.forEach(heading ->
                html.append("<th scope=\"col\">").append(Html.escape(heading)).append("</th>"));
        html.append("</tr></thead><tbody>\n");
        for (List<String> row : rows) {
            html.append("<tr>");
            row.forEach(value -> html.append("<td>").append(Html.escape(value)).append("</td>"));
            html.append("</tr>\n");
        }
        html.append("</tbody></table></div>\n");
    }
}
