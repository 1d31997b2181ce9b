package dev.gradgap.statistics;

import java.util.Optional;

/**
 * After how many uses a dearer start has been earned back by cheaper uses.
 *
 * @param uses a whole number, with bounds that are whole numbers; present if and only if it pays or always did
 */
public record BreakEvenEstimate(Status status, Optional<Interval> uses) {

    public BreakEvenEstimate {
        if (status.pays() != uses.isPresent()) {
            throw new IllegalArgumentException("a start that is earned back " + status + " after " + uses);
        }
    }

    /** Whether it is ever earned back. */
    public enum Status {
        /** The start costs more, each use less: from so many uses on it is cheaper in all. */
        PAYS,
        /** Each use costs more: no number of them earns anything back. */
        NEVER,
        /** The start does not cost more and each use costs less: there is nothing to earn back. */
        ALWAYS,
        /** Which of the two has the cheaper uses cannot be told. */
        UNDECIDED;

        /** Whether there is a number of uses after which it is earned back. */
        public boolean pays() {
            return this == PAYS || this == ALWAYS;
        }
    }
}
