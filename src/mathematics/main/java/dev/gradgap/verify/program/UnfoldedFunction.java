package dev.gradgap.verify.program;

import dev.gradgap.function.Arithmetic;
import dev.gradgap.function.BinaryElemental;
import dev.gradgap.function.DifferentiableFunction;
import dev.gradgap.function.Inputs;
import dev.gradgap.function.Outputs;
import dev.gradgap.function.UnaryElemental;
import java.util.HashMap;
import java.util.Map;

/**
 * A function whose constants depend on one more input, so that a tracer computes nothing of them beforehand: what is
 * computed from constants alone is rounded as well, by every engine in its own way, and belongs into an error analysis.
 *
 * <p>A constant c is max(c, b), where the added input b is {@link #BELOW_ALL}: exact, and without influence on any
 * derivative.
 */
record UnfoldedFunction(DifferentiableFunction function) implements DifferentiableFunction {

    /** The value of the added input, the last. */
    static final double BELOW_ALL = -Double.MAX_VALUE;

    @Override
    public int inputs() {
        return function.inputs() + 1;
    }

    @Override
    public int outputs() {
        return function.outputs();
    }

    @Override
    public <T> void evaluate(Arithmetic<T> a, Inputs<T> x, Outputs<T> y) {
        function.evaluate(new Unfolding<>(a, x.get(function.inputs())), new FirstInputs<>(x), y);
    }

    private record FirstInputs<T>(Inputs<T> all) implements Inputs<T> {

        @Override
        public int size() {
            return all.size() - 1;
        }

        @Override
        public T get(int i) {
            return all.get(i);
        }
    }

    /** Arithmetic on constants that are no constants; the methods with plain doubles come to {@link #constant}. */
    private static final class Unfolding<T> implements Arithmetic<T> {

        private final Arithmetic<T> a;
        private final T belowAll;
        private final Map<Double, T> constants = new HashMap<>();

        Unfolding(Arithmetic<T> a, T belowAll) {
            this.a = a;
            this.belowAll = belowAll;
        }

        @Override
        public T constant(double value) {
            return constants.computeIfAbsent(value, c -> a.max(a.constant(c), belowAll));
        }

        @Override
        public T[] array(int length) {
            return a.array(length);
        }

        @Override
        public T apply(UnaryElemental f, T x) {
            return f.on(a, x);
        }

        @Override
        public T apply(BinaryElemental f, T x, T y) {
            return f.on(a, x, y);
        }

        /** An exponent that is always a constant stays one. */
        @Override
        public T pow(T x, double c) {
            return a.pow(x, c);
        }
    }
}
