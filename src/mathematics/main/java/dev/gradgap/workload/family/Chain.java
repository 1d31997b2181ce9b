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
 * A deep chain: y<sub>1</sub> = x<sub>1</sub>, y<sub>i</sub> = sin(y<sub>i-1</sub> x<sub>i</sub>) + x<sub>i</sub>, f =
 * y<sub>n</sub>. Every operation waits for the one before it, so that no engine can hide latency.
 *
 * <p>With random coordinates the derivative of y<sub>n</sub> by y<sub>i</sub>, a product of n - i factors x cos(y x),
 * would underflow or overflow within some thousand steps. The sample point is therefore drawn by rejection: a
 * coordinate, uniform on [0.5, 2), is drawn again, up to {@value #MAX_DRAWS} times, until the running product of the
 * factors is within a factor of {@value #MAX_GROWTH} of 1. So every adjoint stays within about a hundred times 1 at
 * every length, and rounding errors do not grow along the chain.
 *
 * <p>Source: this project; a chain of nonlinear recurrences is the usual worst case for storage in reverse mode,
 * Griewank and Walther, Evaluating Derivatives, 2nd ed., SIAM 2008, ch. 12.
 */
final class Chain extends BuiltInFamily {

    private static final int MAX_DRAWS = 16;
    private static final double MAX_GROWTH = 4;

    Chain() {
        super(
                "chain",
                "deep chain",
                "f(x) = y_n where y_1 = x_1 and y_i = sin(y_(i-1) x_i) + x_i",
                "nonlinear recurrence, Griewank and Walther, Evaluating Derivatives, 2nd ed., SIAM 2008, ch. 12");
    }

    @Override
    public OptionalLong operations(int inputs) {
        return OptionalLong.of(3 * (inputs - 1L));
    }

    @Override
    Workload member(int inputs, long seed) {
        return new Workload(name(), new Function(inputs), point(inputs, new Seed(seed)));
    }

    /** StrictMath, because the choice of a coordinate must be the same on every platform. */
    private static double[] point(int inputs, Seed seed) {
        double[] point = new double[inputs];
        point[0] = seed.nextDouble(0.5, 2);
        double y = point[0];
        double growth = 1;
        for (int i = 1; i < inputs; i++) {
            double bestGrowth = 0;
            double bestDistance = Double.POSITIVE_INFINITY;
            for (int draw = 0; draw < MAX_DRAWS && bestDistance > MAX_GROWTH; draw++) {
                double candidate = seed.nextDouble(0.5, 2);
                double candidateGrowth = growth * Math.abs(candidate * StrictMath.cos(y * candidate));
                double distance = Math.max(candidateGrowth, 1 / candidateGrowth);
                if (distance < bestDistance) {
                    bestDistance = distance;
                    bestGrowth = candidateGrowth;
                    point[i] = candidate;
                }
            }
            growth = bestGrowth;
            y = StrictMath.sin(y * point[i]) + point[i];
        }
        return point;
    }

    private record Function(int inputs) implements ScalarFunction {

        @Override
        public <T> T value(Arithmetic<T> a, Inputs<T> x) {
            T y = x.get(0);
            for (int i = 1; i < inputs; i++) {
                T input = x.get(i);
                y = a.add(a.sin(a.multiply(y, input)), input);
            }
            return y;
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
            double state = x[0];
            for (int i = 1; i < x.length; i++) {
                state = Math.sin(state * x[i]) + x[i];
            }
            y[0] = state;
        }

        /** Keeps only the states, in the place of the result, and recomputes the cosines, which wait for nothing. */
        private static void pullback(double[] x, double[] outputAdjoint, double[] y, double[] inputAdjoint) {
            double state = x[0];
            for (int i = 1; i < x.length; i++) {
                inputAdjoint[i] = state;
                state = Math.sin(state * x[i]) + x[i];
            }
            y[0] = state;
            double stateAdjoint = outputAdjoint[0];
            for (int i = x.length - 1; i > 0; i--) {
                double before = inputAdjoint[i];
                double angleAdjoint = stateAdjoint * Math.cos(before * x[i]);
                inputAdjoint[i] = stateAdjoint + angleAdjoint * before;
                stateAdjoint = angleAdjoint * x[i];
            }
            inputAdjoint[0] = stateAdjoint;
        }
    }
}
