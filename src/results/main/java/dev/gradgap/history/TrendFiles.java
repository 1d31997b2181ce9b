package dev.gradgap.history;

import static dev.gradgap.results.file.CsvColumn.number;
import static dev.gradgap.results.file.CsvColumn.text;
import static dev.gradgap.results.file.CsvColumn.whole;

import dev.gradgap.history.TrendTable.Row;
import dev.gradgap.results.file.AtomicFile;
import dev.gradgap.results.file.CsvColumn;
import dev.gradgap.results.file.CsvTable;
import dev.gradgap.text.FileNames;
import java.nio.file.Path;
import java.util.List;

/** What is written of trends: trend.html, trend.csv and an SVG for each cell. The same history gives the same bytes. */
public final class TrendFiles {

    public static final String HTML = "trend.html";
    public static final String CSV = "trend.csv";
    public static final String SVG = "svg";

    private static final List<CsvColumn<Row>> COLUMNS = List.of(
            text("fingerprint", row -> row.trend().fingerprint()),
            text("suite", row -> row.series().suite()),
            text("workload", row -> row.series().key().cell().workload()),
            whole("inputs", row -> row.series().key().cell().inputs()),
            text("engine", row -> row.series().key().cell().engine()),
            text("operator", row -> row.series().key().cell().operator().label()),
            text("method", row -> row.series().key().method().label()),
            text("figure", row -> row.change().kind().label()),
            text("since", row -> row.after().date().toString()),
            text("commit", row -> row.after().commit()),
            text("until", row -> row.before().date().toString()),
            text("commit_before", row -> row.before().commit()),
            number("before", row -> row.change().before()),
            number("after", row -> row.change().after()),
            number("ratio", row -> row.change().ratio().estimate()),
            number("ratio_lo", row -> row.change().ratio().low()),
            number("ratio_hi", row -> row.change().ratio().high()),
            text("note", row -> row.change().note().orElse("")),
            text("seen_in", row -> row.change().lasting() ? "lasting" : "newest"));

    private TrendFiles() {}

    /**
     * Writes all files, each whole or not at all.
     *
     * @param significance as the trends were made with
     * @throws java.io.UncheckedIOException naming the file and the cause in one line
     */
    public static void write(Path directory, List<Trend> trends, double significance) {
        AtomicFile.write(directory.resolve(HTML), TrendHtml.of(trends, significance));
        CsvTable.write(directory.resolve(CSV), COLUMNS, TrendTable.changes(trends));
        FileNames names = new FileNames();
        for (Trend trend : trends) {
            for (Series series : trend.series()) {
                String name = names.unused(trend.fingerprint() + "-" + series.suite() + "-" + series.key());
                AtomicFile.write(directory.resolve(SVG).resolve(name + ".svg"), TrendSvg.of(series));
            }
        }
    }
}
