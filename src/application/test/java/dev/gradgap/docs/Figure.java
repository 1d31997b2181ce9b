package dev.gradgap.docs;

import dev.gradgap.statistics.ForkStatistics;
import dev.gradgap.statistics.Interval;
import dev.gradgap.text.Numbers;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.DoubleFunction;
import java.util.stream.Collectors;

/**
 * A figure of a committed run, as a page quotes it. One of
 *
 * <pre>
 * RUN commit
 * RUN minutes
 * RUN said REGEX                        what the group catches in summary.md
 * RUN TABLE COLUMN=VALUE,... : HOW COLUMN[/COLUMN]
 * RUN TABLE COLUMN=VALUE,... : means GROUPS COLUMN[/COLUMN]
 * RUN TABLE COLUMN=VALUE,... : table ROWS COLUMNS COLUMN [mean]
 * </pre>
 *
 * where HOW is {@code one} (the only row, with its interval), {@code bare} (without), {@code mean} (geometric, with the interval
 * over the rows if they are three or more), {@code baremean}, {@code least}, {@code most}, {@code range} or {@code count};
 * {@code means} is the range of the geometric means of groups of rows, one for each value of a column.
 * Times are written with their unit, exponents with two decimals, all else with three digits.
 */
record Figure(String expression) {

    /** The text that belongs on the page; of a table, its lines. */
    String text() throws IOException {
        String[] words = expression.split(" ", 3);
        CommittedRun run = CommittedRun.of(words[0]);
        return switch (words[1]) {
            case "commit" -> run.commit();
            case "minutes" -> Long.toString(run.minutes());
            case "said" -> run.said(words[2]);
            default -> ofRows(run.rows(words[1]), words[2]);
        };
    }

