package dev.gradgap.engine.reverse;

import dev.gradgap.engine.Engine;
import dev.gradgap.engine.Mode;
import dev.gradgap.engine.Operator;
import dev.gradgap.engine.ReverseDifferentiator;
import dev.gradgap.engine.Technology;
import dev.gradgap.function.DifferentiableFunction;
import java.util.OptionalLong;
import java.util.Set;

/** Reverse mode by running the function's own code on variables that record every operation on a {@link Tape}. */
public final class OverloadingReverse implements Engine {

    private static final int VARIABLE_BYTES = 28; // a TapeVariable and the reference to it
    private static final int OPERAND_BYTES = 12;

    @Override
    public String name() {
        return "overloading-reverse";
    }

    @Override
    public Technology technology() {
        return Technology.OVERLOADING;
    }

    @Override
    public Mode mode() {
        return Mode.REVERSE;
    }

    @Override
    public Set<Operator> operators() {
        return Set.of(
                Operator.PRIMAL,
                Operator.PREPARE,
                Operator.RECORD,
                Operator.PULLBACK,
                Operator.GRADIENT,
                Operator.JACOBIAN);
    }

    /**
     * Operations with one and a half operands on average, arrays a quarter longer than needed, an adjoint for each
     * variable, and a function that holds about one variable for each input or output at a time.
     */
    @Override
    public OptionalLong predictedBytes(long inputs, long outputs, long operations) {
        long tape = operations + OPERAND_BYTES * operations * 3 / 2;
        return OptionalLong.of(tape * 5 / 4 + 8 * (inputs + operations) + VARIABLE_BYTES * (inputs + outputs));
    }

    @Override
    public ReverseDifferentiator prepare(DifferentiableFunction function) {
        return new TapeDifferentiator(function);
    }
}
