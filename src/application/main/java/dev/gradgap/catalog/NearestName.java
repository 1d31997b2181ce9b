package dev.gradgap.catalog;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/**
 * The name a user probably meant: the one that fewest slips of the keyboard turn into what was typed.
 *
 * <p>The distance counts insertions, deletions, substitutions and swaps of neighbours (optimal string alignment; Damerau,
 * A technique for computer detection and correction of spelling errors, CACM 7(3), 1964).
 */
public final class NearestName {

    private static final int SHORTEST_FRAGMENT = 3;

    private NearestName() {}

    /** The nearest of some names, if one is near: a third of the letters may be wrong, or the name is part of it. */
    public static Optional<String> of(String typed, Collection<String> names) {
        String wanted = typed.toLowerCase(Locale.ROOT);
        int tolerance = Math.max(1, wanted.length() / 3);
        Optional<String> nearest = names.stream()
                .filter(name -> Math.abs(name.length() - wanted.length()) <= tolerance)
                .filter(name -> distance(wanted, name.toLowerCase(Locale.ROOT)) <= tolerance)
                .min(Comparator.comparingInt(name -> distance(wanted, name.toLowerCase(Locale.ROOT))));
        if (nearest.isPresent() || wanted.length() < SHORTEST_FRAGMENT) {
            return nearest;
        }
        return names.stream()
                .filter(name -> name.toLowerCase(Locale.ROOT).contains(wanted))
                .findFirst();
    }

    /** The end of an error message: {@code : did you mean 'x'?}, or nothing if no name is near. */
    public static String hint(String typed, Collection<String> names) {
        return of(typed, names).map(name -> ": did you mean '" + name + "'?").orElse("");
    }

    /** The number of slips between two words; time proportional to the product of their lengths. */
    static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int substitution = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                d[i][j] = Math.min(d[i - 1][j - 1] + substitution, 1 + Math.min(d[i - 1][j], d[i][j - 1]));
                boolean swapped =
                        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                if (swapped) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
