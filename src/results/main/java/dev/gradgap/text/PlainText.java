package dev.gradgap.text;

import java.util.regex.Pattern;

/**
 * Texts of others, as they may stand on a line of a terminal or of a file: short enough to be read, and without characters
 * that nobody sees or that change how the others are seen.
 */
public final class PlainText {

    private static final int LONGEST = 2000;
    private static final int END_SHOWN = 400;

    /**
     * Control characters, those above 127 too (a terminal obeys both), characters of no width or that turn the direction of
     * writing, ends of lines and paragraphs, halves of characters, and what is none.
     */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}\\uFFFE\\uFFFF]");

    private PlainText() {}

    /** Whether every character of a text can be seen. */
    public static boolean isAllSeen(String text) {
        return !UNSEEN.matcher(text).find();
    }

    /** The text with something visible for each character that is not. */
    public static String seen(String text, String instead) {
        return UNSEEN.matcher(text).replaceAll(instead);
    }

    /** The text on one line of at most some 2,000 characters, of which all can be seen; the middle is what is left out. */
    public static String oneLine(String text) {
        return seen(shortened(text).strip().replaceAll("\\s*\\R\\s*", " "), "?");
    }

    private static String shortened(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        int begin = LONGEST - END_SHOWN;
        int end = text.length() - END_SHOWN;
        return text.substring(0, begin) + " ... (" + (end - begin) + " characters left out) ... " + text.substring(end);
    }
}
