package dev.gradgap.workload.program.maker;

import dev.gradgap.workload.program.Expression;
import dev.gradgap.workload.program.Expression.Location;
import dev.gradgap.workload.program.Index;

/**
 * An array or a scalar that a program being made may use.
 *
 * <p>Its numbers stay within {@code bound} in magnitude, and their gradients within half of it in the 1-norm. What is
 * assigned uses half of the bound. The rest is for accumulation: {@link #canAccumulate} says whether there is some left.
 */
final class Store {

    private static final int SHARES = 3;

    final int number;
    final boolean isArray;
    final double bound;
    private int spent;

    Store(int number, boolean isArray, double bound) {
        this.number = number;
        this.isArray = isArray;
        this.bound = bound;
    }

    /** The place in the store; a scalar ignores the index. */
    public Location at(Index index) {
        return isArray ? new Expression.Element(number, index) : new Expression.Scalar(number);
    }

    /** What an accumulation may add to a number of the store in all. */
    public double share() {
        return bound / 2 / SHARES;
    }

    public boolean canAccumulate() {
        return spent < SHARES;
    }

    public void accumulated() {
        spent++;
    }
}
