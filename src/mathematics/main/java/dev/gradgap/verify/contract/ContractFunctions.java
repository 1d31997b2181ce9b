package dev.gradgap.verify.contract;

import dev.gradgap.function.Arithmetic;
import dev.gradgap.function.DifferentiableFunction;
import dev.gradgap.function.Inputs;
import dev.gradgap.function.Outputs;
import dev.gradgap.function.ScalarFunction;

/** Functions with derivatives that a person can check. */
public final class ContractFunctions {

    private ContractFunctions() {}

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

    /** x_0 x_1 ... x_(n-1); with one input the output is the input itself. */
    record Product(int inputs) implements ScalarFunction {
        @Override
        public <T> T value(Arithmetic<T> a, Inputs<T> x) {
            T product = x.get(0);
            for (int i = 1; i < inputs; i++) {
                product = a.multiply(product, x.get(i));
            }
            return product;
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

    /** Operations with one constant operand, of either kind and on either side; see {@link #DERIVATIVES}. */
    static final class ConstantOperands implements DifferentiableFunction {

        /** The derivatives at x = 2 with the constant 3, by hand. */
        static final double[] DERIVATIVES = {
            1,
            1,
            -1,
            3,
            1 / 3.0,
            -0.75,
            12, // doubles: x+3 x-3 3-x 3x x/3 3/x x³
            1,
            -1,
            3,
            -0.75,
            12,
            9 * Math.log(3),
            -3 / 13.0,
            2 / Math.sqrt(13),
            0,
            1 // numbers, in the order below
        };

        @Override
        public int inputs() {
            return 1;
        }

        @Override
        public int outputs() {
            return DERIVATIVES.length;
        }

        @Override
        public <T> void evaluate(Arithmetic<T> a, Inputs<T> inputs, Outputs<T> y) {
            T x = inputs.get(0);
            T three = a.constant(3);
            y.set(0, a.add(x, 3));
            y.set(1, a.subtract(x, 3));
            y.set(2, a.subtract(3, x));
            y.set(3, a.multiply(x, 3));
            y.set(4, a.divide(x, 3));
            y.set(5, a.divide(3, x));
            y.set(6, a.pow(x, 3));
            y.set(7, a.add(three, x));
            y.set(8, a.subtract(three, x));
            y.set(9, a.multiply(three, x));
            y.set(10, a.divide(three, x));
            y.set(11, a.pow(x, three));
            y.set(12, a.pow(three, x));
            y.set(13, a.atan2(three, x));
            y.set(14, a.hypot(three, x));
            y.set(15, a.max(x, three));
            y.set(16, a.min(x, three));
        }
    }

    /** Sets the last of its outputs to null, or not at all. */
    record Forgetful(boolean setsNull) implements DifferentiableFunction {
        @Override
        public int inputs() {
            return 2;
        }

        @Override
        public int outputs() {
            return 3;
        }

        @Override
        public <T> void evaluate(Arithmetic<T> a, Inputs<T> x, Outputs<T> y) {
            y.set(0, x.get(0));
            y.set(1, a.sin(x.get(1)));
            if (setsNull) {
                y.set(2, null);
            }
        }
    }
}
