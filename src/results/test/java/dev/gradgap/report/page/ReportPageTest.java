package dev.gradgap.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gradgap.report.LargeRun;
import dev.gradgap.report.chart.Charts;
import dev.gradgap.report.finding.ReportData;
import dev.gradgap.results.environment.Environment;
import dev.gradgap.text.Contrast;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The text of the page; what a browser makes of it, ReportPageIT says. */
@Tag("thorough")
class ReportPageTest {

    private static final Path FRONTIER = Path.of("results/reference/frontier");
    private static final Pattern DATA =
            Pattern.compile("<script type=\"application/json\" id=\"data\">(.*?)</script>", Pattern.DOTALL);
    private static final String EVIL = "<script>document.title=1</script>";

    private static String page;

    @TempDir
    private Path folder;

    @BeforeAll
    static void write() {
        page = page(ReportData.read(FRONTIER));
    }

    private static String page(ReportData data, PageSection... sections) {
        return ReportPage.of(data, Charts.of(data.results()), List.of(sections));
    }

    private static JsonNode data(String page) throws IOException {
        Matcher data = DATA.matcher(page);
        assertThat(data.find()).isTrue();
        return new ObjectMapper().readTree(data.group(1));
    }

    /** The data files of the frontier run, each changed. */
    private String pageOf(UnaryOperator<String> change) throws IOException {
        try (Stream<Path> files = Files.list(FRONTIER)) {
            for (Path file : files.filter(path -> path.toString().matches(".*\\.(csv|json)"))
                    .toList()) {
                Files.writeString(folder.resolve(file.getFileName()), change.apply(Files.readString(file)));
            }
        }
        return page(ReportData.read(folder));
    }

    @Test
    void ofMoreFiguresThanAnybodyReadsThePageHoldsEachOnce() {
        String few = page(ReportData.of(LargeRun.of(2, 10, 1), new Environment(Map.of())));
        String many = page(ReportData.of(LargeRun.of(20, 10, 1), new Environment(Map.of())));

        assertThat(few).contains("<td>workload-1</td>").doesNotContain("data-chart=\"time\"");
        assertThat(many)
                .contains("<details data-chart=\"time\">", "All 1600 figures are in the CSV files of this run.");
        assertThat(many.substring(0, many.indexOf("id=\"chart-gap\""))).doesNotContain("<td>workload-1</td>");
    }

    @Test
    void theSameDataGiveTheSamePage() {
        assertThat(page(ReportData.read(FRONTIER))).isEqualTo(page);
    }

    @Test
    void nothingIsLoadedFromAnywhere() {
        String withoutScripts = page.replaceAll("(?s)<script>.*?</script>", "");
        assertThat(withoutScripts).doesNotContainPattern("(src|href)\\s*=|url\\(|@import");
        assertThat(page).contains("default-src 'none'").doesNotContain("script-src 'unsafe-inline'");
    }

    @Test
    void theVerdictComesFirstWithNumbersIntervalsAndWhatWasSampled() {
        assertThat(page.substring(page.indexOf("<main>"), page.indexOf("<details>")))
                .contains(
                        "With 50M inputs, forward mode takes 10,200,000 [8,950,000, 11,500,000] times as long as reverse"
                                + " mode (mlp; technology graph, forward time sampled)")
                .contains("Reverse mode is the faster one at every size at which both were measured.")
                .contains(
                        "A reverse gradient costs 4.16 [2.58, 6.72] times the function itself (geometric mean of 12 workloads, from 1.89 to"
                                + " 17.1); theory")
                .contains("415 planned = 403 ok + 8 skipped + 0 failed + 4 unsteady")
                .contains("noise between forks");
    }

    /** Counted in the file by other means than the page's. */
    @Test
    void everyMeasuredCellIsAPointOfTheTimeChart() throws IOException {
        List<String> rows = Files.readAllLines(FRONTIER.resolve("cells.csv"));
        long timed = rows.stream()
                .filter(row -> row.contains(",gradient,ok,") || row.contains(",jacobian,ok,"))
                .count();
        long points = 0;
        for (JsonNode series : data(page).path("charts").path(0).path("series")) {
            points += series.path("kind").asText().equals("data")
                    ? series.path("points").size()
                    : 0;
        }
        assertThat(points).isEqualTo(timed);
    }

    @Test
    void theFitOfAGapIsAPowerLawThroughItsPoints() throws IOException {
        JsonNode gap = data(page).path("charts").path(1);
        assertThat(gap.path("id").asText()).isEqualTo("gap");
        for (JsonNode series : gap.path("series")) {
            if (series.path("kind").asText().equals("fit")) {
                JsonNode from = series.path("points").path(0);
                JsonNode to = series.path("points").path(1);
                double slope = Math.log(to.path(1).asDouble() / from.path(1).asDouble())
                        / Math.log(to.path(0).asDouble() / from.path(0).asDouble());
                assertThat(series.path("name").asText()).endsWith(String.format(Locale.ROOT, "(N^%.2f)", slope));
            }
        }
    }

