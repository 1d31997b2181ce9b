package dev.gradgap.verify.recording;

import dev.gradgap.engine.ChainRuleArithmetic;
import dev.gradgap.engine.CollectedOutputs;
import dev.gradgap.function.DifferentiableFunction;
import dev.gradgap.function.Inputs;
import java.util.Arrays;

/**
 * A function recorded at a point, operation by operation, of which every value and every partial has one more rounding error:
 * {@link Noise}. As plain a tape as there is; 24 bytes an operation.
 */
final class NoisyTape {

    private static final int CONSTANT = -1;

    private final int inputs;
    private final double[] values; // of the outputs
    private final int[] outputs;
    private int count;
    private int[] first = new int[1024]; // of each operation, the variables it depends on; inputs come first
    private int[] second = new int[1024];
    private double[] firstPartials = new double[1024];
    private double[] secondPartials = new double[1024];

    private record Variable(int index, double value) {}

    /** Records a function at a point x. */
    NoisyTape(DifferentiableFunction function, long seed, double[] x) {
        inputs = x.length;
        values = new double[function.outputs()];
        outputs = new int[function.outputs()];
        CollectedOutputs<Variable> variables = new CollectedOutputs<>(new Variable[values.length]);
        variables.evaluate(function, new Arithmetic(new Noise(seed)), new Inputs<>() {
            @Override
            public int size() {
                return x.length;
            }

            @Override
            public Variable get(int i) {
                return new Variable(i, x[i]);
            }
        });
        for (int j = 0; j < values.length; j++) {
            values[j] = variables.get(j).value;
            outputs[j] = variables.get(j).index;
        }
    }

    /** The outputs, length m. */
    double[] values() {
        return values;
    }

    /** The row w'J. */
    double[] row(double[] w) {
        double[] adjoints = new double[inputs + count];
        for (int j = 0; j < w.length; j++) {
            if (outputs[j] != CONSTANT) {
                adjoints[outputs[j]] += w[j];
            }
        }
        for (int k = count - 1; k >= 0; k--) {
            double adjoint = adjoints[inputs + k];
            adjoints[first[k]] += firstPartials[k] * adjoint;
            adjoints[second[k]] += secondPartials[k] * adjoint;
        }
        return Arrays.copyOf(adjoints, inputs);
    }

    private int push(int x, double p, int y, double q) {
        if (count == first.length) {
            int more = count + (count >> 1);
            first = Arrays.copyOf(first, more);
            second = Arrays.copyOf(second, more);
            firstPartials = Arrays.copyOf(firstPartials, more);
            secondPartials = Arrays.copyOf(secondPartials, more);
        }
        first[count] = x;
        firstPartials[count] = p;
        second[count] = y;
        secondPartials[count] = q;
        return inputs + count++;
    }

    private final class Arithmetic extends ChainRuleArithmetic<Variable> {

        private final Noise noise;

        Arithmetic(Noise noise) {
            this.noise = noise;
        }

        @Override
        public Variable constant(double value) {
            return new Variable(CONSTANT, value);
        }

        @Override
        public Variable[] array(int length) {
            return new Variable[length];
        }

        @Override
        public double value(Variable x) {
            return x.value;
        }

        @Override
        protected Variable result(double value, double p, Variable x) {
            double noisy = noise.on(value, x.value, x.value);
            return new Variable(x.index == CONSTANT ? CONSTANT : push(x.index, noise.on(p), x.index, 0), noisy);
        }

        @Override
        protected Variable result(double value, double p, Variable x, double q, Variable y) {
            if (x.index == CONSTANT) {
                return new Variable(result(value, q, y).index, noise.on(value, x.value, y.value));
            }
            if (y.index == CONSTANT) {
                return new Variable(result(value, p, x).index, noise.on(value, x.value, y.value));
            }
            return new Variable(push(x.index, noise.on(p), y.index, noise.on(q)), noise.on(value, x.value, y.value));
        }
    }
}
