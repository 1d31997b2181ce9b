package dev.gradgap.graph;

import dev.gradgap.function.Arithmetic;

/** Arithmetic on plain doubles (boxed): what a function computes, without derivatives. For checking, not for timing. */
public final class DoubleArithmetic implements Arithmetic<Double> {

    @Override
    public Double constant(double value) {
        return value;
    }

    @Override
    public Double[] array(int length) {
        return new Double[length];
    }

    @Override
    public Double pow(Double x, double c) {
        return Operation.POW_CONSTANT.value(x, c);
    }

    @Override
    public Double pow(Double x, Double y) {
        return Operation.POW.value(x, y);
    }

    @Override
    public Double add(Double x, Double y) {
        return Operation.ADD.value(x, y);
    }

    @Override
    public Double subtract(Double x, Double y) {
        return Operation.SUBTRACT.value(x, y);
    }

    @Override
    public Double multiply(Double x, Double y) {
        return Operation.MULTIPLY.value(x, y);
    }

    @Override
    public Double divide(Double x, Double y) {
        return Operation.DIVIDE.value(x, y);
    }

    @Override
    public Double atan2(Double y, Double x) {
        return Operation.ATAN2.value(y, x);
    }

    @Override
    public Double max(Double x, Double y) {
        return Operation.MAX.value(x, y);
    }

    @Override
    public Double min(Double x, Double y) {
        return Operation.MIN.value(x, y);
    }

    @Override
    public Double hypot(Double x, Double y) {
        return Operation.HYPOT.value(x, y);
    }

    @Override
    public Double negate(Double x) {
        return Operation.NEGATE.value(x, x);
    }

    @Override
    public Double reciprocal(Double x) {
        return Operation.RECIPROCAL.value(x, x);
    }

    @Override
    public Double square(Double x) {
        return Operation.SQUARE.value(x, x);
    }

    @Override
    public Double sqrt(Double x) {
        return Operation.SQRT.value(x, x);
    }

    @Override
    public Double exp(Double x) {
        return Operation.EXP.value(x, x);
    }

    @Override
    public Double expm1(Double x) {
        return Operation.EXPM1.value(x, x);
    }

    @Override
    public Double log(Double x) {
        return Operation.LOG.value(x, x);
    }

    @Override
    public Double log1p(Double x) {
        return Operation.LOG1P.value(x, x);
    }

    @Override
    public Double sin(Double x) {
        return Operation.SIN.value(x, x);
    }

    @Override
    public Double cos(Double x) {
        return Operation.COS.value(x, x);
    }

    @Override
    public Double tan(Double x) {
        return Operation.TAN.value(x, x);
    }

    @Override
    public Double asin(Double x) {
        return Operation.ASIN.value(x, x);
    }

    @Override
    public Double acos(Double x) {
        return Operation.ACOS.value(x, x);
    }

    @Override
    public Double atan(Double x) {
        return Operation.ATAN.value(x, x);
    }

    @Override
    public Double sinh(Double x) {
        return Operation.SINH.value(x, x);
    }

    @Override
    public Double cosh(Double x) {
        return Operation.COSH.value(x, x);
    }

    @Override
    public Double tanh(Double x) {
        return Operation.TANH.value(x, x);
    }

    @Override
    public Double sigmoid(Double x) {
        return Operation.SIGMOID.value(x, x);
    }

    @Override
    public Double abs(Double x) {
        return Operation.ABS.value(x, x);
    }
}
