package dev.gradgap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradgap.report.CsvLine;
import dev.gradgap.terminal.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs that are damaged, old or empty-handed; the data are those of one workload of the committed frontier run. */
@Tag("thorough")
class ReportCommandTest {

    private static final Path FRONTIER = Path.of("results/reference/frontier");
    private static final List<String> FILES = List.of(
            "cells.csv", "samples.csv", "gap.csv", "crossover.csv", "scaling.csv", "breakeven.csv", "costratio.csv");

    @TempDir
    private Path run;

    @BeforeEach
    void copyARun() throws IOException {
        Files.copy(FRONTIER.resolve("environment.json"), run.resolve("environment.json"));
        for (String file : FILES) {
            List<String> lines = Files.readAllLines(FRONTIER.resolve(file));
            Files.writeString(
                    run.resolve(file),
                    IntStream.range(0, lines.size())
                            .filter(i -> i == 0 || lines.get(i).startsWith("mlp,"))
                            .mapToObj(i -> lines.get(i) + "\r\n")
                            .collect(Collectors.joining()));
        }
    }

    private void change(String file, UnaryOperator<String> change) throws IOException {
        Files.writeString(run.resolve(file), change.apply(Files.readString(run.resolve(file))));
    }

    /** Changes the fields of every row below the header. */
    private void changeRows(String file, UnaryOperator<String[]> change) throws IOException {
        List<String> lines = Files.readAllLines(run.resolve(file));
        Files.writeString(
                run.resolve(file),
                lines.get(0) + "\r\n"
                        + lines.stream()
                                .skip(1)
                                .map(line -> String.join(",", change.apply(CsvLine.fields(line))) + "\r\n")
                                .collect(Collectors.joining()));
    }

    private Outcome report() {
        return Outcome.of("report", run.toString());
    }

    /** What a reader sees: the page without its scripts. */
    private String page() throws IOException {
        assertThat(report().isFine().out()).isEqualToIgnoringNewLines(run.toString());
        return Files.readString(run.resolve("report.html")).replaceAll("(?s)<script>.*?</script>", "");
    }

    private static void assertThatNothingIsBroken(String page) {
        assertThat(page)
                .startsWith("<!DOCTYPE html>")
                .contains("</html>")
                .doesNotContain("NaN", "Infinity", "unknown", ">null<");
    }

    @Test
    void aWholeRunHasEveryChart() throws IOException {
        assertThat(page()).doesNotContain("This run has no figures for this chart.");
    }

    @Test
    void severalReportsOfOneRunAtOnceDoNotDisturbEachOther() throws IOException {
        List<Outcome> outcomes =
                IntStream.range(0, 4).parallel().mapToObj(any -> report()).toList();

        assertThat(outcomes).allSatisfy(Outcome::isFine);
        try (Stream<Path> files = Files.walk(run)) {
            assertThat(files).noneMatch(file -> file.toString().endsWith(".tmp"));
        }
    }

    @Test
    void aRunOfAnEarlierVersionHasTheChartsOfWhatItKnew() throws IOException {
        change("cells.csv", text -> text.lines()
                .map(line -> line.replaceFirst("(,[^,]*){3}$", "\r\n"))
                .collect(Collectors.joining()));
        Files.delete(run.resolve("breakeven.csv"));
        Files.delete(run.resolve("costratio.csv"));
        Files.delete(run.resolve("environment.json"));

        String page = page();
        assertThatNothingIsBroken(page);
        assertThat(page)
                .contains("id=\"chart-time\"", "id=\"chart-gap\"", "id=\"chart-cost-ratio\"")
                .doesNotContain("id=\"chart-memory\"", "id=\"chart-break-even\"")
                .contains("This run has no figures for this chart.");
    }

    @Test
    void aCsvThatWasCutOffIsRefusedWithFileAndLine() throws IOException {
        change("cells.csv", text -> text.substring(0, text.length() - 30));

        long last = Files.readAllLines(run.resolve("cells.csv")).size();
        Outcome outcome = report();
        assertThat(outcome.err())
                .startsWith("error: " + run.resolve("cells.csv") + ":" + last + ": ")
                .contains("columns where the header has 27")
                .hasLineCount(1);
        assertThat(outcome.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.resolve("report.html")).doesNotExist();
    }

    @Test
    void aHeaderThatWasCutOffIsRefusedWithWhatIsMissing() throws IOException {
        change("gap.csv", text -> text.substring(0, text.indexOf(",gap_hi")));

        report().isRefusedWith(run.resolve("gap.csv") + ":1: missing column gap_hi, method");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cells.csv", "gap.csv", "samples.csv"})
    void aMissingFileIsNamed(String file) throws IOException {
        Files.delete(run.resolve(file));

        report().isRefusedWith(run + " is not a run directory: " + file + " is missing");
    }

    @Test
    void aValueThatMustBeThereIsRefusedWithItsPlace() throws IOException {
        change("cells.csv", text -> text.replaceFirst("\r\nmlp,\\d+,", "\r\nmlp,,"));

        report().isRefusedWith(run.resolve("cells.csv") + ":2: column inputs: '' is not a whole number");
    }

    @Test
    void timesThatAreMissingAreNotDrawn() throws IOException {
        changeRows("cells.csv", fields -> {
            Arrays.fill(fields, 11, 14, "");
            return fields;
        });

        String page = page();
        assertThatNothingIsBroken(page);
        assertThat(page).doesNotContain("id=\"chart-time\"", "id=\"chart-model\"");
        assertThat(page).contains("id=\"chart-gap\"", "id=\"chart-memory\"");
    }

    @Test
    void aRunOfWhichEveryCellFailedSaysWhy() throws IOException {
        changeRows("cells.csv", fields -> {
            Arrays.fill(fields, 9, fields.length - 1, "");
            fields[8] = "failed";
            fields[14] = "0";
            fields[15] = "0";
            fields[20] = "false";
            fields[22] = "out of <memory>";
            return fields;
        });
        for (String file : FILES.subList(1, FILES.size())) {
            change(file, text -> text.lines().findFirst().orElseThrow() + "\r\n");
        }

        String page = page();
        assertThatNothingIsBroken(page);
        assertThat(page)
                .contains("there is no gap to report")
                .containsPattern("(\\d+) planned = 0 ok \\+ 0 skipped \\+ \\1 failed")
                .contains("<td>out of &lt;memory&gt;</td>")
                .doesNotContain("class=\"chart\"");
    }
}
