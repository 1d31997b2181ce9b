package dev.gradgap.cli;

import dev.gradgap.verify.Verdict;
import java.io.PrintWriter;

/** What a command was about to show is wrong. The message is all that is shown. */
final class WrongDerivativeException extends RuntimeException {

    private static final long serialVersionUID = 1;

    WrongDerivativeException(String message) {
        super(message);
    }

    /**
     * Passes what is not known to be wrong, with a warning if it is not known to be right either.
     *
     * @return the verdict
     * @throws WrongDerivativeException in one line that says what is wrong, if something is
     */
    static Verdict throwIf(Verdict verdict, PrintWriter err) {
        if (verdict.isWrong()) {
            throw new WrongDerivativeException("wrong derivative: " + verdict.message());
        }
        if (!verdict.ok()) {
            err.println("warning: " + verdict.message());
        }
        return verdict;
    }
}
