package dev.gradgap.engine;

import dev.gradgap.function.Arithmetic;
import dev.gradgap.function.DifferentiableFunction;
import dev.gradgap.function.HandWrittenAdjoint;
import dev.gradgap.function.Inputs;
import dev.gradgap.function.Outputs;
import dev.gradgap.function.PlainFunction;
import dev.gradgap.function.ScalarFunction;
import java.util.Optional;

/** Functions with answers that a person can check. */
public final class TestFunctions {

    private TestFunctions() {}

    /** Lecture example e = (a + b)(b + 1): e = 6, gradient (2, 5) at (2, 1). */
    public static final class Lecture implements ScalarFunction {
        @Override
        public int inputs() {
            return 2;
        }

        @Override
        public <T> T value(Arithmetic<T> a, Inputs<T> x) {
            T b = x.get(1);
            return a.multiply(a.add(x.get(0), b), a.add(b, 1));
        }
    }

    /** Sum of (i + 1) x_i²; its derivative is 2 (i + 1) x_i, different for every input. */
    public record WeightedSquares(int inputs) implements ScalarFunction {
        @Override
        public <T> T value(Arithmetic<T> a, Inputs<T> x) {
            T sum = a.constant(0);
            for (int i = 0; i < inputs; i++) {
                sum = a.add(sum, a.multiply(a.square(x.get(i)), i + 1));
            }
            return sum;
        }
    }

    /**
     * n inputs to five outputs: a constant, the last input, a sum, the same number as the sum, and x_0 times the sum.
     */
    public record Mixed(int inputs) implements DifferentiableFunction {
        @Override
        public int outputs() {
            return 5;
        }

        @Override
        public <T> void evaluate(Arithmetic<T> a, Inputs<T> x, Outputs<T> y) {
            T sum = a.sin(x.get(0));
            for (int i = 1; i < x.size(); i++) {
                sum = a.add(sum, a.sin(x.get(i)));
            }
            y.set(2, sum);
            y.set(3, sum);
            y.set(0, a.constant(42));
            y.set(1, x.get(inputs - 1));
            y.set(4, a.multiply(x.get(0), sum));
        }

        /** The Jacobian by hand, row-major. */
        public double[] jacobian(double[] x) {
            double sum = 0;
            for (double xi : x) {
                sum += Math.sin(xi);
            }
            double[] jacobian = new double[5 * inputs];
            jacobian[inputs + inputs - 1] = 1;
            for (int i = 0; i < inputs; i++) {
                jacobian[2 * inputs + i] = Math.cos(x[i]);
                jacobian[3 * inputs + i] = Math.cos(x[i]);
                jacobian[4 * inputs + i] = x[0] * Math.cos(x[i]) + (i == 0 ? sum : 0);
            }
            return jacobian;
        }
    }

    /** A function that also has a plain primal and a hand-written adjoint. */
    public record WithAdjoint(DifferentiableFunction generic, PlainFunction primal, HandWrittenAdjoint adjoint)
            implements DifferentiableFunction {
        @Override
        public int inputs() {
            return generic.inputs();
        }

        @Override
        public int outputs() {
            return generic.outputs();
        }

        @Override
        public <T> void evaluate(Arithmetic<T> a, Inputs<T> x, Outputs<T> y) {
            generic.evaluate(a, x, y);
        }

        @Override
        public Optional<PlainFunction> plain() {
            return Optional.of(primal);
        }

        @Override
        public Optional<HandWrittenAdjoint> handWrittenAdjoint() {
            return Optional.of(adjoint);
        }
    }
}
