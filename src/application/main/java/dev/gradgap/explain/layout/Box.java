package dev.gradgap.explain.layout;

/**
 * A rectangle in a drawing, in pixels.
 *
 * @param x its left edge
 * @param y its upper edge
 * @param width from its left to its right edge
 * @param height from its upper to its lower edge
 */
public record Box(double x, double y, double width, double height) {

    /** The rectangle of a size around a point. */
    static Box around(double x, double y, Size size) {
        return new Box(x - size.width() / 2, y - size.height() / 2, size.width(), size.height());
    }

    /** The abscissa of its centre. */
    public double centre() {
        return x + width / 2;
    }

    /** Its lower edge. */
    public double bottom() {
        return y + height;
    }

    /** Whether two rectangles have more than their borders in common. */
    public boolean overlaps(Box other) {
        return x < other.x + other.width && other.x < x + width && y < other.y + other.height && other.y < y + height;
    }
}
