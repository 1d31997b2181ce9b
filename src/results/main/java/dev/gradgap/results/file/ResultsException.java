package dev.gradgap.results.file;

import dev.gradgap.text.PlainText;

/** A file or directory of results that cannot be understood. The message is one line for the user: where and what. */
public final class ResultsException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /**
     * An exception.
     *
     * @param message the place (file, line, column) and what is wrong there, in one line
     */
    public ResultsException(String message) {
        super(PlainText.oneLine(message));
    }
}
