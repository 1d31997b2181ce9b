package dev.gradgap.benchmarks;

/** Nothing can be said about the engine's derivatives: nothing is timed, and nobody is blamed. */
final class UnverifiedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    UnverifiedException(String reason) {
        super(reason);
    }
}
