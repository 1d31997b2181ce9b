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
 * f(x) = a + ln &Sigma; exp(x<sub>i</sub> - a) with a = max x<sub>i</sub>, whose gradient is the softmax of x: one
 * transcendental operation an input. The maximum is part of the function, so that the operations do not depend on the
 * values; its adjoint 1 - &Sigma; softmax<sub>i</sub> is zero but for rounding.
 *
 * <p>The coordinates of the sample point are uniform on [-1, 1) except one, seeded, which is 1 + ln n: it holds 70 %
 * of the softmax at every size, so that the rounding error of the maximum's adjoint, which it receives, stays small
 * against its own derivative.
 *
 * <p>Source: P. Blanchard, D. J. Higham and N. J. Higham, Accurately computing the log-sum-exp and softmax functions,
 * IMA Journal of Numerical Analysis 41(4), 2021, eq. 1.4.
 */
final class LogSumExp extends BuiltInFamily {

    LogSumExp() {
        super(
                "log-sum-exp",
                "reduction",
                "f(x) = a + ln(sum over i of exp(x_i - a)) where a = max x_i",
                "Blanchard, Higham and Higham, IMA Journal of Numerical Analysis 41(4), 2021");
    }

    @Override
    public OptionalLong operations(int inputs) {
        return OptionalLong.of(4L * inputs);
    }

    @Override
    Workload member(int inputs, long seed) {
        Seed stream = new Seed(seed);
        double[] point = uniform(stream, inputs, -1, 1);
        point[stream.nextInt(inputs)] = 1 + StrictMath.log(inputs);
        return new Workload(name(), new Function(inputs), point);
    }

    /** The function of n inputs. */
    record Function(int inputs) implements ScalarFunction {

        @Override
        public <T> T value(Arithmetic<T> a, Inputs<T> x) {
            T maximum = x.get(0);
            for (int i = 1; i < inputs; i++) {
                maximum = a.max(maximum, x.get(i));
            }
            T sum = a.exp(a.subtract(x.get(0), maximum));
            for (int i = 1; i < inputs; i++) {
                sum = a.add(sum, a.exp(a.subtract(x.get(i), maximum)));
            }
            return a.add(maximum, a.log(sum));
        }

        @Override
        public Optional<PlainFunction> plain() {
            return Optional.of(Function::evaluate);
        }

        @Override
        public Optional<HandWrittenAdjoint> handWrittenAdjoint() {
            return Optional.of(Function::pullback);
        }

        private static void evaluate(double[] x, double[] y) {
            double maximum = maximum(x);
            double sum = 0;
            for (double coordinate : x) {
                sum += Math.exp(coordinate - maximum);
            }
            y[0] = maximum + Math.log(sum);
        }

        /** Keeps the exponentials in the place of the result and scales them into the softmax. */
        private static void pullback(double[] x, double[] outputAdjoint, double[] y, double[] inputAdjoint) {
            double maximum = maximum(x);
            double sum = 0;
            for (int i = 0; i < x.length; i++) {
                double exponential = Math.exp(x[i] - maximum);
                inputAdjoint[i] = exponential;
                sum += exponential;
            }
            y[0] = maximum + Math.log(sum);
            double scale = outputAdjoint[0] / sum;
            for (int i = 0; i < x.length; i++) {
                inputAdjoint[i] *= scale;
            }
        }

        private static double maximum(double[] x) {
            double maximum = x[0];
            for (int i = 1; i < x.length; i++) {
                if (x[i] > maximum) {
                    maximum = x[i];
                }
            }
            return maximum;
        }
    }
}
