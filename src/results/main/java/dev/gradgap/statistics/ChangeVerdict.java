package dev.gradgap.statistics;

/** What a comparison says of one figure, worst first. */
public enum ChangeVerdict {
    /** Surely slower or larger, and by more than the gate. */
    REGRESSION,
    /** Neither surely changed by more than the gate nor surely changed by less. */
    INCONCLUSIVE,
    /** Surely faster or smaller, and by more than the gate. */
    IMPROVEMENT,
    /** Whatever changed, changed by less than the gate. */
    EQUIVALENT
}
