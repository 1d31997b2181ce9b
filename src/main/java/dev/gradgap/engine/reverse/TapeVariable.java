package dev.gradgap.engine.reverse;

/** A number that knows where on the tape it was computed. */
final class TapeVariable {

    /** Which input or statement of the {@link Tape} it is, or {@link Tape#CONSTANT}. */
    final int index;

    final double value;

    TapeVariable(int index, double value) {
        this.index = index;
        this.value = value;
    }
}
