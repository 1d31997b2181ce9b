package dev.gradgap.engine.library;

import dev.gradgap.function.Angles;
import dev.gradgap.function.Arithmetic;
import dev.gradgap.function.BinaryElemental;
import dev.gradgap.function.Choices;
import dev.gradgap.function.Elemental;
import dev.gradgap.function.Powers;
import dev.gradgap.function.UnaryElemental;
import org.apache.commons.math3.analysis.differentiation.DerivativeStructure;

/**
 * Arithmetic on Commons Math's derivative structures of order 1: the library's own operation wherever it has one and
 * agrees with the conventions of {@link Arithmetic}. Otherwise the number is composed from the value and the partials
 * in {@link Elemental}, through the library's own composition.
 */
final class DerivativeStructureArithmetic implements Arithmetic<DerivativeStructure> {

    private static final int ORDER = 1;

    private final int tangents;

    /** Arithmetic on structures with a number of free parameters, in the library's words. */
    DerivativeStructureArithmetic(int tangents) {
        this.tangents = tangents;
    }

    @Override
    public DerivativeStructure constant(double value) {
        return new DerivativeStructure(tangents, ORDER, value);
    }

    @Override
    public DerivativeStructure[] array(int length) {
        return new DerivativeStructure[length];
    }

    /**
     * Composed: what the library has none of, such as the square and the sigmoid, or has with too few digits. It takes 1 - x²
     * of arc sine and arc cosine from the rounded square, which has few digits near 1, and the derivative 1 - tanh² from the
     * rounded value, which has none where it is small.
     */
    @Override
    public DerivativeStructure apply(UnaryElemental f, DerivativeStructure x) {
        double value = f.value(x.getValue());
        return x.compose(value, f.partial(x.getValue(), value));
    }

    /** Composed, as {@code hypot} is: the library drops the smaller leg's derivative where its square would not change the value. */
    @Override
    public DerivativeStructure apply(BinaryElemental f, DerivativeStructure x, DerivativeStructure y) {
        double value = f.value(x.getValue(), y.getValue());
        return x.compose(value, f.firstPartial(x.getValue(), y.getValue(), value))
                .add(y.compose(0, f.secondPartial(x.getValue(), y.getValue(), value)));
    }

    @Override
    public double value(DerivativeStructure x) {
        return x.getValue();
    }

    @Override
    public DerivativeStructure add(DerivativeStructure x, DerivativeStructure y) {
        return x.add(y);
    }

    @Override
    public DerivativeStructure subtract(DerivativeStructure x, DerivativeStructure y) {
        return x.subtract(y);
    }

    @Override
    public DerivativeStructure multiply(DerivativeStructure x, DerivativeStructure y) {
        return x.multiply(y);
    }

    @Override
    public DerivativeStructure divide(DerivativeStructure x, DerivativeStructure y) {
        return x.divide(y);
    }

    @Override
    public DerivativeStructure add(DerivativeStructure x, double y) {
        return x.add(y);
    }

    @Override
    public DerivativeStructure subtract(DerivativeStructure x, double y) {
        return x.subtract(y);
    }

    @Override
    public DerivativeStructure subtract(double x, DerivativeStructure y) {
        return y.negate().add(x);
    }

    @Override
    public DerivativeStructure multiply(DerivativeStructure x, double y) {
        return x.multiply(y);
    }

    @Override
    public DerivativeStructure divide(DerivativeStructure x, double y) {
        return x.divide(y);
    }

    @Override
    public DerivativeStructure divide(double x, DerivativeStructure y) {
        return y.reciprocal().multiply(x);
    }

    @Override
    public DerivativeStructure negate(DerivativeStructure x) {
        return x.negate();
    }

    @Override
    public DerivativeStructure reciprocal(DerivativeStructure x) {
        return x.reciprocal();
    }

    /** The library has no square. */
    @Override
    public DerivativeStructure square(DerivativeStructure x) {
        return x.multiply(x);
    }

    @Override
    public DerivativeStructure sqrt(DerivativeStructure x) {
        return x.getValue() == 0 ? apply(Powers.SQRT, x) : x.sqrt();
    }

    /** The library's derivative of every power is 0 at 0, that of the first power included. */
    @Override
    public DerivativeStructure pow(DerivativeStructure x, double c) {
        if (x.getValue() != 0) {
            return x.pow(c);
        }
        double value = Powers.POW_CONSTANT.value(0, c);
        return x.compose(value, Powers.POW_CONSTANT.firstPartial(0, c, value));
    }

    /** The library computes exp(y log x), which has no value at x ≤ 0. */
    @Override
    public DerivativeStructure pow(DerivativeStructure x, DerivativeStructure y) {
        return x.getValue() > 0 ? x.pow(y) : apply(Powers.POW, x, y);
    }

    @Override
    public DerivativeStructure exp(DerivativeStructure x) {
        return x.exp();
    }

    @Override
    public DerivativeStructure expm1(DerivativeStructure x) {
        return x.expm1();
    }

    @Override
    public DerivativeStructure log(DerivativeStructure x) {
        return x.log();
    }

    @Override
    public DerivativeStructure log1p(DerivativeStructure x) {
        return x.log1p();
    }

    @Override
    public DerivativeStructure sin(DerivativeStructure x) {
        return x.sin();
    }

    @Override
    public DerivativeStructure cos(DerivativeStructure x) {
        return x.cos();
    }

    @Override
    public DerivativeStructure tan(DerivativeStructure x) {
        return x.tan();
    }

    @Override
    public DerivativeStructure atan(DerivativeStructure x) {
        return x.atan();
    }

    @Override
    public DerivativeStructure atan2(DerivativeStructure y, DerivativeStructure x) {
        return y.getValue() == 0 && x.getValue() == 0 ? apply(Angles.ATAN2, y, x) : DerivativeStructure.atan2(y, x);
    }

    @Override
    public DerivativeStructure sinh(DerivativeStructure x) {
        return x.sinh();
    }

    @Override
    public DerivativeStructure cosh(DerivativeStructure x) {
        return x.cosh();
    }

    @Override
    public DerivativeStructure abs(DerivativeStructure x) {
        return x.getValue() == 0 ? apply(Choices.ABS, x) : x.abs();
    }

    @Override
    public DerivativeStructure max(DerivativeStructure x, DerivativeStructure y) {
        return x.getValue() >= y.getValue() || Double.isNaN(x.getValue()) ? x : y;
    }

    @Override
    public DerivativeStructure min(DerivativeStructure x, DerivativeStructure y) {
        return x.getValue() <= y.getValue() || Double.isNaN(x.getValue()) ? x : y;
    }
}
