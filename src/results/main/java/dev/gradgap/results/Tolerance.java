package dev.gradgap.results;

/**
 * By how much a figure may differ and still be called the same.
 *
 * @param share of the value before, from 0 on
 * @param absolute what is added to it, in the figure's unit, from 0 on
 */
public record Tolerance(double share, double absolute) {

    /** For what is counted: passes, operations, bytes of a tape. */
    public static final Tolerance NONE = new Tolerance(0, 0);

    /** For garbage, counted by the JVM in bytes with traces of what the harness leaves in each iteration. */
    public static final Tolerance ALLOCATION = new Tolerance(0.01, 16);

    /** Whether a value is within this of the value before. */
    public boolean covers(double before, double after) {
        return Math.abs(after - before) <= absolute + share * before;
    }
}
