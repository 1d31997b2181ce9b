package dev.gradgap.engine.reverse;

/**
 * A number that knows on which variable of the tape it depends, and by which factor: its derivative is the factor times
 * the derivative of that variable.
 *
 * <p>The factor saves statements. An operation with a single operand multiplies it by its partial and records nothing, so
 * that a whole chain of such operations reaches the tape as one product. The factor is the derivative that forward mode
 * would compute for the chain.
 *
 * <p>Source: C++ tapes find such chains within a statement by expression templates, R. J. Hogan, Fast reverse-mode
 * automatic differentiation using expression templates in C++, ACM TOMS 40(4), 2014; here a number carries them along, so
 * that they may cross statements.
 */
final class TapeVariable {

    /** Which input or statement of the {@link Tape} it depends on, or {@link Tape#CONSTANT}. */
    final int index;

    /** The derivative with respect to that variable; without meaning in a constant. */
    final double factor;

    final double value;

    TapeVariable(int index, double factor, double value) {
        this.index = index;
        this.factor = factor;
        this.value = value;
    }
}
