package dev.gradgap.results.file;

import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;

/**
 * A column of a CSV file that is only written: its name and the text of its value in a row. Numbers do not depend on the
 * locale; what is unknown, NaN or infinite is empty.
 *
 * @param <T> what a row stands for
 */
public record CsvColumn<T>(String name, Function<T, String> text) {

    public static <T> CsvColumn<T> text(String name, Function<T, String> value) {
        return new CsvColumn<>(name, row -> CsvText.written(value.apply(row)));
    }

    public static <T> CsvColumn<T> whole(String name, ToLongFunction<T> value) {
        return new CsvColumn<>(name, row -> Long.toString(value.applyAsLong(row)));
    }

    public static <T> CsvColumn<T> number(String name, ToDoubleFunction<T> value) {
        return new CsvColumn<>(name, row -> CsvText.of(value.applyAsDouble(row)));
    }

    public static <T> CsvColumn<T> optionalNumber(String name, Function<T, OptionalDouble> value) {
        return number(name, row -> value.apply(row).orElse(Double.NaN));
    }
}
