package dev.gradgap.text;

/** A pattern for names: {@code *} stands for any text, {@code ?} for one character, all else for itself. */
public final class Glob {

    private final int[] pattern;

    public Glob(String glob) {
        pattern = glob.codePoints().toArray();
    }

    public static boolean hasWildcard(String text) {
        return text.indexOf('*') >= 0 || text.indexOf('?') >= 0;
    }

    /**
     * Whether a name is of this pattern; time at most in proportion to the product of their lengths. A star takes as
     * little as it can, and only the last one met is ever tried with more: what the earlier ones took is the shortest
     * beginning of the name that fits the pattern up to there, and no longer one leaves more to the rest.
     */
    public boolean matches(String name) {
        int[] text = name.codePoints().toArray();
        int next = 0;
        int at = 0;
        int afterStar = -1;
        int endOfStar = 0;
        while (at < text.length) {
            if (next < pattern.length && pattern[next] == '*') {
                next++;
                afterStar = next;
                endOfStar = at;
            } else if (next < pattern.length && (pattern[next] == '?' || pattern[next] == text[at])) {
                next++;
                at++;
            } else if (afterStar >= 0) {
                endOfStar++;
                next = afterStar;
                at = endOfStar;
            } else {
                return false;
            }
        }
        while (next < pattern.length && pattern[next] == '*') {
            next++;
        }
        return next == pattern.length;
    }
}
