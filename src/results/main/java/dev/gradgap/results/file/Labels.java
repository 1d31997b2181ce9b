package dev.gradgap.results.file;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The inverse of the {@code label()} of the enumerations: their names in lower case, whatever the locale. */
final class Labels {

    private Labels() {}

    static String label(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    static <E> Optional<E> find(Class<E> type, String label) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> label((Enum<?>) constant).equals(label))
                .findFirst();
    }

    /** All labels of a type, for a message: {@code ok, skipped, failed}. */
    static String all(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> label((Enum<?>) constant))
                .collect(Collectors.joining(", "));
    }
}
