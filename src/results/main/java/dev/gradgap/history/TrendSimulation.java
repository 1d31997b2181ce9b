package dev.gradgap.history;

import static dev.gradgap.results.file.CsvColumn.text;
import static dev.gradgap.results.file.CsvColumn.whole;

import dev.gradgap.results.file.AtomicFile;
import dev.gradgap.results.file.CsvColumn;
import dev.gradgap.results.file.CsvTable;
import dev.gradgap.statistics.steps.simulation.StepSimulation;
import dev.gradgap.statistics.steps.simulation.StepSimulation.Row;
import dev.gradgap.text.MarkdownText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What {@code trend} finds in simulated histories, in words and as files. */
public final class TrendSimulation {

    public static final String MARKDOWN = "trend-simulation.md";
    public static final String CSV = "trend-simulation.csv";

    /** The significance that is simulated: that of {@code trend}, if none is given. */
    public static final double SIGNIFICANCE = 0.01;

    /** Histories of each scenario and noise. */
    public static final int SERIES = 2_000;

    private TrendSimulation() {}

    /** The headings of {@link #rows}. */
    public static List<String> headings() {
        List<String> headings = new ArrayList<>(List.of("history", "noise"));
        StepSimulation.METHODS.forEach(headings::add);
        StepSimulation.METHODS.forEach(method -> headings.add(method + " false"));
        return headings;
    }

    /** A row of words for each scenario and noise; nothing is found where nothing changed. */
    public static List<List<String>> rows(List<Row> rows) {
        return rows.stream().map(TrendSimulation::row).toList();
    }

    private static List<String> row(Row row) {
        List<String> words =
                new ArrayList<>(List.of(row.scenario().name(), row.noise().label()));
        boolean nothing = row.scenario().steps().isEmpty();
        row.found().forEach(found -> words.add(nothing ? "" : percent(found, row.series())));
        row.falsely().forEach(falsely -> words.add(percent(falsely, row.series())));
        return words;
    }

    private static String percent(int count, int all) {
        return String.format(Locale.ROOT, "%.1f %%", 100.0 * count / all);
    }

    /** How it was simulated. */
    public static String method() {
        return "Of " + SERIES + " simulated histories: in how many all changes were found, within "
                + StepSimulation.WITHIN
                + " commits, and in how many a change was said that is none. trend at a significance of 1 %; max_t: binary"
                + " segmentation by the largest t, at 1 % for independent normal noise; pelt: least squares with a penalty"
                + " of 2 log n. The standard deviation of the noise is 3 %; heavy: Student's t with 3 degrees of freedom;"
                + " correlated: autoregressive of first order.";
    }

    /**
     * Writes both files; the same rows give the same bytes.
     *
     * @throws java.io.UncheckedIOException naming the file and the cause in one line
     */
    public static void write(Path directory, List<Row> rows) {
        CsvTable.write(directory.resolve(CSV), columns(), rows);
        AtomicFile.write(directory.resolve(MARKDOWN), markdown(rows));
    }

    private static String markdown(List<Row> rows) {
        MarkdownText text = new MarkdownText()
                .markup("# What trend finds\n\n")
                .text(method())
                .markup("\n\n");
        text.table(headings(), rows(rows));
        return text.toString();
    }

    private static List<CsvColumn<Row>> columns() {
        List<CsvColumn<Row>> columns = new ArrayList<>(List.of(
                text("history", row -> row.scenario().name()),
                whole("commits", row -> row.scenario().values()),
                text("noise", row -> row.noise().label()),
                whole("series", Row::series)));
        for (int k = 0; k < StepSimulation.METHODS.size(); k++) {
            int method = k;
            String name = StepSimulation.METHODS.get(k);
            columns.add(whole(name + "_found", row -> row.found().get(method)));
            columns.add(whole(name + "_false", row -> row.falsely().get(method)));
        }
        return List.copyOf(columns);
    }
}
