package dev.gradgap.statistics.noise;

/** Why the forks of a pair differ although they measured the same; {@link NoiseDiagnosis} has the criteria. */
public sealed interface NoiseCause {

    /**
     * A few forks are far off, the others agree.
     *
     * @param count the pairs with such a fork
     * @param pairs all pairs
     * @param farthest how many times longer than its partner a fork took, or its partner than it: above 1
     */
    record OutlyingForks(int count, int pairs, double farthest) implements NoiseCause {}

    /**
     * Each fork takes one of two times, as when the compiler goes one of two ways.
     *
     * @param slower the share of forks that take the longer time
     * @param ratio of the longer time to the shorter, above 1
     */
    record TwoModes(double slower, double ratio) implements NoiseCause {}

    /**
     * The machine was calm for a while, and for a while it was not.
     *
     * @param calmPairs the pairs that were measured while it was calm
     * @param pairs all pairs
     * @param calm the standard deviation of their log-ratios
     * @param restless that of the others
     */
    record Drift(int calmPairs, int pairs, double calm, double restless) implements NoiseCause {}

    /**
     * Iterations of one and the same fork differ so much that their median does.
     *
     * @param deviation the standard deviation of the logarithm of an iteration
     * @param explained the share of the variance of the pairs that follows from it, at most 1
     */
    record WithinForks(double deviation, double explained) implements NoiseCause {}

    /** None of the others: forks differ throughout. */
    record Throughout() implements NoiseCause {}
}
