package dev.gradgap.engine.forward;

import dev.gradgap.function.Arithmetic;
import dev.gradgap.graph.Operation;

/**
 * Arithmetic on dual numbers by the chain rule: the tangent of φ(x, y) is ∂φ/∂x times the tangent of x plus ∂φ/∂y times
 * the tangent of y.
 *
 * <p>Each method names its operation as a constant, so that the value and the partials are inlined from {@link
 * Operation}, their only definition.
 */
final class DualArithmetic implements Arithmetic<Dual> {

    @Override
    public Dual constant(double value) {
        return new Dual(value, 0);
    }

    @Override
    public Dual[] array(int length) {
        return new Dual[length];
    }

    @Override
    public Dual add(Dual x, Dual y) {
        return binary(Operation.ADD, x, y);
    }

    @Override
    public Dual subtract(Dual x, Dual y) {
        return binary(Operation.SUBTRACT, x, y);
    }

    @Override
    public Dual multiply(Dual x, Dual y) {
        return binary(Operation.MULTIPLY, x, y);
    }

    @Override
    public Dual divide(Dual x, Dual y) {
        return binary(Operation.DIVIDE, x, y);
    }

    @Override
    public Dual add(Dual x, double y) {
        return withConstant(Operation.ADD, x, y);
    }

    @Override
    public Dual subtract(Dual x, double y) {
        return withConstant(Operation.SUBTRACT, x, y);
    }

    @Override
    public Dual multiply(Dual x, double y) {
        return withConstant(Operation.MULTIPLY, x, y);
    }

    @Override
    public Dual divide(Dual x, double y) {
        return withConstant(Operation.DIVIDE, x, y);
    }

    @Override
    public Dual subtract(double x, Dual y) {
        return withConstant(Operation.SUBTRACT, x, y);
    }

    @Override
    public Dual divide(double x, Dual y) {
        return withConstant(Operation.DIVIDE, x, y);
    }

    @Override
    public Dual pow(Dual x, double c) {
        return withConstant(Operation.POW_CONSTANT, x, c);
    }

    @Override
    public Dual pow(Dual x, Dual y) {
        return binary(Operation.POW, x, y);
    }

    @Override
    public Dual atan2(Dual y, Dual x) {
        return binary(Operation.ATAN2, y, x);
    }

    @Override
    public Dual max(Dual x, Dual y) {
        return binary(Operation.MAX, x, y);
    }

    @Override
    public Dual min(Dual x, Dual y) {
        return binary(Operation.MIN, x, y);
    }

    @Override
    public Dual hypot(Dual x, Dual y) {
        return binary(Operation.HYPOT, x, y);
    }

    @Override
    public Dual negate(Dual x) {
        return unary(Operation.NEGATE, x);
    }

    @Override
    public Dual reciprocal(Dual x) {
        return unary(Operation.RECIPROCAL, x);
    }

    @Override
    public Dual square(Dual x) {
        return unary(Operation.SQUARE, x);
    }

    @Override
    public Dual sqrt(Dual x) {
        return unary(Operation.SQRT, x);
    }

    @Override
    public Dual exp(Dual x) {
        return unary(Operation.EXP, x);
    }

    @Override
    public Dual expm1(Dual x) {
        return unary(Operation.EXPM1, x);
    }

    @Override
    public Dual log(Dual x) {
        return unary(Operation.LOG, x);
    }

    @Override
    public Dual log1p(Dual x) {
        return unary(Operation.LOG1P, x);
    }

    @Override
    public Dual sin(Dual x) {
        return unary(Operation.SIN, x);
    }

    @Override
    public Dual cos(Dual x) {
        return unary(Operation.COS, x);
    }

    @Override
    public Dual tan(Dual x) {
        return unary(Operation.TAN, x);
    }

    @Override
    public Dual asin(Dual x) {
        return unary(Operation.ASIN, x);
    }

    @Override
    public Dual acos(Dual x) {
        return unary(Operation.ACOS, x);
    }

    @Override
    public Dual atan(Dual x) {
        return unary(Operation.ATAN, x);
    }

    @Override
    public Dual sinh(Dual x) {
        return unary(Operation.SINH, x);
    }

    @Override
    public Dual cosh(Dual x) {
        return unary(Operation.COSH, x);
    }

    @Override
    public Dual tanh(Dual x) {
        return unary(Operation.TANH, x);
    }

    @Override
    public Dual sigmoid(Dual x) {
        return unary(Operation.SIGMOID, x);
    }

    @Override
    public Dual abs(Dual x) {
        return unary(Operation.ABS, x);
    }

    private static Dual unary(Operation operation, Dual x) {
        double value = operation.value(x.value(), x.value());
        return new Dual(value, operation.firstPartial(x.value(), x.value(), value) * x.tangent());
    }

    private static Dual binary(Operation operation, Dual x, Dual y) {
        double value = operation.value(x.value(), y.value());
        return new Dual(
                value,
                operation.firstPartial(x.value(), y.value(), value) * x.tangent()
                        + operation.secondPartial(x.value(), y.value(), value) * y.tangent());
    }

    private static Dual withConstant(Operation operation, Dual x, double y) {
        double value = operation.value(x.value(), y);
        return new Dual(value, operation.firstPartial(x.value(), y, value) * x.tangent());
    }

    private static Dual withConstant(Operation operation, double x, Dual y) {
        double value = operation.value(x, y.value());
        return new Dual(value, operation.secondPartial(x, y.value(), value) * y.tangent());
    }
}
