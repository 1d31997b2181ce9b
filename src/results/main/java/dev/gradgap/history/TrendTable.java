package dev.gradgap.history;

import dev.gradgap.history.Change.Kind;
import dev.gradgap.statistics.Interval;
import dev.gradgap.statistics.steps.Steps;
import dev.gradgap.text.Numbers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The words of trends, for a console and for HTML alike. */
public final class TrendTable {

    private TrendTable() {}

    /** A change with all that names it. */
    record Row(Trend trend, Series series, Change change) {

        HistoryEntry before() {
            return series.before(change);
        }

        HistoryEntry after() {
            return series.after(change);
        }
    }

    /**
     * What changed between the same two runs of an environment.
     *
     * @param title which runs, and how many cells
     * @param rows a row of words for each change, under {@link #headings}
     */
    public record Group(String title, List<List<String>> rows) {}

    /** The headings of the rows of a group. */
    public static List<String> headings() {
        return List.of("cell", "figure", "before", "after", "change", "seen in", "note");
    }

    /** All changes in words by the runs they lie between, newest first. */
    public static List<Group> groups(List<Trend> trends) {
        Map<List<String>, List<Row>> groups = new LinkedHashMap<>();
        for (Row row : changes(trends)) {
            List<String> runs = List.of(
                    row.trend().fingerprint(),
                    row.after().date().toString(),
                    row.after().name(),
                    row.before().name());
            groups.computeIfAbsent(runs, key -> new ArrayList<>()).add(row);
        }
        return groups.values().stream()
                .map(rows -> new Group(
                        title(rows), rows.stream().map(TrendTable::row).toList()))
                .toList();
    }

    private static String title(List<Row> rows) {
        Row first = rows.get(0);
        long cells = rows.stream().map(Row::series).distinct().count();
        return first.before().name() + ".." + first.after().name() + ", since "
                + first.after().date() + " in environment " + first.trend().fingerprint() + ": " + cells
                + (cells == 1 ? " cell" : " cells");
    }

    /** All changes, newest first. */
    static List<Row> changes(List<Trend> trends) {
        List<Row> rows = new ArrayList<>();
        for (Trend trend : trends) {
            for (Series series : trend.series()) {
                series.changes().forEach(change -> rows.add(new Row(trend, series, change)));
            }
        }
        rows.sort(Comparator.comparing((Row row) -> row.after().date()).reversed()); // stable: else as they are
        return rows;
    }

    private static List<String> row(Row row) {
        Change change = row.change();
        boolean time = change.kind() == Kind.TIME;
        return List.of(
                row.series().name(),
                change.kind().label(),
                time ? Numbers.duration(change.before()) : exact(change.before()),
                time ? Numbers.duration(change.after()) : exact(change.after()),
                percent(change.ratio()),
                change.lasting() ? "what lasted" : "newest runs",
                change.note().orElse(""));
    }

    /** In full: three digits would hide one byte more in a million. */
    private static String exact(double value) {
        return value == Math.rint(value) ? String.format(Locale.ROOT, "%,.0f", value) : Numbers.plain(value);
    }

    private static String percent(Interval ratio) {
        if (!Double.isFinite(ratio.estimate())) {
            return ""; // from nothing to something
        }
        return percent(ratio.estimate())
                + (ratio.isKnown() ? " [" + percent(ratio.low()) + ", " + percent(ratio.high()) + "]" : "");
    }

    private static String percent(double ratio) {
        return String.format(Locale.ROOT, "%+.1f %%", 100 * (ratio - 1));
    }

    /**
     * How many changes of the time chance alone would show: what a reader has to hold against what was found.
     *
     * @param significance as the trends were made with
     */
    public static String expectation(List<Trend> trends, double significance) {
        long tested = trends.stream().mapToLong(Trend::tested).sum();
        if (tested == 0) {
            return "No cell has six comparable runs yet, the fewest in which a change of the time can be found.";
        }
        long correlated = trends.stream().mapToLong(Trend::correlated).sum();
        return "Changes of the time were looked for in " + tested + " series, each at a significance of "
                + Numbers.plain(100 * significance) + " %: chance alone would show about "
                + Numbers.plain(tested * significance) + "."
                + (correlated == 0
                        ? ""
                        : " In " + correlated
                                + " of them a run's noise is partly that of the run before: there it may be "
                                + Numbers.plain(Steps.MORE_WHEN_CORRELATED) + " times as many.");
    }
}
