package dev.gradgap.engine.reverse;

import dev.gradgap.engine.ChainRuleArithmetic;

/**
 * Arithmetic on variables of a {@link Tape}, which records an operation where two variables of the tape meet, and only
 * there. With one operand, with a constant, or with two operands that depend on the same variable of the tape, the result
 * depends on no other, and its factor says how.
 */
final class TapeArithmetic extends ChainRuleArithmetic<TapeVariable> {

    private final Tape tape;

    TapeArithmetic(Tape tape) {
        this.tape = tape;
    }

    @Override
    public TapeVariable constant(double value) {
        return new TapeVariable(Tape.CONSTANT, 0, value);
    }

    @Override
    public TapeVariable[] array(int length) {
        return new TapeVariable[length];
    }

    @Override
    public double value(TapeVariable x) {
        return x.value;
    }

    @Override
    protected TapeVariable result(double value, double p, TapeVariable x) {
        return new TapeVariable(x.index, p * x.factor, value);
    }

    /** Makes its result in a single place, because escape analysis gives up where several allocations meet. */
    @Override
    protected TapeVariable result(double value, double p, TapeVariable x, double q, TapeVariable y) {
        double first = p * x.factor;
        double second = q * y.factor;
        int index;
        double factor;
        if (x.index == y.index) {
            index = x.index;
            factor = first + second;
        } else if (y.index == Tape.CONSTANT) {
            index = x.index;
            factor = first;
        } else if (x.index == Tape.CONSTANT) {
            index = y.index;
            factor = second;
        } else {
            index = tape.record(first, x.index, second, y.index);
            factor = 1;
        }
        return new TapeVariable(index, factor, value);
    }
}
