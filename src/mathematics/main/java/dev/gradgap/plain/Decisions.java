package dev.gradgap.plain;

/** Who decides, where transformed code does not do so by the values of its own numbers. */
public interface Decisions {

    /**
     * The next decision.
     *
     * @param x a number of the running arithmetic, or a {@code Double}, as {@code y}
     */
    double decide(Decision decision, Object x, Object y);
}
