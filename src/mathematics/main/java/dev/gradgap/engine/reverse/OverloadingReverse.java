package dev.gradgap.engine.reverse;

import dev.gradgap.engine.ReverseDifferentiator;
import dev.gradgap.engine.ReverseEngine;
import dev.gradgap.engine.Technology;
import dev.gradgap.function.DifferentiableFunction;
import java.util.OptionalLong;

/** Reverse mode by running the function's own code on variables that record on a {@link Tape} how they depend. */
public final class OverloadingReverse implements ReverseEngine {

    private static final int STATEMENT_BYTES = 32; // on the tape, and the adjoint of its result
    private static final int OUTPUT_BYTES = 48; // a TapeVariable and the reference to it, its index and its factor

    @Override
    public Technology technology() {
        return Technology.OVERLOADING;
    }

    /**
     * At least a statement for every input but one, where they are joined; of the other operations, those with a single
     * operand take none, which is assumed of half of them. The variables of the function itself are not counted.
     */
    @Override
    public OptionalLong predictedBytes(long inputs, long outputs, long operations) {
        long statements = Math.min(operations, (inputs + operations) / 2);
        return OptionalLong.of(STATEMENT_BYTES * statements + 8 * inputs + OUTPUT_BYTES * outputs);
    }

    @Override
    public ReverseDifferentiator prepare(DifferentiableFunction function) {
        return new TapeDifferentiator(function);
    }
}
