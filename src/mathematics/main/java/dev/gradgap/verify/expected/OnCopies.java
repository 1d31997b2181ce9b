package dev.gradgap.verify.expected;

import dev.gradgap.function.HandWrittenAdjoint;
import dev.gradgap.function.PlainFunction;

/**
 * A function's own code where it says what is right: it works on a copy of the point, so that code that writes to its point, as it must
 * not, does not make right engines wrong.
 */
public final class OnCopies {

    private OnCopies() {}

    /** The function. */
    public static PlainFunction of(PlainFunction plain) {
        return (x, y) -> plain.evaluate(x.clone(), y);
    }

    /** The adjoint. */
    public static HandWrittenAdjoint of(HandWrittenAdjoint adjoint) {
        return (x, weights, y, row) -> adjoint.pullback(x.clone(), weights.clone(), y, row);
    }
}
