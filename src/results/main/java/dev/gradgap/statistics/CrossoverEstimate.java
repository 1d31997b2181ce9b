package dev.gradgap.statistics;

import java.util.Optional;

/**
 * Where a ratio that grows with x passes 1.
 *
 * @param status whether it does within the measured range
 * @param at the x at which it does; present if and only if found
 */
public record CrossoverEstimate(Status status, Optional<Interval> at) {

    public CrossoverEstimate {
        if ((status == Status.FOUND) != at.isPresent()) {
            throw new IllegalArgumentException("a crossing that is " + status + " at " + at);
        }
    }

    /** Where the crossing lies. */
    public enum Status {
        /** The ratio passes 1 between two measured x. */
        FOUND,
        /** The ratio is at or above 1 at every measured x: the crossing lies below the smallest. */
        BELOW,
        /** The ratio is below 1 at the largest x and never passed 1 upwards before: the crossing lies above. */
        ABOVE,
        /** Too few points. */
        UNKNOWN
    }
}
