package dev.gradgap.report.page;

import dev.gradgap.report.chart.Charts;
import dev.gradgap.report.finding.ReportData;
import dev.gradgap.report.finding.Sentences;
import dev.gradgap.report.finding.VerdictLines;
import dev.gradgap.report.table.EnvironmentTable;
import dev.gradgap.report.table.NotMeasuredTable;
import dev.gradgap.report.table.Table;
import dev.gradgap.text.HtmlText;
import dev.gradgap.text.Numbers;
import java.util.ArrayList;
import java.util.List;

/**
 * report.html: one file that needs nothing else. Texts and tables are written here, so that they can be read without a script;
 * report.js draws the charts above the tables.
 */
public final class ReportPage {

    private final HtmlText body = new HtmlText();
    private final List<String> scripts = new ArrayList<>();
    private final ReportData data;

    private ReportPage(ReportData data) {
        this.data = data;
    }

    /**
     * The whole page; the same data give the same text.
     *
     * @param charts those of the data
     * @param sections what comes after the charts
     */
    public static String of(ReportData data, Charts charts, List<PageSection> sections) {
        ReportPage page = new ReportPage(data);
        Figures figures = new Figures(data.results(), charts);
        page.top(figures);
        figures.write(page.body);
        page.notMeasured();
        sections.forEach(page::section);
        page.environment();
        if (figures.isAnyDrawn()) {
            page.body
                    .markup("<script type=\"application/json\" id=\"data\">")
                    .markup(figures.json())
                    .markup("</script>\n");
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
                + "</style></head><body>\n<main>\n" + body + "</main>\n" + elements + "</body></html>\n";
    }

    private void top(Figures figures) {
        body.markup("<header><h1>Forward mode against reverse mode</h1>")
                .markup("<button type=\"button\" id=\"theme\" hidden>Light or dark</button></header>\n")
                .markup("<section class=\"verdict\" aria-label=\"Verdict\">\n");
        Sentences.of(data.results()).forEach(sentence -> body.paragraph("", sentence));
        body.markup("</section>\n");
        body.paragraph("facts", facts());
        body.markup("<details><summary>Every technology, in a few lines</summary>\n<ul>\n");
        VerdictLines.lines(data)
                .forEach(line -> body.markup("<li>").text(line.strip()).markup("</li>\n"));
        body.markup("</ul></details>\n");
        if (figures.isAnyDrawn()) {
            body.markup(
                    "<noscript><p class=\"missing\">The charts are drawn by a script, which does not run here; the"
                            + " figures are in the tables.</p></noscript>\n"
                            + "<section class=\"choices\" id=\"choices\" aria-label=\"What the charts show\" hidden></section>\n");
        }
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
        facts.add(VerdictLines.counts(data.results()));
        return String.join(" · ", facts);
    }

    private void notMeasured() {
        Table table = NotMeasuredTable.of(data.results());
        body.markup("<section><h2>Skipped and failed</h2>\n");
        if (table.rows().isEmpty()) {
            body.paragraph("how", "None: every planned cell was measured.");
        } else {
            table(table);
        }
        body.markup("</section>\n");
    }

    private void section(PageSection section) {
        body.markup("<section><h2>")
                .text(section.title())
                .markup("</h2>\n")
                .markup(section.html())
                .markup("</section>\n");
    }

    private void environment() {
        body.markup("<section><h2>Environment</h2>\n<details><summary>Machine, JVM, commit</summary>\n");
        table(EnvironmentTable.of(data.environment()));
        body.markup("</details></section>\n");
    }

    private void table(Table table) {
        body.table(table.title(), table.header(), table.rows());
    }
}
