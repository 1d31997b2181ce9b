package dev.gradgap.terminal;

/** What the process tells its caller; scripts rely on these numbers. */
public final class ExitCode {

    /** All is well. */
    public static final int OK = 0;

    /** Something became slower. */
    public static final int REGRESSION = 1;

    /** The measurements decide nothing and the caller asked for a decision, or they contradict each other. */
    public static final int INCONCLUSIVE = 2;

    /** The arguments, files or functions given cannot be used. */
    public static final int USAGE = 3;

    /** An engine's derivatives are wrong. */
    public static final int WRONG_GRADIENT = 4;

    /** Some cells could not be measured. */
    public static final int CELLS_FAILED = 5;

    /** Nothing is known to be wrong, but some derivatives could not be judged. */
    public static final int UNVERIFIED = 6;

    /** A fault of this program; EX_SOFTWARE of BSD's sysexits. */
    public static final int INTERNAL_ERROR = 70;

    private ExitCode() {}
}
