package dev.gradgap.results;

import java.util.Comparator;

/**
 * A cell timed in one way: whole operators and scaled passes have times of their own.
 *
 * @param method how it was timed
 */
public record TimedCell(CellKey cell, Method method) implements Comparable<TimedCell> {

    private static final Comparator<TimedCell> ORDER =
            Comparator.comparing(TimedCell::cell).thenComparing(TimedCell::method);

    @Override
    public int compareTo(TimedCell other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return cell + (method == Method.SAMPLED ? " sampled" : "");
    }
}
