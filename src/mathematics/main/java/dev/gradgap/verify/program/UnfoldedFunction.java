package dev.gradgap.verify.program;

import dev.gradgap.function.Arithmetic;
import dev.gradgap.function.DifferentiableFunction;
import dev.gradgap.function.Inputs;
import dev.gradgap.function.Outputs;
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
        public T pow(T x, double c) {
            return a.pow(x, c);
        }

        @Override
        public T add(T x, T y) {
            return a.add(x, y);
        }

        @Override
        public T subtract(T x, T y) {
            return a.subtract(x, y);
        }

        @Override
        public T multiply(T x, T y) {
            return a.multiply(x, y);
        }

        @Override
        public T divide(T x, T y) {
            return a.divide(x, y);
        }

        @Override
        public T pow(T x, T y) {
            return a.pow(x, y);
        }

        @Override
        public T atan2(T y, T x) {
            return a.atan2(y, x);
        }

        @Override
        public T max(T x, T y) {
            return a.max(x, y);
        }

        @Override
        public T min(T x, T y) {
            return a.min(x, y);
        }

        @Override
        public T hypot(T x, T y) {
            return a.hypot(x, y);
        }

        @Override
        public T negate(T x) {
            return a.negate(x);
        }

        @Override
        public T reciprocal(T x) {
            return a.reciprocal(x);
        }

        @Override
        public T square(T x) {
            return a.square(x);
        }

        @Override
        public T sqrt(T x) {
            return a.sqrt(x);
        }

        @Override
        public T exp(T x) {
            return a.exp(x);
        }

        @Override
        public T expm1(T x) {
            return a.expm1(x);
        }

        @Override
        public T log(T x) {
            return a.log(x);
        }

        @Override
        public T log1p(T x) {
            return a.log1p(x);
        }

        @Override
        public T sin(T x) {
            return a.sin(x);
        }

        @Override
        public T cos(T x) {
            return a.cos(x);
        }

        @Override
        public T tan(T x) {
            return a.tan(x);
        }

        @Override
        public T asin(T x) {
            return a.asin(x);
        }

        @Override
        public T acos(T x) {
            return a.acos(x);
        }

        @Override
        public T atan(T x) {
            return a.atan(x);
        }

        @Override
        public T sinh(T x) {
            return a.sinh(x);
        }

        @Override
        public T cosh(T x) {
            return a.cosh(x);
        }

        @Override
        public T tanh(T x) {
            return a.tanh(x);
        }

        @Override
        public T sigmoid(T x) {
            return a.sigmoid(x);
        }

        @Override
        public T abs(T x) {
            return a.abs(x);
        }
    }
}
