package dev.gradgap.engine;

/**
 * An engine will not work on a function, which only became clear while it prepared: nothing is wrong, and whoever asked
 * skips the engine and says why.
 */
public final class RefusedException extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    /**
     * A refusal.
     *
     * @param reason why, in one line that can stand alone
     */
    public RefusedException(String reason) {
        super(reason);
    }
}
