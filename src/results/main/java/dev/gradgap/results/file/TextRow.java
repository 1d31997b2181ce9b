package dev.gradgap.results.file;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gradgap.text.UserError;
import java.util.Map;
import java.util.SortedMap;

/**
 * Texts by the names of their columns: a row of a CSV file. What is unknown is empty.
 *
 * @param place where the row stands, for errors: {@code cells.csv:12}
 */
record TextRow(String place, Map<String, String> texts) implements Fields {

    private String value(String column) {
        return texts.getOrDefault(column, "");
    }

    @Override
    public boolean has(String column) {
        return !value(column).isEmpty();
    }

    @Override
    public String text(String column) {
        return CsvText.read(value(column));
    }

    @Override
    public boolean flag(String column) {
        return switch (value(column)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw error(column, "is neither true nor false");
        };
    }

    @Override
    public long whole(String column) {
        try {
            return Long.parseLong(value(column));
        } catch (NumberFormatException e) {
            throw error(column, "is not a whole number");
        }
    }

    @Override
    public double number(String column) {
        double number = Double.NaN;
        try {
            number = Double.parseDouble(value(column));
        } catch (NumberFormatException e) {
            // stays what is no number
        }
        if (!Double.isFinite(number)) {
            throw error(column, "is not a number");
        }
        return number;
    }

    @Override
    public JsonNode array(String column) {
        throw new UnsupportedOperationException("a row has no lists");
    }

    @Override
    public SortedMap<String, String> texts(String column) {
        throw new UnsupportedOperationException("a row has no objects");
    }

    @Override
    public UserError error(String column, String problem) {
        return new UserError(place + ": column " + column + ": '" + value(column) + "' " + problem);
    }

    @Override
    public UserError outOfBounds(String column, String what) {
        return error(column, "is " + what);
    }
}
