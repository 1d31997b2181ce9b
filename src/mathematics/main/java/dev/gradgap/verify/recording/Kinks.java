package dev.gradgap.verify.recording;

import dev.gradgap.engine.CollectedOutputs;
import dev.gradgap.function.DifferentiableFunction;
import dev.gradgap.function.Inputs;
import dev.gradgap.verify.expected.Expected;
import dev.gradgap.verify.expected.Positions;
import dev.gradgap.verify.expected.Source;
import dev.gradgap.verify.expected.Weights;
import java.util.Arrays;

/**
 * Finds the kinks that a function has exactly at a point, where operands of max or min are equal, or an absolute value is
 * that of 0, and what its derivatives may be there: {@link Fan}. One evaluation a direction. Counts operations, too.
 */
final class Kinks {

    private static final double SMALL = 1e-3;

    private final DifferentiableFunction function;
    private final double[] x;
    private final CollectedOutputs<Fan> outputs;
    private final boolean found;
    private final long operations;
    private final double smallest;
    private final double magnitude;

    /**
     * Looks for kinks.
     *
     * @param any a direction in which all inputs move
     */
    Kinks(DifferentiableFunction function, double[] x, Weights any) {
        this.function = function;
        this.x = x;
        outputs = new CollectedOutputs<>(new Fan[function.outputs()]);
        Observed arithmetic = new Observed();
        outputs.evaluate(function, arithmetic, new Fans(x, any.toArray()));
        operations = arithmetic.operations;
        boolean kink = false;
        double value = 0;
        double largest = 0;
        for (int j = 0; j < outputs.size(); j++) {
            kink |= outputs.get(j).low() < outputs.get(j).high();
            value = Math.max(value, Math.abs(outputs.get(j).value()));
            largest = Math.max(largest, outputs.get(j).magnitude());
        }
        found = kink;
        magnitude = largest;
        double size = Arrays.stream(x).map(Math::abs).max().orElse(0);
        double derivative = Math.min(magnitude / Math.sqrt(x.length), value / (size == 0 ? 1 : size));
        smallest = Double.isFinite(derivative) ? SMALL * derivative : 0;
    }

    /** Whether there are any. */
    boolean found() {
        return found;
    }

    /**
     * How small a derivative is if it vanishes but for rounding: 0 by one order of operations is 10<sup>-17</sup> by another. A
     * thousandth of what there is before terms of both signs cancel, and of what a value of this size is thought to have.
     */
    double smallest() {
        return smallest;
    }

    /** How steep the function is where all inputs move: the largest derivative of an output, if no terms cancelled. */
    double magnitude() {
        return magnitude;
    }

    /** How many operations an evaluation takes. */
    long operations() {
        return operations;
    }

    /** The derivatives along a direction, with whatever they may be at a kink. */
    Expected along(Source by, Weights direction) {
        outputs.evaluate(function, new Observed(), new Fans(x, direction.toArray()));
        int m = outputs.size();
        double[] tangents = new double[m];
        double[] low = new double[m];
        double[] high = new double[m];
        boolean[] between = new boolean[m];
        for (int j = 0; j < m; j++) {
            tangents[j] = outputs.get(j).tangent();
            low[j] = outputs.get(j).low();
            high[j] = outputs.get(j).high();
            between[j] = outputs.get(j).kinks() > 1;
        }
        return new Expected(by, Positions.upTo(m), tangents, new double[m], low, high, between);
    }

    private static final class Observed extends ObservedArithmetic<Fan> {

        private long operations;

        Observed() {
            super(new Fan.Arithmetic());
        }

        @Override
        Fan seen(Fan result) {
            operations++;
            return result;
        }

        @Override
        public Fan max(Fan x, Fan y) {
            return x.value() == y.value() ? seen(x.or(y)) : super.max(x, y);
        }

        @Override
        public Fan min(Fan x, Fan y) {
            return x.value() == y.value() ? seen(x.or(y)) : super.min(x, y);
        }

        @Override
        public Fan abs(Fan x) {
            return x.value() == 0 ? seen(Fan.pointed(0, x.steepest(), x.kinks())) : super.abs(x);
        }

        @Override
        public Fan hypot(Fan x, Fan y) {
            return x.value() == 0 && y.value() == 0
                    ? seen(Fan.pointed(0, Math.hypot(x.steepest(), y.steepest()), x.kinks() + y.kinks()))
                    : super.hypot(x, y);
        }
    }

    private static final class Fans implements Inputs<Fan> {

        private final double[] x;
        private final double[] v;

        Fans(double[] x, double[] v) {
            this.x = x;
            this.v = v;
        }

        @Override
        public int size() {
            return x.length;
        }

        @Override
        public Fan get(int i) {
            return Fan.of(x[i], v[i]);
        }
    }
}
