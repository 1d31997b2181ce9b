package dev.gradgap.results.file;

/** Bytes that are no JSON object. */
final class NoJsonException extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    private final int line;

    /**
     * An exception.
     *
     * @param line where it shows, from 1
     */
    NoJsonException(int line, Throwable cause) {
        super("not a JSON object in UTF-8", cause);
        this.line = line;
    }

    /** Where it shows, from 1. */
    int line() {
        return line;
    }
}
