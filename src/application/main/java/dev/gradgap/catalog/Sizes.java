package dev.gradgap.catalog;

import dev.gradgap.text.UserError;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers of inputs as a user writes them: a list such as {@code 1,2,4}, with K for 1,024 and M for 1,048,576, and with
 * ranges such as {@code 1..1024}, which stand for both ends and the powers of two between them.
 */
public final class Sizes {

    /** How sizes are written, for error messages and help texts. */
    public static final String SYNTAX = "write sizes as 1,2,4 or 1..1024 or 1K,1M (K is 1024, M is 1048576)";

    private static final String RANGE = "..";
    // Only these digits: Long.parseLong would take any script's.
    private static final Pattern SIZE = Pattern.compile("([+-]?)([0-9]+)([KkMm]?)");
    private static final int MOST_DIGITS = 18;

    private Sizes() {}

    /**
     * The sizes in a text, in its order, each once.
     *
     * @param where the flag or the place in a file, the beginning of an error message
     * @return at least one size; every size is from 1 to 2<sup>31</sup> - 1
     * @throws UserError if the text is anything else
     */
    public static List<Integer> parse(String where, String text) {
        Set<Integer> sizes = new LinkedHashSet<>();
        for (String item : text.split(",", -1)) {
            int dots = item.indexOf(RANGE);
            if (dots < 0) {
                sizes.add(size(where, text, item.strip()));
            } else {
                int from = size(where, text, item.substring(0, dots).strip());
                int to = size(where, text, item.substring(dots + RANGE.length()).strip());
                if (from > to) {
                    throw new UserError(
                            where + ": the range '" + item.strip() + "' runs backwards; write " + to + RANGE + from);
                }
                addRange(sizes, from, to);
            }
        }
        return List.copyOf(sizes);
    }

    /**
     * The only size in a text.
     *
     * @throws UserError as {@link #parse}, and if there are several
     */
    public static int parseOne(String where, String text) {
        List<Integer> sizes = parse(where, text);
        if (sizes.size() > 1) {
            throw new UserError(where + ": '" + text + "' is " + sizes.size() + " sizes; give one");
        }
        return sizes.get(0);
    }

    private static void addRange(Set<Integer> sizes, int from, int to) {
        sizes.add(from);
        for (long power = 2L * Integer.highestOneBit(from); power < to; power *= 2) {
            sizes.add((int) power);
        }
        sizes.add(to);
    }

    private static int size(String where, String text, String item) {
        if (item.isEmpty()) {
            throw new UserError(where + ": a size is missing in '" + text + "'; " + SYNTAX);
        }
        Matcher matcher = SIZE.matcher(item);
        if (!matcher.matches()) {
            throw new UserError(where + ": '" + item + "' is not a size; " + SYNTAX);
        }
        String digits = matcher.group(2).replaceFirst("^0+(?=.)", "");
        if (matcher.group(1).equals("-") || digits.equals("0")) {
            throw new UserError(where + ": '" + item + "' is too small; sizes start at 1");
        }
        long size = digits.length() > MOST_DIGITS ? Long.MAX_VALUE : scaled(Long.parseLong(digits), matcher.group(3));
        if (size > Integer.MAX_VALUE) {
            throw new UserError(where + ": '" + item + "' is too large; sizes end at " + Integer.MAX_VALUE);
        }
        return (int) size;
    }

    private static long scaled(long number, String unit) {
        long factor =
                switch (unit) {
                    case "K", "k" -> 1L << 10;
                    case "M", "m" -> 1L << 20;
                    default -> 1;
                };
        return number > Integer.MAX_VALUE ? Long.MAX_VALUE : number * factor;
    }
}
