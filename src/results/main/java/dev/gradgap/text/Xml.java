package dev.gradgap.text;

/** Text and coordinates inside of HTML and SVG. */
public final class Xml {

    private Xml() {}

    /** The text, with nothing in it that could be markup, that XML does not allow, or that nobody sees. */
    public static String escape(String text) {
        return PlainText.seen(text, "\uFFFD")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** A coordinate, to a tenth of a pixel. */
    public static String number(double x) {
        long tenths = Math.round(10 * x);
        String sign = tenths < 0 ? "-" : "";
        long size = Math.abs(tenths);
        return sign + size / 10 + (size % 10 == 0 ? "" : "." + size % 10);
    }
}
