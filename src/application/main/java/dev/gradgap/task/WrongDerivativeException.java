package dev.gradgap.task;

import dev.gradgap.verify.expected.Verdict;
import java.io.PrintWriter;

/** What a command was about to show is wrong. The message is all that is shown. */
public final class WrongDerivativeException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public WrongDerivativeException(String message) {
        super(message);
    }

    /**
     * Passes what is not known to be wrong, with a warning if it is not known to be right either.
     *
     * @return the verdict
     * @throws WrongDerivativeException in one line that says what is wrong, if something is
     */
    public static Verdict throwIf(Verdict verdict, PrintWriter err) {
        if (verdict.isWrong()) {
            throw new WrongDerivativeException("wrong derivative: " + verdict.message());
        }
        if (!verdict.ok()) {
            err.println("warning: " + verdict.message());
        }
        return verdict;
    }
}
