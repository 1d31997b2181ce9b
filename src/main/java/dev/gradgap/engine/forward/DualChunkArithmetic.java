package dev.gradgap.engine.forward;

import dev.gradgap.function.Arithmetic;
import dev.gradgap.graph.Operation;

/**
 * Arithmetic on dual numbers with w tangents: the value and the partials of an operation are computed once and applied
 * to every tangent, which is what vector forward mode gains over w scalar passes.
 */
final class DualChunkArithmetic implements Arithmetic<DualChunk> {

    private final double[] zeros;

    /** Arithmetic with a number of tangents w. */
    DualChunkArithmetic(int tangents) {
        zeros = new double[tangents];
    }

    @Override
    public DualChunk constant(double value) {
        return new DualChunk(value, zeros);
    }

    @Override
    public DualChunk[] array(int length) {
        return new DualChunk[length];
    }

    @Override
    public DualChunk add(DualChunk x, DualChunk y) {
        return binary(Operation.ADD, x, y);
    }

    @Override
    public DualChunk subtract(DualChunk x, DualChunk y) {
        return binary(Operation.SUBTRACT, x, y);
    }

    @Override
    public DualChunk multiply(DualChunk x, DualChunk y) {
        return binary(Operation.MULTIPLY, x, y);
    }

    @Override
    public DualChunk divide(DualChunk x, DualChunk y) {
        return binary(Operation.DIVIDE, x, y);
    }

    @Override
    public DualChunk add(DualChunk x, double y) {
        return withConstant(Operation.ADD, x, y);
    }

    @Override
    public DualChunk subtract(DualChunk x, double y) {
        return withConstant(Operation.SUBTRACT, x, y);
    }

    @Override
    public DualChunk multiply(DualChunk x, double y) {
        return withConstant(Operation.MULTIPLY, x, y);
    }

    @Override
    public DualChunk divide(DualChunk x, double y) {
        return withConstant(Operation.DIVIDE, x, y);
    }

    @Override
    public DualChunk subtract(double x, DualChunk y) {
        return withConstant(Operation.SUBTRACT, x, y);
    }

    @Override
    public DualChunk divide(double x, DualChunk y) {
        return withConstant(Operation.DIVIDE, x, y);
    }

    @Override
    public DualChunk pow(DualChunk x, double c) {
        return withConstant(Operation.POW_CONSTANT, x, c);
    }

    @Override
    public DualChunk pow(DualChunk x, DualChunk y) {
        return binary(Operation.POW, x, y);
    }

    @Override
    public DualChunk atan2(DualChunk y, DualChunk x) {
        return binary(Operation.ATAN2, y, x);
    }

    @Override
    public DualChunk max(DualChunk x, DualChunk y) {
        return binary(Operation.MAX, x, y);
    }

    @Override
    public DualChunk min(DualChunk x, DualChunk y) {
        return binary(Operation.MIN, x, y);
    }

    @Override
    public DualChunk hypot(DualChunk x, DualChunk y) {
        return binary(Operation.HYPOT, x, y);
    }

    @Override
    public DualChunk negate(DualChunk x) {
        return unary(Operation.NEGATE, x);
    }

    @Override
    public DualChunk reciprocal(DualChunk x) {
        return unary(Operation.RECIPROCAL, x);
    }

    @Override
    public DualChunk square(DualChunk x) {
        return unary(Operation.SQUARE, x);
    }

    @Override
    public DualChunk sqrt(DualChunk x) {
        return unary(Operation.SQRT, x);
    }

    @Override
    public DualChunk exp(DualChunk x) {
        return unary(Operation.EXP, x);
    }

    @Override
    public DualChunk expm1(DualChunk x) {
        return unary(Operation.EXPM1, x);
    }

    @Override
    public DualChunk log(DualChunk x) {
        return unary(Operation.LOG, x);
    }

    @Override
    public DualChunk log1p(DualChunk x) {
        return unary(Operation.LOG1P, x);
    }

    @Override
    public DualChunk sin(DualChunk x) {
        return unary(Operation.SIN, x);
    }

    @Override
    public DualChunk cos(DualChunk x) {
        return unary(Operation.COS, x);
    }

    @Override
    public DualChunk tan(DualChunk x) {
        return unary(Operation.TAN, x);
    }

    @Override
    public DualChunk asin(DualChunk x) {
        return unary(Operation.ASIN, x);
    }

    @Override
    public DualChunk acos(DualChunk x) {
        return unary(Operation.ACOS, x);
    }

    @Override
    public DualChunk atan(DualChunk x) {
        return unary(Operation.ATAN, x);
    }

    @Override
    public DualChunk sinh(DualChunk x) {
        return unary(Operation.SINH, x);
    }

    @Override
    public DualChunk cosh(DualChunk x) {
        return unary(Operation.COSH, x);
    }

    @Override
    public DualChunk tanh(DualChunk x) {
        return unary(Operation.TANH, x);
    }

    @Override
    public DualChunk sigmoid(DualChunk x) {
        return unary(Operation.SIGMOID, x);
    }

    @Override
    public DualChunk abs(DualChunk x) {
        return unary(Operation.ABS, x);
    }

    private static DualChunk unary(Operation operation, DualChunk x) {
        double value = operation.value(x.value, x.value);
        return scaled(value, operation.firstPartial(x.value, x.value, value), x.tangents);
    }

    private static DualChunk binary(Operation operation, DualChunk x, DualChunk y) {
        double value = operation.value(x.value, y.value);
        double firstPartial = operation.firstPartial(x.value, y.value, value);
        double secondPartial = operation.secondPartial(x.value, y.value, value);
        double[] tangents = new double[x.tangents.length];
        for (int t = 0; t < tangents.length; t++) {
            tangents[t] = firstPartial * x.tangents[t] + secondPartial * y.tangents[t];
        }
        return new DualChunk(value, tangents);
    }

    private static DualChunk withConstant(Operation operation, DualChunk x, double y) {
        double value = operation.value(x.value, y);
        return scaled(value, operation.firstPartial(x.value, y, value), x.tangents);
    }

    private static DualChunk withConstant(Operation operation, double x, DualChunk y) {
        double value = operation.value(x, y.value);
        return scaled(value, operation.secondPartial(x, y.value, value), y.tangents);
    }

    private static DualChunk scaled(double value, double partial, double[] operand) {
        double[] tangents = new double[operand.length];
        for (int t = 0; t < tangents.length; t++) {
            tangents[t] = partial * operand[t];
        }
        return new DualChunk(value, tangents);
    }
}
