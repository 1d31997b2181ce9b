package dev.gradgap.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradgap.report.chart.Charts;
import dev.gradgap.report.finding.ReportData;
import dev.gradgap.report.page.ReportPage;
import dev.gradgap.report.table.Summary;
import dev.gradgap.text.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The committed frontier run without the values of a column: a report without them, or a line that says where they are needed. */
@Tag("thorough")
class MissingValuesTest {

    private static final Path FRONTIER = Path.of("results/reference/frontier");
    private static final List<String> FILES = List.of(
            "cells.csv", "samples.csv", "gap.csv", "crossover.csv", "scaling.csv", "breakeven.csv", "costratio.csv");

    @TempDir
    private Path run;

    static List<Arguments> columns() throws IOException {
        List<Arguments> columns = new ArrayList<>();
        for (String file : FILES) {
            String header = Files.readAllLines(FRONTIER.resolve(file)).get(0);
            Arrays.stream(header.split(",")).forEach(column -> columns.add(Arguments.of(file, column)));
        }
        return columns;
    }

    @ParameterizedTest
    @MethodSource("columns")
    void aColumnWithoutValuesBreaksNothing(String file, String column) throws IOException {
        for (String name : FILES) {
            Files.copy(FRONTIER.resolve(name), run.resolve(name));
        }
        List<String> lines = Files.readAllLines(run.resolve(file));
        int position = List.of(lines.get(0).split(",")).indexOf(column);
        StringBuilder without = new StringBuilder(lines.get(0)).append('\n');
        for (String line : lines.subList(1, lines.size())) {
            String[] fields = CsvLine.fields(line);
            fields[position] = "";
            without.append(String.join(",", fields)).append('\n');
        }
        Files.writeString(run.resolve(file), without);

        try {
            ReportData data = ReportData.read(run);
            assertThat(ReportPage.of(data, Charts.of(data.results()), List.of())
                            .replaceAll("(?s)<script>.*?</script>", ""))
                    .endsWith("</html>\n")
                    .doesNotContain("NaN", "Infinity", "unknown", ">null<");
            assertThat(Summary.of(data)).doesNotContain("NaN", "Infinity", "null");
        } catch (UserError e) {
            assertThat(e.getMessage())
                    .matches(run.resolve(file) + ":\\d+: column (" + column
                            + ": '' is .*|\\w+: '.*' stands where there is no value)")
                    .hasLineCount(1);
        }
    }
}
