package dev.gradgap.engine.compiled.plan;

import dev.gradgap.function.Elemental;
import dev.gradgap.graph.Operation;
import dev.gradgap.graph.PartialReads;

/** What the partials of an operation are, and what it costs to compute a value again. */
public final class Partials {

    private Partials() {}

    /** Whether all partials are 1 or -1. */
    public static boolean areUnits(Operation operation) {
        return isUnit(operation, false) && (operation.arity() == 1 || isUnit(operation, true));
    }

    private static boolean isUnit(Operation operation, boolean second) {
        boolean isConstant = PartialReads.of(operation, !second, second) == 0;
        return isConstant && Math.abs(ofNothing(operation, second)) == 1;
    }

    /** A partial that reads nothing. */
    private static double ofNothing(Operation operation, boolean second) {
        return second ? operation.secondPartial(0, 0, 0) : operation.firstPartial(0, 0, 0);
    }

    /** Whether the partial by one operand is -1 rather than 1, if they are units. */
    public static boolean isNegative(Operation operation, boolean second) {
        return isUnit(operation, second) && !PartialReads.isOne(operation, second);
    }

    /** Whether the partials of the wanted operands are computed from some of {@link PartialReads}. */
    static boolean read(int what, Operation operation, boolean wantFirst, boolean wantSecond) {
        return (PartialReads.of(operation, wantFirst, wantSecond) & what) != 0;
    }

    /** Whether computing a value again costs less than keeping it in memory. */
    static boolean isCheap(Operation operation) {
        return operation.elemental().cost() != Elemental.Cost.FUNCTION;
    }
}
