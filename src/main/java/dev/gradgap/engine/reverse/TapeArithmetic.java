package dev.gradgap.engine.reverse;

import dev.gradgap.function.Arithmetic;
import dev.gradgap.graph.Operation;

/**
 * Arithmetic on variables that records every operation on a {@link Tape} with its local partials. What depends on no
 * input is computed and not recorded.
 */
final class TapeArithmetic implements Arithmetic<TapeVariable> {

    private final Tape tape;

    TapeArithmetic(Tape tape) {
        this.tape = tape;
    }

    @Override
    public TapeVariable constant(double value) {
        return new TapeVariable(Tape.CONSTANT, value);
    }

    @Override
    public TapeVariable[] array(int length) {
        return new TapeVariable[length];
    }

    @Override
    public TapeVariable add(TapeVariable x, TapeVariable y) {
        return binary(Operation.ADD, x, y);
    }

    @Override
    public TapeVariable subtract(TapeVariable x, TapeVariable y) {
        return binary(Operation.SUBTRACT, x, y);
    }

    @Override
    public TapeVariable multiply(TapeVariable x, TapeVariable y) {
        return binary(Operation.MULTIPLY, x, y);
    }

    @Override
    public TapeVariable divide(TapeVariable x, TapeVariable y) {
        return binary(Operation.DIVIDE, x, y);
    }

    @Override
    public TapeVariable add(TapeVariable x, double y) {
        return withConstant(Operation.ADD, x, y);
    }

    @Override
    public TapeVariable subtract(TapeVariable x, double y) {
        return withConstant(Operation.SUBTRACT, x, y);
    }

    @Override
    public TapeVariable multiply(TapeVariable x, double y) {
        return withConstant(Operation.MULTIPLY, x, y);
    }

    @Override
    public TapeVariable divide(TapeVariable x, double y) {
        return withConstant(Operation.DIVIDE, x, y);
    }

    @Override
    public TapeVariable subtract(double x, TapeVariable y) {
        return withConstant(Operation.SUBTRACT, x, y);
    }

    @Override
    public TapeVariable divide(double x, TapeVariable y) {
        return withConstant(Operation.DIVIDE, x, y);
    }

    @Override
    public TapeVariable pow(TapeVariable x, double c) {
        return withConstant(Operation.POW_CONSTANT, x, c);
    }

    @Override
    public TapeVariable pow(TapeVariable x, TapeVariable y) {
        return binary(Operation.POW, x, y);
    }

    @Override
    public TapeVariable atan2(TapeVariable y, TapeVariable x) {
        return binary(Operation.ATAN2, y, x);
    }

    @Override
    public TapeVariable max(TapeVariable x, TapeVariable y) {
        return binary(Operation.MAX, x, y);
    }

    @Override
    public TapeVariable min(TapeVariable x, TapeVariable y) {
        return binary(Operation.MIN, x, y);
    }

    @Override
    public TapeVariable hypot(TapeVariable x, TapeVariable y) {
        return binary(Operation.HYPOT, x, y);
    }

    @Override
    public TapeVariable negate(TapeVariable x) {
        return unary(Operation.NEGATE, x);
    }

    @Override
    public TapeVariable reciprocal(TapeVariable x) {
        return unary(Operation.RECIPROCAL, x);
    }

    @Override
    public TapeVariable square(TapeVariable x) {
        return unary(Operation.SQUARE, x);
    }

    @Override
    public TapeVariable sqrt(TapeVariable x) {
        return unary(Operation.SQRT, x);
    }

    @Override
    public TapeVariable exp(TapeVariable x) {
        return unary(Operation.EXP, x);
    }

    @Override
    public TapeVariable expm1(TapeVariable x) {
        return unary(Operation.EXPM1, x);
    }

    @Override
    public TapeVariable log(TapeVariable x) {
        return unary(Operation.LOG, x);
    }

    @Override
    public TapeVariable log1p(TapeVariable x) {
        return unary(Operation.LOG1P, x);
    }

    @Override
    public TapeVariable sin(TapeVariable x) {
        return unary(Operation.SIN, x);
    }

    @Override
    public TapeVariable cos(TapeVariable x) {
        return unary(Operation.COS, x);
    }

    @Override
    public TapeVariable tan(TapeVariable x) {
        return unary(Operation.TAN, x);
    }

    @Override
    public TapeVariable asin(TapeVariable x) {
        return unary(Operation.ASIN, x);
    }

    @Override
    public TapeVariable acos(TapeVariable x) {
        return unary(Operation.ACOS, x);
    }

    @Override
    public TapeVariable atan(TapeVariable x) {
        return unary(Operation.ATAN, x);
    }

    @Override
    public TapeVariable sinh(TapeVariable x) {
        return unary(Operation.SINH, x);
    }

    @Override
    public TapeVariable cosh(TapeVariable x) {
        return unary(Operation.COSH, x);
    }

    @Override
    public TapeVariable tanh(TapeVariable x) {
        return unary(Operation.TANH, x);
    }

    @Override
    public TapeVariable sigmoid(TapeVariable x) {
        return unary(Operation.SIGMOID, x);
    }

    @Override
    public TapeVariable abs(TapeVariable x) {
        return unary(Operation.ABS, x);
    }

    private TapeVariable unary(Operation operation, TapeVariable x) {
        double value = operation.value(x.value, x.value);
        int index = x.index == Tape.CONSTANT
                ? Tape.CONSTANT
                : tape.record(operation.firstPartial(x.value, x.value, value), x.index);
        return new TapeVariable(index, value);
    }

    private TapeVariable binary(Operation operation, TapeVariable x, TapeVariable y) {
        if (y.index == Tape.CONSTANT) {
            return withConstant(operation, x, y.value);
        }
        if (x.index == Tape.CONSTANT) {
            return withConstant(operation, x.value, y);
        }
        double value = operation.value(x.value, y.value);
        int index = tape.record(
                operation.firstPartial(x.value, y.value, value),
                x.index,
                operation.secondPartial(x.value, y.value, value),
                y.index);
        return new TapeVariable(index, value);
    }

    private TapeVariable withConstant(Operation operation, TapeVariable x, double y) {
        double value = operation.value(x.value, y);
        int index = x.index == Tape.CONSTANT
                ? Tape.CONSTANT
                : tape.record(operation.firstPartial(x.value, y, value), x.index);
        return new TapeVariable(index, value);
    }

    private TapeVariable withConstant(Operation operation, double x, TapeVariable y) {
        double value = operation.value(x, y.value);
        int index = y.index == Tape.CONSTANT
                ? Tape.CONSTANT
                : tape.record(operation.secondPartial(x, y.value, value), y.index);
        return new TapeVariable(index, value);
    }
}