    private String ofRows(List<Map<String, String>> table, String query) {
        String[] parts = query.split(" : ", 2);
        List<Filter> filters =
                Arrays.stream(parts[0].split(" ", -1)).map(Filter::of).toList();
        List<Map<String, String>> rows = table.stream()
                .filter(row -> filters.stream().allMatch(filter -> filter.accepts(row)))
                .toList();
        String[] how = parts[1].split(" ", -1);
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("no row for " + expression);
        }
        return switch (how[0]) {
            case "table" -> table(rows, valuesOf(how[1], filters), valuesOf(how[2], filters), how);
            case "means" -> range(means(rows, how[1], how[2]), format(how[2]));
            case "count" -> Integer.toString(rows.size());
            default -> figure(rows, how[0], how[1]);
        };
    }

    private String figure(List<Map<String, String>> rows, String how, String column) {
        DoubleFunction<String> format = format(column);
        double[] values = rows.stream().mapToDouble(row -> value(row, column)).toArray();
        return switch (how) {
            case "one" -> interval(only(rows), column, format);
            case "bare" -> format.apply(value(only(rows), column));
            case "mean" -> text(ForkStatistics.interval(values), format);
            case "baremean" -> format.apply(ForkStatistics.geometricMean(values));
            case "least" -> format.apply(Arrays.stream(values).min().orElseThrow());
            case "most" -> format.apply(Arrays.stream(values).max().orElseThrow());
            case "range" -> range(values, format);
            default -> throw new IllegalArgumentException("unknown: " + how + " in " + expression);
        };
    }

    private double[] means(List<Map<String, String>> rows, String group, String column) {
        return rows.stream().collect(Collectors.groupingBy(row -> row.get(group))).values().stream()
                .mapToDouble(members -> ForkStatistics.geometricMean(
                        members.stream().mapToDouble(row -> value(row, column)).toArray()))
                .toArray();
    }

    private static String range(double[] values, DoubleFunction<String> format) {
        return format.apply(Arrays.stream(values).min().orElseThrow()) + " to "
                + format.apply(Arrays.stream(values).max().orElseThrow());
    }

    private String table(List<Map<String, String>> rows, Filter lines, Filter columns, String[] how) {
        boolean mean = how.length > 4;
        List<String> heads = new ArrayList<>(List.of(lines.column()));
        columns.values().forEach(value -> heads.add(columns.show(value)));
        if (mean) {
            heads.add("geometric mean");
        }
        StringBuilder text = new StringBuilder(line(heads))
                .append("|---".repeat(heads.size()))
                .append("|\n");
        for (String value : lines.values()) {
            double[] figures = columns.values().stream()
                    .mapToDouble(column -> value(
                            only(rows.stream()
                                    .filter(row -> row.get(lines.column()).equals(value)
                                            && row.get(columns.column()).equals(column))
                                    .toList()),
                            how[3]))
                    .toArray();
            List<String> cells = new ArrayList<>(List.of(lines.show(value)));
            Arrays.stream(figures).mapToObj(Numbers::plain).forEach(cells::add);
            if (mean) {
                cells.add(Numbers.plain(ForkStatistics.geometricMean(figures)));
            }
            text.append(line(cells));
        }
        return text.toString();
    }

    private static String line(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }

    private Filter valuesOf(String column, List<Filter> filters) {
        return filters.stream()
                .filter(filter -> filter.column().equals(column))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no values for " + column + " in " + expression));
    }

    private Map<String, String> only(List<Map<String, String>> rows) {
        if (rows.size() != 1) {
            throw new IllegalArgumentException(rows.size() + " rows where one is meant: " + expression);
        }
        return rows.get(0);
    }

    private static DoubleFunction<String> format(String column) {
        if (column.endsWith("_ns") && !column.contains("/")) {
            return Numbers::duration;
        }
        return switch (column) {
            case "exponent" -> value -> Numbers.exponent(value, 2);
            case "evaluations" -> Numbers::count;
            default -> Numbers::plain;
        };
    }

    private double value(Map<String, String> row, String column) {
        int slash = column.indexOf('/');
        if (slash >= 0) {
            return value(row, column.substring(0, slash)) / value(row, column.substring(slash + 1));
        }
        String text = row.get(column);
        if (text == null || text.isEmpty()) {
            throw new IllegalArgumentException("no " + column + " in " + row + " for " + expression);
        }
        return Double.parseDouble(text);
    }

    private String interval(Map<String, String> row, String column, DoubleFunction<String> format) {
        String unit = column.endsWith("_ns") ? "_ns" : "";
        String stem = column.substring(0, column.length() - unit.length());
        return text(
                new Interval(value(row, column), value(row, stem + "_lo" + unit), value(row, stem + "_hi" + unit)),
                format);
    }

    private static String text(Interval interval, DoubleFunction<String> format) {
        return format.apply(interval.estimate())
                + (interval.isKnown()
                        ? " [" + format.apply(interval.low()) + ", " + format.apply(interval.high()) + "]"
                        : "");
    }

    /** Which rows: those whose column has one of the values, or none of them. Sizes may be written as 16K and 1M. */
    private record Filter(String column, boolean wanted, List<String> shown) {

        static Filter of(String text) {
            boolean wanted = !text.contains("!=");
            String[] sides = text.split(wanted ? "=" : "!=", 2);
            return new Filter(sides[0], wanted, List.of(sides[1].split(",", -1)));
        }

        boolean accepts(Map<String, String> row) {
            if (!row.containsKey(column)) {
                throw new IllegalArgumentException("no column " + column + " in " + row.keySet());
            }
            return values().contains(row.get(column)) == wanted;
        }

        /** As the table has them. */
        List<String> values() {
            return shown.stream().map(this::inFull).toList();
        }

        /** A value of the table as a page shows it. */
        String show(String value) {
            return switch (column) {
                case "inputs" -> String.format(Locale.ROOT, "%,d", Long.parseLong(value));
                case "engine" -> "`" + value + "`";
                default -> value;
            };
        }

        private String inFull(String value) {
            if (!column.equals("inputs")) {
                return value;
            }
            long number = Long.parseLong(value.replaceAll("[KM]$", ""));
            return Long.toString(value.endsWith("K") ? number << 10 : value.endsWith("M") ? number << 20 : number);
        }
    }
}
