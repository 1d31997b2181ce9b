package dev.gradgap.task;

/** The program itself is at fault. The message is all that is shown: one line that says so and what reproduces it. */
public final class FaultException extends RuntimeException {

    private static final long serialVersionUID = 1;

    FaultException(String message, Throwable cause) {
        super(message, cause);
    }
}
