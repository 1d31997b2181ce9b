package dev.gradgap.workload.family;

import dev.gradgap.function.Arithmetic;
import dev.gradgap.function.HandWrittenAdjoint;
import dev.gradgap.function.Inputs;
import dev.gradgap.function.PlainFunction;
import dev.gradgap.function.ScalarFunction;
import dev.gradgap.workload.Seed;
import dev.gradgap.workload.Workload;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * f(x) = &Sigma; x<sub>i</sub><sup>2</sup>: wide and shallow, one cheap operation an input, so that what is measured
 * is an engine's overhead and the memory's bandwidth. The coordinates of the sample point are uniform on [-1, 1).
 *
 * <p>Source: the sphere function of K. A. De Jong, An Analysis of the Behavior of a Class of Genetic Adaptive Systems,
 * thesis, University of Michigan, 1975.
 */
final class SumOfSquares extends BuiltInFamily {

    SumOfSquares() {
        super(
                "sum-of-squares",
                "wide sum",
                "f(x) = sum over i of x_i^2",
                "sphere function, K. A. De Jong, thesis, University of Michigan, 1975");
    }

    @Override
    public OptionalLong operations(int inputs) {
        return OptionalLong.of(2L * inputs - 1);
    }

    @Override
    Workload member(int inputs, long seed) {
        return new Workload(name(), new Function(inputs), uniform(new Seed(seed), inputs, -1, 1));
    }

    private record Function(int inputs) implements ScalarFunction {

        @Override
        public <T> T value(Arithmetic<T> a, Inputs<T> x) {
            T sum = a.square(x.get(0));
            for (int i = 1; i < inputs; i++) {
                sum = a.add(sum, a.square(x.get(i)));
            }
            return sum;
        }

        @Override
        public Optional<PlainFunction> plain() {
            return Optional.of((x, y) -> y[0] = evaluate(x));
        }

        @Override
        public Optional<HandWrittenAdjoint> handWrittenAdjoint() {
            return Optional.of((x, outputAdjoint, y, inputAdjoint) -> {
                y[0] = evaluate(x);
                double factor = 2 * outputAdjoint[0];
                for (int i = 0; i < x.length; i++) {
                    inputAdjoint[i] = factor * x[i];
                }
            });
        }

        /** Four independent sums, because one alone waits for each addition to end. */
        private static double evaluate(double[] x) {
            double s0 = 0;
            double s1 = 0;
            double s2 = 0;
            double s3 = 0;
            int i = 0;
            for (; i < x.length - 3; i += 4) {
                s0 += x[i] * x[i];
                s1 += x[i + 1] * x[i + 1];
                s2 += x[i + 2] * x[i + 2];
                s3 += x[i + 3] * x[i + 3];
            }
            for (; i < x.length; i++) {
                s0 += x[i] * x[i];
            }
            return (s0 + s1) + (s2 + s3);
        }
    }
}
