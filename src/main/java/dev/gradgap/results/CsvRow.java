package dev.gradgap.results;

import dev.gradgap.engine.Technology;
import dev.gradgap.statistics.Interval;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Function;

/** One row of a CSV file being read, by the names of its columns. Errors name the file, the line and the column. */
public final class CsvRow {

    private final Path file;
    private final long line;
    private final Map<String, Integer> positions;
    private final String[] values;

    /**
     * A row.
     *
     * @param line the number of the line on which it begins, from 1
     * @param positions the position of each column of the header
     */
    CsvRow(Path file, long line, Map<String, Integer> positions, String[] values) {
        this.file = file;
        this.line = line;
        this.positions = positions;
        this.values = values;
    }

    /** The value of a column; empty if the file, written by an earlier version, does not have it. */
    public String text(String column) {
        Integer position = positions.get(column);
        return position == null ? "" : values[position];
    }

    /**
     * The value of a column as a parser understands it.
     *
     * @param parser throws an IllegalArgumentException for what it does not understand
     * @param kind what the value should be, after "is not"
     * @throws ResultsException naming file, line and column, if the parser does not understand the value
     */
    public <V> V parsed(String column, Function<String, V> parser, String kind) {
        return parsed(column, text(column), parser, kind);
    }

    int integer(String column) {
        return parsed(column, text(column), Integer::parseInt, "a whole number");
    }

    long whole(String column) {
        return parsed(column, text(column), Long::parseLong, "a whole number");
    }

    OptionalLong optionalWhole(String column) {
        return text(column).isEmpty() ? OptionalLong.empty() : OptionalLong.of(whole(column));
    }

    double number(String column) {
        return parsed(column, text(column), CsvRow::finite, "a number");
    }

    OptionalDouble optionalNumber(String column) {
        return text(column).isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(number(column));
    }

    /** The number of a column, or NaN if it is empty. */
    double numberOrNaN(String column) {
        return optionalNumber(column).orElse(Double.NaN);
    }

    /** Whom engines belong to; in files of earlier versions it is their technology that stands for them. */
    String family(Technology technology) {
        String family = text("family");
        return family.isEmpty() ? technology.label() : family;
    }

    boolean flag(String column) {
        return switch (text(column)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw error(column, "is neither true nor false");
        };
    }

    <E extends Enum<E>> E label(String column, Class<E> type) {
        return Labels.find(type, text(column)).orElseThrow(() -> error(column, "is not one of: " + Labels.all(type)));
    }

    <E extends Enum<E>> Optional<E> optionalLabel(String column, Class<E> type) {
        return text(column).isEmpty() ? Optional.empty() : Optional.of(label(column, type));
    }

    /** An interval has both bounds or, if they are unknown, neither. */
    Interval interval(String estimate, String low, String high) {
        Interval interval = new Interval(number(estimate), numberOrNaN(low), numberOrNaN(high));
        if (Double.isNaN(interval.low()) != Double.isNaN(interval.high())) {
            String missing = Double.isNaN(interval.low()) ? low : high;
            throw error(missing, "is no bound, where the other bound is given");
        }
        return interval;
    }

    Optional<Interval> optionalInterval(String estimate, String low, String high) {
        return text(estimate).isEmpty() ? Optional.empty() : Optional.of(interval(estimate, low, high));
    }

    private static double finite(String text) {
        double number = Double.parseDouble(text);
        if (!Double.isFinite(number)) {
            throw new NumberFormatException();
        }
        return number;
    }

    private <V> V parsed(String column, String text, Function<String, V> parser, String kind) {
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException e) {
            throw error(column, "is not " + kind);
        }
    }

    private ResultsException error(String column, String problem) {
        return new ResultsException(file + ":" + line + ": column " + column + ": '" + text(column) + "' " + problem);
    }
}