    @Test
    void linesAndTextsStandOutFromThePaper() {
        String script = Assets.read("report.js");
        String css = Assets.read("report.css");
        List<String> papers = hexColours(css, "--paper: (#[0-9a-f]{6})");
        List<String> inks = hexColours(css, "--ink: (#[0-9a-f]{6})");
        List<String> quiet = hexColours(css, "--quiet: (#[0-9a-f]{6})");
        for (int theme = 0; theme < 2; theme++) {
            String paper = papers.get(theme);
            Matcher list = Pattern.compile((theme == 0 ? "onLight" : "onDark") + " = \\[(.*?)]")
                    .matcher(script);
            assertThat(list.find()).isTrue();
            assertThat(hexColours(list.group(1), "(#[0-9A-F]{6})"))
                    .hasSize(7)
                    .allSatisfy(colour ->
                            assertThat(contrast(colour, paper)).as(colour).isGreaterThan(3));
            assertThat(contrast(inks.get(theme), paper)).isGreaterThan(4.5);
            assertThat(contrast(quiet.get(theme), paper)).isGreaterThan(4.5);
        }
    }

    private static List<String> hexColours(String text, String pattern) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static double contrast(String a, String b) {
        return Contrast.of(Integer.decode(a), Integer.decode(b));
    }

    @Test
    void aMapSaysWhereTheModesChangePlacesAndWhatMayBeEither() throws IOException {
        String page = pageOf(text -> text.startsWith("workload,inputs,outputs,")
                ? text + SampleMap.cells()
                : text.startsWith("workload,inputs,operations,technology,") ? text + SampleMap.gaps() : text);
        JsonNode map = data(page).path("maps").path(0);

        assertThat(map.path("title").asText()).isEqualTo("grid: graph-forward against graph-reverse");
        assertThat(map.path("points").toString())
                .startsWith("[[4,1,2,null,0],[4,4,0.5,null,0],[16,1,8,\"reverse\",0],[16,4,2,null,0]");
        assertThat(map.path("crossings").toString()).isEqualTo("[[4,2],[16,null],[64,null]]");
        assertThat(page).contains("<td>64</td><td>4</td><td>12.8 µs</td><td>1.60 µs</td><td>8.00 [2.00, 32.0]</td>");
    }

    /** Such as a run of pushforwards alone. */
    @Test
    void whatHasNoChartButARankingIsDrawn() throws IOException {
        String page = pageOf(text -> text.startsWith("workload,inputs,outputs,")
                ? text.replace(",gradient,ok,", ",pullback,ok,")
                : text.startsWith("workload,") ? text.lines().findFirst().orElseThrow() + "\n" : text);

        assertThat(data(page).path("families")).isEmpty();
        assertThat(data(page).path("rankings")).isNotEmpty();
    }

    @Test
    void valuesThatAreMissingAreNotDrawn() throws IOException {
        String page = pageOf(text -> text.startsWith("workload,inputs,outputs,")
                ? text.lines()
                                .map(row -> row.replaceFirst("^((?:[^,]*,){16})[^,]*(,.*)$", "$1$2")
                                        .replaceFirst("^(.*,)[^,]*((?:,[^,]*){2})$", "$1$2"))
                                .collect(Collectors.joining("\n"))
                                .replaceFirst("^.*", text.lines().findFirst().orElseThrow())
                        + "\n"
                : text);

        for (JsonNode chart : data(page).path("charts")) {
            boolean drawn =
                    !List.of("cost-ratio", "memory").contains(chart.path("id").asText());
            assertThat(chart.path("series").isEmpty())
                    .as(chart.path("id").asText())
                    .isNotEqualTo(drawn);
        }
        assertThat(page.replaceAll("(?s)<script>.*?</script>", ""))
                .doesNotContain("NaN", "null</td>", "unknown")
                .contains("This run has no figures for this chart.");
    }

    @Test
    void aNameWithMarkupIsText() throws IOException {
        String evil = pageOf(text -> text.replace("rosenbrock", EVIL));

        assertThat(evil).doesNotContain(EVIL).contains("&lt;script&gt;document.title=1&lt;/script&gt;");
        assertThat(data(evil).path("families").toString()).contains(EVIL);
    }

    @Test
    void aRunWithEveryCellFailedGivesAPageThatSaysSo() throws IOException {
        String header = Files.readAllLines(FRONTIER.resolve("cells.csv")).get(0);
        String failed = pageOf(text -> text.startsWith(header)
                ? header
                        + "\nmlp,128,1,,graph-reverse,graph,reverse,gradient,failed,,,,,,0,0,,,,,false,,out of memory,,,,\n"
                : text.startsWith("{") || text.startsWith("[")
                        ? text
                        : text.lines().findFirst().orElse("") + "\n");

        assertThat(failed)
                .contains("no gap to report")
                .contains("1 planned = 0 ok + 0 skipped + 1 failed")
                .contains("<td>out of memory</td>")
                .contains("This run has no figures for this chart.")
                .doesNotContain("id=\"data\"")
                .contains("script-src 'none'");
    }

    @Test
    void sectionsOfOthersHaveTheirScriptsAllowed() {
        String script = "document.title = 'walk';";
        String with = page(ReportData.read(FRONTIER), new PageSection("A walk", "<p id=\"walk\"></p>", script));

        assertThat(with)
                .contains("<h2>A walk</h2>\n<p id=\"walk\"></p>")
                .contains("<script>" + script + "</script>")
                .contains("'" + Assets.integrity(script) + "'");
    }
}
