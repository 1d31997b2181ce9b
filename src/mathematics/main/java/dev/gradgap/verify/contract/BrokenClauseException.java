package dev.gradgap.verify.contract;

/** An engine does not keep a clause; the message says what it did instead, in one line. */
public final class BrokenClauseException extends RuntimeException {

    private static final long serialVersionUID = 1;

    BrokenClauseException(String message) {
        super(message);
    }
}
