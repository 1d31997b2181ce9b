package dev.gradgap.results.file;

import dev.gradgap.statistics.Interval;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;

/**
 * A column of a CSV file: its name and the text of its value in a row. Numbers do not depend on the locale and come back
 * exactly; what is unknown, NaN or infinite is empty.
 *
 * @param <T> what a row stands for
 * @param required whether a file without the column is refused; one that earlier versions did not write is read as empty
 */
public record CsvColumn<T>(String name, Function<T, String> text, boolean required) {

    private CsvColumn(String name, Function<T, String> text) {
        this(name, text, true);
    }

    /** This column, which files of earlier versions may lack. */
    public CsvColumn<T> addedLater() {
        return new CsvColumn<>(name, text, false);
    }

    public static <T> CsvColumn<T> text(String name, Function<T, String> value) {
        return new CsvColumn<>(name, row -> CsvText.written(value.apply(row)));
    }

    public static <T> CsvColumn<T> label(String name, Function<T, ? extends Enum<?>> value) {
        return new CsvColumn<>(name, row -> Labels.label(value.apply(row)));
    }

    public static <T> CsvColumn<T> whole(String name, ToLongFunction<T> value) {
        return new CsvColumn<>(name, row -> Long.toString(value.applyAsLong(row)));
    }

    public static <T> CsvColumn<T> optionalWhole(String name, Function<T, OptionalLong> value) {
        return new CsvColumn<>(name, row -> {
            OptionalLong whole = value.apply(row);
            return whole.isPresent() ? Long.toString(whole.getAsLong()) : "";
        });
    }

    public static <T> CsvColumn<T> number(String name, ToDoubleFunction<T> value) {
        return new CsvColumn<>(name, row -> number(value.applyAsDouble(row)));
    }

    public static <T> CsvColumn<T> optionalNumber(String name, Function<T, OptionalDouble> value) {
        return number(name, row -> value.apply(row).orElse(Double.NaN));
    }

    /** The estimate or a bound of an interval that may be unknown. */
    public static <T> CsvColumn<T> interval(
            String name, Function<T, Optional<Interval>> value, ToDoubleFunction<Interval> part) {
        return number(name, row -> {
            Optional<Interval> interval = value.apply(row);
            return interval.isPresent() ? part.applyAsDouble(interval.get()) : Double.NaN;
        });
    }

    private static String number(double value) {
        return Double.isFinite(value) ? Double.toString(value) : "";
    }
}
