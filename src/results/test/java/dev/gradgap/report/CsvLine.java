package dev.gradgap.report;

/** A line of a CSV file, for tests that change what stands in it. */
public final class CsvLine {

    private static final String COMMA_OUTSIDE_QUOTES = ",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)";

    private CsvLine() {}

    /** Its fields as they stand there, in quotes or not: joined by commas they are the line. */
    public static String[] fields(String line) {
        return line.split(COMMA_OUTSIDE_QUOTES, -1);
    }
}
