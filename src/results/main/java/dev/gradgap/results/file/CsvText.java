package dev.gradgap.results.file;

import java.util.regex.Pattern;

/**
 * Texts in CSV files. A spreadsheet takes a cell that begins with one of {@code = + - @} for a formula and computes it, quoted or
 * not, and names and reasons are what others chose. So such a text has an apostrophe before it, which spreadsheets take for
 * "this is text"; reading takes it away again. Numbers stay as they are.
 *
 * <p>Source: OWASP, CSV Injection.
 */
final class CsvText {

    /** Apostrophes that stand there already get another one, so that every text comes back. */
    private static final Pattern FORMULA = Pattern.compile("'*[=+\\-@\\t\\r].*", Pattern.DOTALL);

    private CsvText() {}

    /** What to write for a number, the same whatever the locale; empty if it is none, or infinite. */
    static String of(double number) {
        return Double.isFinite(number) ? Double.toString(number) : "";
    }

    /** What to write for a text. */
    static String written(String text) {
        return FORMULA.matcher(text).matches() ? "'" + text : text;
    }

    /** The text that was written. */
    static String read(String written) {
        boolean guarded = written.startsWith("'") && FORMULA.matcher(written).matches();
        return guarded ? written.substring(1) : written;
    }
}
