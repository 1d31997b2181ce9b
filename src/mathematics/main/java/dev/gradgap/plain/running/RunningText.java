package dev.gradgap.plain.running;

import java.util.Arrays;

/** What methods that write doubles become: they write the value, which nothing can be differentiated by. */
public final class RunningText {

    private RunningText() {}

    /** What a number is written as; nothing in particular where it has no value. */
    public static String valueOf(Object x) {
        return String.valueOf(shown(x));
    }

    public static StringBuilder append(StringBuilder text, Object x) {
        return text.append(shown(x));
    }

    public static String format(String format, Object... arguments) {
        return String.format(
                format, Arrays.stream(arguments).map(RunningText::shown).toArray());
    }

    public static String formatted(String format, Object... arguments) {
        return format(format, arguments);
    }

    private static Object shown(Object x) {
        return Running.isNumber(x) ? (Object) (Running.replaying ? Double.NaN : Running.value(x)) : x;
    }
}
