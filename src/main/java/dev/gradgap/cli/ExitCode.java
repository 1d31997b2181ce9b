package dev.gradgap.cli;

/** What the process tells its caller; scripts rely on these numbers. */
final class ExitCode {

    /** All is well. */
    static final int OK = 0;

    /** Something became slower. */
    static final int REGRESSION = 1;

    /** The measurements decide nothing and the caller asked for a decision, or they contradict each other. */
    static final int INCONCLUSIVE = 2;

    /** The arguments, files or functions given cannot be used. */
    static final int USAGE = 3;

    /** An engine's derivatives are wrong. */
    static final int WRONG_GRADIENT = 4;

    /** Some cells could not be measured. */
    static final int CELLS_FAILED = 5;

    /** Nothing is known to be wrong, but some derivatives could not be judged. */
    static final int UNVERIFIED = 6;

    /** A fault of this program; EX_SOFTWARE of BSD's sysexits. */
    static final int INTERNAL_ERROR = 70;

    private ExitCode() {}
}
