package dev.gradgap.report.page;

import dev.gradgap.engine.Mode;
import dev.gradgap.report.chart.Chart;
import dev.gradgap.report.chart.Chart.Series;
import dev.gradgap.report.chart.Chart.Unit;
import dev.gradgap.report.chart.ChartSet;
import dev.gradgap.report.chart.Charts;
import dev.gradgap.report.finding.DataPoint;
import dev.gradgap.report.finding.JacobianMap;
import dev.gradgap.report.finding.ModelCost;
import dev.gradgap.report.finding.Ranking;
import dev.gradgap.results.Method;
import dev.gradgap.results.RunResults;
import dev.gradgap.statistics.Interval;
import dev.gradgap.text.HtmlText;
import dev.gradgap.text.Numbers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The charts: for each its title, how to read it, a place that report.js draws in, and its figures as a table. */
final class Figures {

    /** The most rows of a table that is part of the page: each is there once more, in what report.js draws. */
    private static final int MOST_FIGURES = 1000;

    private final RunResults results;
    private final List<Chart> charts;
    private final List<Ranking> rankings;
    private final List<JacobianMap> maps;

    Figures(RunResults results, Charts drawn) {
        this.results = results;
        charts = drawn.logarithmic().stream().map(ChartSet::whole).toList();
        rankings = drawn.rankings().stream()
                .sorted(Comparator.comparing(ranking -> !ranking.operator().isAllDerivatives()))
                .toList();
        maps = drawn.maps();
    }

    boolean isAnyDrawn() {
        return !rankings.isEmpty()
                || !maps.isEmpty()
                || charts.stream().anyMatch(chart -> !chart.data().isEmpty());
    }

    /** What is drawn, see {@link PageJson}. */
    String json() {
        return PageJson.of(charts, PageChoices.of(charts), rankings, maps);
    }

    void write(HtmlText body) {
        charts.forEach(chart -> write(chart, body));
        writeRankings(body);
        writeMaps(body);
    }

    private void write(Chart chart, HtmlText body) {
        String id = chart.id();
        body.markup("<section aria-labelledby=\"h-" + id + "\"><h2 id=\"h-" + id + "\">")
                .text(chart.title())
                .markup("</h2>\n");
        body.paragraph("how", chart.how());
        if (chart.data().isEmpty()) {
            body.paragraph("missing", "This run has no figures for this chart.");
        } else {
            body.markup("<div class=\"chart\" id=\"chart-" + id + "\"></div>\n");
            writeTable(chart, body);
            if (id.equals("model")) {
                writeVisits(body);
            }
            body.markup("</details>\n");
        }
        body.markup("</section>\n");
    }

    /** The beginning of the details under a chart. Of more figures than anybody reads only those of what is chosen are a table. */
    private static void writeTable(Chart chart, HtmlText body) {
        int figures =
                chart.data().stream().mapToInt(series -> series.points().size()).sum();
        boolean whole = figures <= MOST_FIGURES;
        body.markup(
                "<details" + (whole ? "" : " data-chart=\"" + chart.id() + "\"") + "><summary>The figures</summary>\n");
        if (!whole) {
            body.paragraph(
                    "how",
                    "Of the workloads and engines chosen above, by the script that draws the chart. All " + figures
                            + " figures are in the CSV files of this run.");
        }
        List<List<String>> rows = new ArrayList<>();
        for (Series series : whole ? chart.data() : List.<Series>of()) {
            series.points().forEach(point -> rows.add(row(chart, series, point)));
        }
        body.table(
                chart.title(),
                List.of(
                        "workload",
                        "engine",
                        chart.x().name(),
                        chart.y().name(),
                        "95 % interval",
                        "measured or sampled"),
                rows);
    }

    private static List<String> row(Chart chart, Series series, DataPoint point) {
        Interval y = point.y();
        Unit unit = chart.y().unit();
        return List.of(
                series.workload(),
                series.name(),
                number(point.x(), chart.x().unit()),
                number(y.estimate(), unit),
                y.isKnown() ? number(y.low(), unit) + " to " + number(y.high(), unit) : "",
                (point.hollow() ? Method.SAMPLED : Method.MEASURED).label());
    }

    private static String number(double value, Unit unit) {
        return switch (unit) {
            case SIZE, COUNT -> Numbers.size(value);
            case DURATION -> Numbers.duration(value);
            case RATIO, BYTES -> Numbers.plain(value);
        };
    }

