package dev.gradgap.plain;

import dev.gradgap.function.Arithmetic;
import dev.gradgap.function.BinaryElemental;
import dev.gradgap.function.UnaryElemental;

/** Numbers that depend on inputs and know their value alone, told apart from constants by their type. */
final class ValueArithmetic implements Arithmetic<ValueArithmetic.Value> {

    record Value(double value) {}

    @Override
    public Value constant(double value) {
        return new Value(value);
    }

    @Override
    public Value[] array(int length) {
        return new Value[length];
    }

    @Override
    public Value apply(UnaryElemental f, Value x) {
        return new Value(f.value(x.value));
    }

    @Override
    public Value apply(BinaryElemental f, Value x, Value y) {
        return new Value(f.value(x.value, y.value));
    }

    @Override
    public double value(Value x) {
        return x.value;
    }
}
