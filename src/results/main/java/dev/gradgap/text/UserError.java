package dev.gradgap.text;

/**
 * Something the user gave is wrong. The message is all they see: one line that says what is wrong, where, and what would
 * be right.
 */
public final class UserError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** An error with a message; whatever would break the line or the terminal in it is replaced, and what is too long shortened. */
    public UserError(String message) {
        super(PlainText.oneLine(message));
    }

    /** As above, with what led to it, which only a stack trace shows. */
    public UserError(String message, Throwable cause) {
        super(PlainText.oneLine(message), cause);
    }

    /** A throwable in a few words: its class and, if it has one, its message. */
    public static String describe(Throwable problem) {
        String message = problem.getMessage();
        String name = problem.getClass().getSimpleName();
        return message == null || message.isBlank() ? name : name + ": " + PlainText.oneLine(message);
    }

    /** A place in the code in a few words: {@code hostile.Engines.<clinit> (Engines.java:7)}. */
    public static String describe(StackTraceElement place) {
        return place.getClassName() + "." + place.getMethodName() + " (" + place.getFileName() + ":"
                + place.getLineNumber() + ")";
    }
}
