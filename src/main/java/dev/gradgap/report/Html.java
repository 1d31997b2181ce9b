package dev.gradgap.report;

/** Text inside of HTML and SVG. */
public final class Html {

    private Html() {}

    /** The text, with nothing in it that could be markup or that XML does not allow. */
    public static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;")
                .replaceAll("[\\p{Cntrl}\\p{Cs}\\uFFFE\\uFFFF]", "\uFFFD");
    }
}
