package dev.gradgap.results.environment;

import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sizes as Linux and the JVM write them: a number with the unit k, m, g or t, a power of 1024, in either case. */
public final class ByteSizes {

    private static final Pattern SIZE = Pattern.compile("([0-9]{1,12})([kmgt]?)");
    private static final String UNITS = "kmgt";

    private ByteSizes() {}

    /** The bytes of a size; empty if it is none. */
    public static OptionalLong bytes(String size) {
        Matcher matcher = SIZE.matcher(size.toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            return OptionalLong.empty();
        }
        int exponent = matcher.group(2).isEmpty() ? 0 : UNITS.indexOf(matcher.group(2)) + 1;
        double bytes = Long.parseLong(matcher.group(1)) * Math.pow(1024, exponent);
        return bytes < Long.MAX_VALUE ? OptionalLong.of((long) bytes) : OptionalLong.empty();
    }
}
