package dev.gradgap.verify.rounding;

import dev.gradgap.function.Arithmetic;
import dev.gradgap.function.BinaryElemental;
import dev.gradgap.function.Relation;
import dev.gradgap.function.UnaryElemental;
import dev.gradgap.graph.Operation;

/** Arithmetic on numbers that know a bound of their rounding error, and their derivatives by two variables. */
final class RunningErrors implements Arithmetic<RunningErrors.Number> {

    /** A number. */
    record Number(double value, double error, double byFirst, double bySecond) {}

    @Override
    public Number constant(double value) {
        return new Number(value, 0, 0, 0);
    }

    @Override
    public Number[] array(int length) {
        return new Number[length];
    }

    @Override
    public Number apply(UnaryElemental f, Number x) {
        return result(Operation.of(f), x, x);
    }

    @Override
    public Number apply(BinaryElemental f, Number x, Number y) {
        return result(Operation.of(f), x, y);
    }

    private static Number result(Operation operation, Number x, Number y) {
        LocalAnalysis local = new LocalAnalysis();
        local.analyse(operation, x.value, x.error, y.value, y.error, false);
        return new Number(
                local.value,
                local.valueRounding
                        + times(Math.abs(local.first) + local.firstRounding, x.error)
                        + times(Math.abs(local.second) + local.secondRounding, y.error),
                times(local.first, x.byFirst) + times(local.second, y.byFirst),
                times(local.first, x.bySecond) + times(local.second, y.bySecond));
    }

    /** A product to which a factor of 0 contributes nothing, whatever the other is. */
    private static double times(double x, double y) {
        return x == 0 || y == 0 ? 0 : x * y;
    }

    @Override
    public Number select(Relation relation, Number x, Number y, Number then, Number otherwise) {
        return relation.holds(x.value, y.value) ? then : otherwise;
    }
}
