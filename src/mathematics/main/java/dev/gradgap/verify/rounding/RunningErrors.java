package dev.gradgap.verify.rounding;

import dev.gradgap.function.Arithmetic;
import dev.gradgap.function.BinaryElemental;
import dev.gradgap.function.UnaryElemental;
import dev.gradgap.graph.Operation;

/** Arithmetic on numbers that know a bound of their rounding error, and their derivatives by two variables. */
final class RunningErrors implements Arithmetic<RunningErrors.Rounded> {

    /** A number. */
    record Rounded(double value, double error, double byFirst, double bySecond) {}

    @Override
    public Rounded constant(double value) {
        return new Rounded(value, 0, 0, 0);
    }

    @Override
    public Rounded[] array(int length) {
        return new Rounded[length];
    }

    @Override
    public Rounded apply(UnaryElemental f, Rounded x) {
        return result(Operation.of(f), x, x);
    }

    @Override
    public Rounded apply(BinaryElemental f, Rounded x, Rounded y) {
        return result(Operation.of(f), x, y);
    }

    private static Rounded result(Operation operation, Rounded x, Rounded y) {
        LocalAnalysis local = new LocalAnalysis();
        local.analyse(operation, x.value, x.error, y.value, y.error, false);
        return new Rounded(
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
    public double value(Rounded x) {
        return x.value;
    }
}
