package dev.gradgap.report.plot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradgap.report.chart.Chart;
import dev.gradgap.report.chart.Chart.Axis;
import dev.gradgap.report.chart.Chart.Kind;
import dev.gradgap.report.chart.Chart.Series;
import dev.gradgap.report.chart.Chart.Unit;
import dev.gradgap.report.finding.DataPoint;
import dev.gradgap.statistics.Interval;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;

@Tag("thorough")
class PlotFilesTest {

    @TempDir
    private Path folder;

    private static LogLogPlot plot(String title) {
        Series series = new Series(
                title,
                "",
                List.of(),
                Kind.DATA,
                List.of(
                        new DataPoint(1, new Interval(1e-300, 1e-301, 1e-299), false),
                        new DataPoint(1 << 20, new Interval(1e300, 1e299, 1e301), true)));
        return new LogLogPlot(
                new Chart("", title, "", Chart.INPUTS, new Axis("time", Unit.DURATION), List.of(series), List.of()));
    }

    private List<String> files() throws IOException {
        try (Stream<Path> list = Files.list(folder)) {
            return list.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private Element svg(String name) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(folder.resolve(name + ".svg").toFile())
                .getDocumentElement();
    }

    private static void write(PlotFiles files, String name, Plot plot) {
        files.write(files.named(name, plot));
    }

    @Test
    void namesThatDifferOnlyInPunctuationKeepFilesOfTheirOwn() throws IOException {
        PlotFiles files = new PlotFiles(folder);
        write(files, "time-random:depth=8", plot("one"));
        write(files, "time-random/depth 8", plot("two"));
        write(files, "TIME-RANDOM:DEPTH=8", plot("three"));

        assertThat(files())
                .containsExactly(
                        "time-random_depth_8-2.png",
                        "time-random_depth_8-2.svg",
                        "time-random_depth_8-3.png",
                        "time-random_depth_8-3.svg",
                        "time-random_depth_8.png",
                        "time-random_depth_8.svg");
        assertThat(folder.resolve("time-random_depth_8.svg")).content().contains(">one<");
        assertThat(folder.resolve("time-random_depth_8-2.svg")).content().contains(">two<");
    }

    @Test
    void aVeryLongNameMakesAFileAndATitleThatFit() throws Exception {
        String name = "x".repeat(5000);
        write(new PlotFiles(folder), name, plot(name));

        assertThat(files()).hasSize(2).allMatch(file -> file.length() < 200);
        assertThat(Files.readString(folder.resolve(files().get(1))))
                .contains("x…")
                .doesNotContain("x".repeat(100));
    }

    @Test
    void theSvgIsWellFormedAndScalesWhateverTheNames() throws Exception {
        write(new PlotFiles(folder), "hostile", plot("<b>&'\"\u0001\n]]></svg>"));

        assertThat(svg("hostile").getAttribute("viewBox")).isEqualTo("0 0 1200 800");
        assertThat(svg("hostile").getElementsByTagName("b").getLength()).isZero();
        assertThat(folder.resolve("hostile.svg")).content().doesNotContain("NaN", "Infinity");
    }

    @Test
    void thePngIsThePageOfTheSvg() throws IOException {
        write(new PlotFiles(folder), "page", plot("page"));

        assertThat(ImageIO.read(folder.resolve("page.png").toFile()))
                .returns(1200, image -> image.getWidth())
                .returns(800, image -> image.getHeight());
    }
}
