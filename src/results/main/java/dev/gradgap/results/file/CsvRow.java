package dev.gradgap.results.file;

import dev.gradgap.engine.Technology;
import dev.gradgap.statistics.Interval;
import dev.gradgap.text.UserError;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Function;

/** One row of a CSV file being read, by the names of its columns. Errors name the file, the line and the column. */
public final class CsvRow {

    private static final String WHOLE = "a whole number";

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

    /** The text of a column; empty if the file, written by an earlier version, does not have it. */
    public String text(String column) {
        return CsvText.read(value(column));
    }

    private String value(String column) {
        Integer position = positions.get(column);
        return position == null ? "" : values[position];
    }

    /**
     * The value of a column as a parser understands it.
     *
     * @param parser throws an IllegalArgumentException for what it does not understand
     * @param kind what the value should be, after "is not"
     * @throws UserError naming file, line and column, if the parser does not understand the value
     */
    public <V> V parsed(String column, Function<String, V> parser, String kind) {
        return parsed(column, value(column), parser, kind);
    }

    /** A whole number, 0 or more, as are all that these files have. */
    public int integer(String column) {
        return (int) notNegative(column, parsed(column, value(column), Integer::parseInt, WHOLE));
    }

    /** A number of things of which there is at least one. */
    public int count(String column) {
        int count = integer(column);
        if (count == 0) {
            throw error(column, "is not above 0");
        }
        return count;
    }

    public long whole(String column) {
        return notNegative(column, parsed(column, value(column), Long::parseLong, WHOLE));
    }

    private long notNegative(String column, long whole) {
        if (whole < 0) {
            throw error(column, "is less than 0");
        }
        return whole;
    }

    public OptionalLong optionalWhole(String column) {
        return value(column).isEmpty() ? OptionalLong.empty() : OptionalLong.of(whole(column));
    }

    double number(String column) {
        return parsed(column, value(column), CsvRow::finite, "a number");
    }

    /** A number above 0, as are times and their ratios. */
    public double positive(String column) {
        double number = number(column);
        if (number <= 0) {
            throw error(column, "is not above 0");
        }
        return number;
    }

    public OptionalDouble optionalPositive(String column) {
        return value(column).isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(positive(column));
    }

    /** An amount of something, 0 or more; empty if it is unknown. */
    public OptionalDouble optionalQuantity(String column) {
        OptionalDouble quantity = optionalNumber(column);
        if (quantity.orElse(0) < 0) {
            throw error(column, "is less than 0");
        }
        return quantity;
    }

    OptionalDouble optionalNumber(String column) {
        return value(column).isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(number(column));
    }

    /** The number of a column, or NaN if it is empty. */
    public double numberOrNaN(String column) {
        return optionalNumber(column).orElse(Double.NaN);
    }

    /** Whom engines belong to; in files of earlier versions it is their technology that stands for them. */
    public String family(Technology technology) {
        String family = text("family");
        return family.isEmpty() ? technology.label() : family;
    }

    public boolean flag(String column) {
        return switch (value(column)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw error(column, "is neither true nor false");
        };
    }

    public <E extends Enum<E>> E label(String column, Class<E> type) {
        return Labels.find(type, value(column)).orElseThrow(() -> error(column, "is not one of: " + Labels.all(type)));
    }

    public <E extends Enum<E>> Optional<E> optionalLabel(String column, Class<E> type) {
        return value(column).isEmpty() ? Optional.empty() : Optional.of(label(column, type));
    }

    /** An interval has both bounds or, if they are unknown, neither. */
    public Interval interval(String estimate, String low, String high) {
        Interval interval = new Interval(number(estimate), numberOrNaN(low), numberOrNaN(high));
        if (Double.isNaN(interval.low()) != Double.isNaN(interval.high())) {
            String missing = Double.isNaN(interval.low()) ? low : high;
            throw error(missing, "is no bound, where the other bound is given");
        }
        if (interval.low() > interval.high()) {
            throw error(low, "is above the other bound");
        }
        return interval;
    }

    /** An interval that is there where it is due, and where it is not leaves its columns empty. */
    public Optional<Interval> intervalIf(boolean due, String estimate, String low, String high) {
        if (due) {
            return Optional.of(interval(estimate, low, high));
        }
        for (String column : List.of(estimate, low, high)) {
            if (!value(column).isEmpty()) {
                throw error(column, "stands where there is no value");
            }
        }
        return Optional.empty();
    }

    /** An interval of what is above 0. */
    public Interval positiveInterval(String estimate, String low, String high) {
        positive(estimate);
        Interval interval = interval(estimate, low, high);
        if (interval.low() < 0) {
            throw error(low, "is less than 0");
        }
        return interval;
    }

    public Optional<Interval> optionalPositiveInterval(String estimate, String low, String high) {
        return intervalIf(!value(estimate).isEmpty(), estimate, low, high)
                .map(any -> positiveInterval(estimate, low, high));
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

    private UserError error(String column, String problem) {
        return new UserError(file + ":" + line + ": column " + column + ": '" + value(column) + "' " + problem);
    }
}
