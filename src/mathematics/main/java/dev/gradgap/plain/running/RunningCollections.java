package dev.gradgap.plain.running;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What methods become that compare elements by themselves, or copy them: elements may be numbers, and inputs not yet made. */
public final class RunningCollections {

    private static final Comparator<Object> NATURAL = RunningDouble::compareTo;

    private RunningCollections() {}

    public static void sort(List<Object> list) {
        list.sort(NATURAL);
    }

    public static void sort(List<Object> list, Comparator<Object> order) {
        list.sort(order == null ? NATURAL : order);
    }

    public static void sort(Object[] array) {
        Arrays.sort(array, NATURAL);
    }

    public static Object max(Collection<Object> elements) {
        return Collections.max(elements, NATURAL);
    }

    public static Object min(Collection<Object> elements) {
        return Collections.min(elements, NATURAL);
    }

    public static Stream<Object> sorted(Stream<Object> elements) {
        return elements.sorted(NATURAL);
    }

    public static Comparator<Object> naturalOrder() {
        return NATURAL;
    }

    public static Comparator<Object> reverseOrder() {
        return NATURAL.reversed();
    }

    public static void arraycopy(Object from, int first, Object to, int target, int length) {
        System.arraycopy(from, first, to, target, length);
        if (from == RunningEvaluation.input && to instanceof Object[] numbers) {
            for (int k = 0; k < length; k++) {
                if (numbers[target + k] == null) {
                    numbers[target + k] = Running.inputs.get(first + k);
                }
            }
        }
    }
}
