package dev.gradgap.engine;

/** An engine answered what no engine may, or threw where nothing may be thrown; the message says in which of its methods. */
public final class BrokenEngineException extends IllegalStateException {

    private static final long serialVersionUID = 1;

    BrokenEngineException(String message) {
        super(message);
    }

    BrokenEngineException(String message, Throwable cause) {
        super(message, cause);
    }
}
