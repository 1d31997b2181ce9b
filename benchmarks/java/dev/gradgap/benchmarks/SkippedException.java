package dev.gradgap.benchmarks;

/** The cell is not measured, for a reason that is no failure. */
final class SkippedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    SkippedException(String reason) {
        super(reason);
    }
}
