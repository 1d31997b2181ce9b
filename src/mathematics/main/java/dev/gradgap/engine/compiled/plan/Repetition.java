package dev.gradgap.engine.compiled.plan;

/**
 * Successive items that repeat: a body of {@code period} items, {@code count} times in each of {@code rows} rows, all
 * with the same operations and with operands that move by a constant stride within a row and from row to row. Straight
 * code is a repetition of one iteration.
 *
 * @param start the first item
 */
public record Repetition(int start, int period, int count, int rows) {

    public static Repetition straight(int start, int items) {
        return new Repetition(start, items, 1, 1);
    }

    public int iterations() {
        return count * rows;
    }

    public boolean isStraight() {
        return iterations() == 1;
    }

    /** One past the last item. */
    public int end() {
        return start + period * iterations();
    }
}
