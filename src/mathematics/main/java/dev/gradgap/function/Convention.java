package dev.gradgap.function;

/**
 * The partials at a point where an operation has a value and no derivative, or one that is easily lost.
 *
 * @param text the point and the partials in words
 * @param x the first operand
 * @param y the second operand; without meaning if there is none
 * @param first the partial with respect to x
 * @param second the partial with respect to y; 0 if there is none
 */
public record Convention(String text, double x, double y, double first, double second) {

    /** A point of an operation on one operand. */
    static Convention at(String text, double x, double partial) {
        return new Convention(text, x, x, partial, 0);
    }
}
