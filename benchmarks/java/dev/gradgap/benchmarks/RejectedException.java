package dev.gradgap.benchmarks;

/** The engine's derivatives are wrong, or the cell is asked of an engine that cannot do it: nothing is timed. */
final class RejectedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    RejectedException(String reason) {
        super(reason);
    }
}
