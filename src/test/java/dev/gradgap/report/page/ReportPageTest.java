package dev.gradgap.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gradgap.report.ReportData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The text of the page; what a browser makes of it, ReportPageIT says. */
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
        page = ReportPage.of(ReportData.read(FRONTIER), List.of());
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
        return ReportPage.of(ReportData.read(folder), List.of());
    }

    @Test
    void theSameDataGiveTheSamePage() {
        assertThat(ReportPage.of(ReportData.read(FRONTIER), List.of())).isEqualTo(page);
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
                        "With 10M inputs, forward mode takes 384,000 [11,800, 12,500,000] times as long as reverse mode")
                .contains("forward time sampled")
                .contains("A reverse gradient costs 8.69 times the function itself (median of 11 workloads")
                .contains("407 planned = 407 ok + 0 skipped + 0 failed")
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
                        + "\nmlp,128,1,,graph-reverse,graph,reverse,gradient,failed,,,,,,0,0,,,,,false,,out of memory,,,\n"
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
        String with = ReportPage.of(
                ReportData.read(FRONTIER), List.of(new PageSection("A walk", "<p id=\"walk\"></p>", script)));

        assertThat(with)
                .contains("<h2>A walk</h2>\n<p id=\"walk\"></p>")
                .contains("<script>" + script + "</script>")
                .contains("'" + Assets.integrity(script) + "'");
    }
}
