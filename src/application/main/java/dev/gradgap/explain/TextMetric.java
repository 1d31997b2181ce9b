package dev.gradgap.explain;

/**
 * How wide text is, without asking a machine for its fonts: a monospaced font's advance of 0.6 em a character, and 1.1 em
 * for the wide letters of East Asia and for pictographs. Whoever writes the text tells the viewer this width (SVG's
 * textLength), so that it holds whatever font is found.
 */
final class TextMetric {

    private static final double ADVANCE = 0.6;
    private static final double WIDE_ADVANCE = 1.1;
    private static final int FIRST_WIDE = 0x1100; // Hangul; mathematical signs, narrower, come after it
    private static final int FIRST_SIGN = 0x2000;
    private static final int FIRST_WIDE_AFTER_SIGNS = 0x2E80;

    private TextMetric() {}

    /** The width in pixels of a line of text. */
    static double width(String text, double fontSize) {
        return fontSize
                * text.codePoints()
                        .mapToDouble(c -> isWide(c) ? WIDE_ADVANCE : ADVANCE)
                        .sum();
    }

    private static boolean isWide(int codePoint) {
        return (codePoint >= FIRST_WIDE && codePoint < FIRST_SIGN) || codePoint >= FIRST_WIDE_AFTER_SIGNS;
    }
}
