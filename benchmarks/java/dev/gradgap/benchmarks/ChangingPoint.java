package dev.gradgap.benchmarks;

import java.util.function.DoubleUnaryOperator;

/**
 * The point of successive calls. Each call's point depends on the result before, to which zero times is added, so that no call can begin
 * before the last has ended; and it differs from the points of the calls before in its first coordinate, so that an engine that
 * returns what it had because the point is the same gains nothing.
 *
 * <p>The coordinate takes {@value #POINTS} values in turn, from its own to one a millionth of it away: so near that the function does the
 * same there, and every one another number. That one coordinate changes and not all keeps the cost away from the engine: a few
 * instructions that wait for no result, and no memory but the point's own. Points of their own would be read from
 * memory by a function of a million inputs, and so be measured.
 */
final class ChangingPoint {

    private static final int POINTS = 1 << 10;
    private static final double REACH = 0x1p-20; // of the coordinate's size

    private final double[] x;
    private final double first;
    private double step; // 0: the point stays
    private int turn;

    /** A point that stays as it is, until it is told to change. */
    ChangingPoint(double[] x) {
        this.x = x;
        first = x[0];
    }

    /** The array, which is always the same. */
    double[] array() {
        return x;
    }

    /**
     * From now on the point changes: upwards, or if the function is not finite there downwards. If it is not finite to either
     * side, as at a single point, the point stays.
     *
     * @param result of a call at this point whose first coordinate is as given
     */
    void change(DoubleUnaryOperator result) {
        double far = REACH * scale();
        step = 0;
        if (isFinite(result, far)) {
            step = far / POINTS;
        } else if (isFinite(result, -far)) {
            step = -far / POINTS;
        }
        restore();
    }

    /** The size of the first coordinate; if that is 0, of the largest; if all are, 1. */
    private double scale() {
        double largest = Math.abs(first);
        for (int i = 1; i < x.length && first == 0; i++) {
            largest = Math.max(largest, Math.abs(x[i]));
        }
        return largest == 0 ? 1 : largest;
    }

    private boolean isFinite(DoubleUnaryOperator result, double far) {
        return Double.isFinite(result.applyAsDouble(first + far))
                && Double.isFinite(result.applyAsDouble(first + far / POINTS));
    }

    /** Whether successive points differ. */
    boolean changes() {
        return step != 0;
    }

    /** The next call's point, which has to wait for this call's result. */
    double next(double result) {
        turn = (turn + 1) & (POINTS - 1);
        x[0] = first + turn * step + 0.0 * result; // in this order: only the last addition waits
        return result;
    }

    /** The same point again, which has to wait for this call's result. */
    double same(double result) {
        x[0] = first + 0.0 * result;
        return result;
    }

    /** As it was at first. */
    void restore() {
        x[0] = first;
        turn = 0;
    }
}
