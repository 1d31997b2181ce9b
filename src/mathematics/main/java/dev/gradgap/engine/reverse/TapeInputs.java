package dev.gradgap.engine.reverse;

import dev.gradgap.function.Inputs;

/** Inputs as variables of a tape, made when they are read. */
final class TapeInputs implements Inputs<TapeVariable> {

    private final double[] x;
    private final boolean active;

    private TapeInputs(double[] x, boolean active) {
        this.x = x;
        this.active = active;
    }

    /** Inputs whose uses are recorded: input i is variable i of the tape. */
    static TapeInputs active(double[] x) {
        return new TapeInputs(x, true);
    }

    /** Inputs that are constants to the tape, so that an evaluation records nothing. */
    static TapeInputs passive(double[] x) {
        return new TapeInputs(x, false);
    }

    @Override
    public int size() {
        return x.length;
    }

    @Override
    public TapeVariable get(int i) {
        return new TapeVariable(active ? i : Tape.CONSTANT, 1, x[i]);
    }
}
