package dev.gradgap.engine.compiled.plan;

/**
 * Where the operand of a body's item lies: an element {@code base + row * rowStride + iteration * stride} of an array, a
 * literal, or another item of the same iteration; and whether its own nest computes it, which is all there is to know of
 * how the nest's iterations depend on one another.
 *
 * @param home the array, or what else it is
 * @param base the element at the first iteration of the first row; of an item of the body its position
 * @param rowStride by how much the element moves from row to row
 * @param stride by how much it moves from iteration to iteration
 * @param literal the value of a {@link Home#LITERAL}
 * @param producer the position of the item whose value of an earlier iteration this is; {@link #OWN_SUM} for a sum that
 *     the nest both adds to and reads; else {@link #ELSEWHERE}
 * @param distance how many iterations earlier, counted through all rows; 0 without a producing item
 */
public record Operand(Home home, int base, int rowStride, int stride, double literal, int producer, int distance) {

    /** The producer of what a nest does not compute, or computes in the same iteration. */
    static final int ELSEWHERE = -1;

    /** The producer of a sum that the nest both adds to and reads. */
    public static final int OWN_SUM = -2;

    /** What an operand is an element of. */
    public enum Home {
        /** The point; its adjoints are the result. */
        INPUT,
        /** The values that outlive their iteration; their adjoints and tangents have the same places. */
        SLOT,
        /** Constants that differ from iteration to iteration. */
        TABLE,
        /** A constant in the code. */
        LITERAL,
        /** An item of the same iteration. */
        BODY
    }

    public static Operand literal(double value) {
        return new Operand(Home.LITERAL, 0, 0, 0, value, ELSEWHERE, 0);
    }

    public static Operand body(int position) {
        return new Operand(Home.BODY, position, 0, 0, 0, ELSEWHERE, 0);
    }

    public static Operand element(Home home, int base, int rowStride, int stride) {
        return new Operand(home, base, rowStride, stride, 0, ELSEWHERE, 0);
    }

    /** The same element, computed by the item at a position of the same body some iterations earlier. */
    public Operand producedBy(int position, int iterationsEarlier) {
        return new Operand(home, base, rowStride, stride, literal, position, iterationsEarlier);
    }

    /** The same element, of a sum that the nest both adds to and reads. */
    public Operand asOwnSum() {
        return new Operand(home, base, rowStride, stride, literal, OWN_SUM, 0);
    }

    /** Whether another iteration of the same nest computes it, or adds to it. */
    public boolean isOwn() {
        return producer != ELSEWHERE;
    }

    /** Whether all iterations of a row use the same element. */
    public boolean isFixed() {
        return stride == 0;
    }

    public boolean isConstant() {
        return home == Home.TABLE || home == Home.LITERAL;
    }

    /** The smallest element that a nest touches. */
    public int lowest(int rows, int count) {
        return base + Math.min(0, rowStride * (rows - 1)) + Math.min(0, stride * (count - 1));
    }

    /** The largest element that a nest touches. */
    public int highest(int rows, int count) {
        return base + Math.max(0, rowStride * (rows - 1)) + Math.max(0, stride * (count - 1));
    }

    /** Whether the iterations of all rows, one after another, touch neighbouring elements. */
    public boolean isContiguous(int rows, int count) {
        return (count == 1 || stride == 1) && (rows == 1 || rowStride == count);
    }
}
