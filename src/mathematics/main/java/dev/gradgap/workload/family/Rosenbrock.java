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
 * The chained Rosenbrock function f(x) = &Sigma; 100 (x<sub>i+1</sub> - x<sub>i</sub><sup>2</sup>)<sup>2</sup> + (1 -
 * x<sub>i</sub>)<sup>2</sup>, i from 1 to n - 1: cheap arithmetic only, each input in two terms. The coordinates of the
 * sample point are uniform on [-1, 1).
 *
 * <p>Source: H. H. Rosenbrock, An automatic method for finding the greatest or least value of a function, The Computer
 * Journal 3(3), 1960; chained form: Ph. L. Toint, Mathematics of Computation 32, 1978.
 */
final class Rosenbrock extends BuiltInFamily {

    Rosenbrock() {
        super(
                "rosenbrock",
                "partially separable",
                "f(x) = sum over i = 1 .. n-1 of 100 (x_(i+1) - x_i^2)^2 + (1 - x_i)^2",
                "H. H. Rosenbrock, The Computer Journal 3(3), 1960; chained: Ph. L. Toint, 1978");
    }

    @Override
    public int minInputs() {
        return 2;
    }

    @Override
    public OptionalLong operations(int inputs) {
        return OptionalLong.of(8L * inputs - 9);
    }

    @Override
    Workload member(int inputs, long seed) {
        return new Workload(name(), new Function(inputs), uniform(new Seed(seed), inputs, -1, 1));
    }

    private record Function(int inputs) implements ScalarFunction {

        @Override
        public <T> T value(Arithmetic<T> a, Inputs<T> x) {
            T current = x.get(0);
            T next = x.get(1);
            T sum = term(a, current, next);
            for (int i = 2; i < inputs; i++) {
                current = next;
                next = x.get(i);
                sum = a.add(sum, term(a, current, next));
            }
            return sum;
        }

        private static <T> T term(Arithmetic<T> a, T current, T next) {
            T valley = a.square(a.subtract(next, a.square(current)));
            T slope = a.square(a.subtract(1, current));
            return a.add(a.multiply(valley, 100), slope);
        }

        @Override
        public Optional<PlainFunction> plain() {
            return Optional.of((x, y) -> y[0] = evaluate(x));
        }

        @Override
        public Optional<HandWrittenAdjoint> handWrittenAdjoint() {
            return Optional.of(Function::pullback);
        }

        /** Four independent sums, because one alone waits for each addition to end; the factor 100 is taken out. */
        private static double evaluate(double[] x) {
            double valleys0 = 0;
            double valleys1 = 0;
            double slopes0 = 0;
            double slopes1 = 0;
            int last = x.length - 1;
            int i = 0;
            for (; i < last - 1; i += 2) {
                double valley0 = x[i + 1] - x[i] * x[i];
                double slope0 = 1 - x[i];
                double valley1 = x[i + 2] - x[i + 1] * x[i + 1];
                double slope1 = 1 - x[i + 1];
                valleys0 += valley0 * valley0;
                slopes0 += slope0 * slope0;
                valleys1 += valley1 * valley1;
                slopes1 += slope1 * slope1;
            }
            if (i < last) {
                double valley0 = x[i + 1] - x[i] * x[i];
                double slope0 = 1 - x[i];
                valleys0 += valley0 * valley0;
                slopes0 += slope0 * slope0;
            }
            return 100 * (valleys0 + valleys1) + (slopes0 + slopes1);
        }

        /**
         * Value and derivatives in one loop that stores nothing else: the derivative by x<sub>i</sub> needs only term
         * i, which is at hand, and the valley of term i - 1, which is carried along.
         */
        private static void pullback(double[] x, double[] outputAdjoint, double[] y, double[] inputAdjoint) {
            double valleys0 = 0;
            double valleys1 = 0;
            double slopes0 = 0;
            double slopes1 = 0;
            double byNext = 200 * outputAdjoint[0];
            double byCurrent = -400 * outputAdjoint[0];
            double bySlope = -2 * outputAdjoint[0];
            double before = 0;
            int last = x.length - 1;
            int i = 0;
            for (; i < last - 1; i += 2) {
                double valley0 = x[i + 1] - x[i] * x[i];
                double slope0 = 1 - x[i];
                double valley1 = x[i + 2] - x[i + 1] * x[i + 1];
                double slope1 = 1 - x[i + 1];
                valleys0 += valley0 * valley0;
                slopes0 += slope0 * slope0;
                valleys1 += valley1 * valley1;
                slopes1 += slope1 * slope1;
                inputAdjoint[i] = byNext * before + byCurrent * (x[i] * valley0) + bySlope * slope0;
                inputAdjoint[i + 1] = byNext * valley0 + byCurrent * (x[i + 1] * valley1) + bySlope * slope1;
                before = valley1;
            }
            if (i < last) {
                double valley0 = x[i + 1] - x[i] * x[i];
                double slope0 = 1 - x[i];
                valleys0 += valley0 * valley0;
                slopes0 += slope0 * slope0;
                inputAdjoint[i] = byNext * before + byCurrent * (x[i] * valley0) + bySlope * slope0;
                before = valley0;
            }
            inputAdjoint[last] = byNext * before;
            y[0] = 100 * (valleys0 + valleys1) + (slopes0 + slopes1);
        }
    }
}