    /** What a visit of an operation costs each engine, and whether time is proportional to the visits. */
    private void writeVisits(HtmlText body) {
        List<List<String>> rows = new ArrayList<>();
        for (ModelCost cost : ModelCost.of(results)) {
            cost.spread()
                    .ifPresent(spread -> rows.add(List.of(
                            cost.engine(),
                            Integer.toString(spread.points()),
                            Numbers.plain(spread.mean()),
                            Numbers.plain(spread.least()) + " to " + Numbers.plain(spread.most()),
                            cost.fit()
                                    .map(law -> Numbers.interval(law.exponent()))
                                    .orElse(""))));
        }
        if (!rows.isEmpty()) {
            body.paragraph(
                    "how",
                    "Over all workloads, from " + ModelCost.FITTED_FROM
                            + " visits on; where the model holds, the exponent"
                            + " is 1 and a visit costs the same everywhere:");
            body.table(
                    "What a visit costs",
                    List.of("engine", "points", "ns a visit (geometric mean)", "least to most", "exponent"),
                    rows);
        }
    }

    private void writeRankings(HtmlText body) {
        body.markup("<section aria-labelledby=\"h-ranking\"><h2 id=\"h-ranking\">Engines ranked</h2>\n");
        body.paragraph(
                "how",
                "Times as multiples of the fastest engine's, averaged geometrically over families of functions; bars are 95 %"
                        + " intervals over the families: how much the place depends on the function. Hollow: some times"
                        + " were sampled.");
        if (rankings.isEmpty()) {
            body.paragraph("missing", "No two engines of a mode were measured on the same functions.");
        }
        for (int i = 0; i < rankings.size(); i++) {
            Ranking ranking = rankings.get(i);
            figure("ranking-" + i, ranking.title(), 6 + 2 * ranking.places().size(), body);
            body.paragraph(
                    "how",
                    ranking.scope()
                            + ": "
                            + String.join("; ", ranking.comparedAt())
                            + (ranking.leftOut().isEmpty()
                                    ? ""
                                    : "; measured at too little of this to be ranked: "
                                            + String.join(", ", ranking.leftOut())));
            body.table(
                    ranking.title(),
                    List.of(
                            "engine",
                            "times the fastest",
                            "95 % interval over the families",
                            "workloads and sizes sampled"),
                    ranking.places().stream()
                            .map(place -> List.of(
                                    place.engine(),
                                    Numbers.plain(place.slowdown().estimate()),
                                    Numbers.range(place.slowdown()).strip(),
                                    Integer.toString(place.sampledTasks())))
                            .toList());
            body.markup("</details>\n");
        }
        body.markup("</section>\n");
    }

    private void writeMaps(HtmlText body) {
        body.markup("<section aria-labelledby=\"h-map\"><h2 id=\"h-map\">Which mode computes a Jacobian faster</h2>\n");
        body.paragraph(
                "how",
                "Blue: reverse mode is faster, orange: forward mode, by the factor in the field (* sampled); either: the 95 %"
                        + " interval contains 1. The line is where both take the same time.");
        if (maps.isEmpty()) {
            body.paragraph(
                    "missing", "This run did not vary inputs and outputs; run --suite jacobian measures the map.");
        }
        for (int i = 0; i < maps.size(); i++) {
            JacobianMap map = maps.get(i);
            figure("map-" + i, title(map), 30, body);
            body.table(
                    title(map),
                    List.of(
                            "inputs",
                            "outputs",
                            "forward",
                            "reverse",
                            "forward / reverse",
                            "faster",
                            "measured or sampled"),
                    map.points().stream()
                            .map(point -> List.of(
                                    Integer.toString(point.inputs()),
                                    Integer.toString(point.outputs()),
                                    Numbers.duration(point.forwardNs()),
                                    Numbers.duration(point.reverseNs()),
                                    Numbers.interval(point.ratio()),
                                    point.faster().map(Mode::label).orElse("either"),
                                    point.method().label()))
                            .toList());
            body.markup("</details>\n");
        }
        body.markup("</section>\n");
    }

    static String title(JacobianMap map) {
        return map.family() + ": " + map.forwardEngine() + " against " + map.reverseEngine();
    }

    /** A place to draw in, and the beginning of the details under it. */
    private static void figure(String id, String title, int rem, HtmlText body) {
        body.markup("<h3>")
                .text(title)
                .markup("</h3>\n<div class=\"chart\" id=\"" + id + "\" style=\"height: " + rem
                        + "rem\"></div>\n<details><summary>The figures</summary>\n");
    }
}
