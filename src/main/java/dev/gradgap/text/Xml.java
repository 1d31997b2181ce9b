package dev.gradgap.text;

/** Text and coordinates inside of HTML and SVG. */
public final class Xml {

    private Xml() {}

    /** The text, with nothing in it that could be markup or that XML does not allow. */
    public static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;")
                .replaceAll("[\\p{Cntrl}\\p{Cs}\\uFFFE\\uFFFF]", "\uFFFD");
    }

    /** A coordinate, to a tenth of a pixel. */
    public static String number(double x) {
        long tenths = Math.round(10 * x);
        String sign = tenths < 0 ? "-" : "";
        long size = Math.abs(tenths);
        return sign + size / 10 + (size % 10 == 0 ? "" : "." + size % 10);
    }
}
