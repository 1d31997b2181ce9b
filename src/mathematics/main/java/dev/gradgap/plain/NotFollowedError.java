package dev.gradgap.plain;

/**
 * Code that cannot be carried over to other numbers than doubles: one line with class, method and source line, and what to write
 * instead. A {@code LinkageError}, so that no {@code catch (Exception e)} of the code itself swallows it.
 */
public final class NotFollowedError extends LinkageError {

    private static final long serialVersionUID = 1L;

    public NotFollowedError(String message) {
        super(message);
    }
}
