package dev.gradgap.plain;

/** A decision and what came of it. */
record Decided(Decision decision, double outcome) {

    /** Whether the same would come of it at other numbers. */
    boolean holds(double x, double y) {
        return Double.compare(decision.outcome(x, y), outcome) == 0;
    }
}
