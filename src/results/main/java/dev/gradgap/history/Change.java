package dev.gradgap.history;

import dev.gradgap.statistics.Interval;
import java.util.Locale;
import java.util.Optional;

/**
 * A change in a series.
 *
 * @param at the position of the first point after it
 * @param before the figure before it: for times the geometric mean since the change before
 * @param after the figure after it: for times the geometric mean up to the next change
 * @param ratio after over before, with a 95 % interval where there is noise
 * @param lasting whether it has lasted; otherwise the newest runs alone tell of it, and the next will confirm it or not
 * @param note what is known of it
 */
public record Change(
        int at, Kind kind, double before, double after, Interval ratio, boolean lasting, Optional<String> note) {

    /** What changed. */
    public enum Kind {
        /** The time; found by statistics. */
        TIME,
        /** The passes through the graph. */
        PASSES,
        /** What is kept between sweeps or passes. */
        TAPE_BYTES,
        /** Garbage, by the rule of {@code compare}. */
        ALLOC_BYTES;

        /** The name in lower case. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
