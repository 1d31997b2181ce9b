package dev.gradgap.workload.family;

import dev.gradgap.function.Arithmetic;
import dev.gradgap.function.HandWrittenAdjoint;
import dev.gradgap.function.Inputs;
import dev.gradgap.function.PlainFunction;
import dev.gradgap.function.ScalarFunction;
import java.util.Arrays;
import java.util.Optional;

/** The loss of the perceptron that {@link Mlp} describes, as a function of its weights. */
final class MlpFunction implements ScalarFunction {

    private final int inputs;
    private final double[] features;
    private final double target;
    private final int hidden;
    private final int connections;

    /**
     * A perceptron.
     *
     * @param inputs the number of weights
     * @param features the example's features, of length {@code features(inputs)}; not copied
     * @param target what the output should be
     */
    MlpFunction(int inputs, double[] features, double target) {
        this.inputs = inputs;
        this.features = features;
        this.target = target;
        hidden = hidden(inputs);
        connections = inputs - hidden * hidden - hidden;
    }

    /** The number of neurons in each hidden layer, 0 for a single neuron. */
    static int hidden(int inputs) {
        return inputs < 3 ? 0 : (int) Math.sqrt(inputs / 2.0);
    }

    /** The number of features. */
    static int features(int inputs) {
        int hidden = hidden(inputs);
        return hidden == 0 ? inputs : (inputs - hidden * hidden - 1) / hidden;
    }

    @Override
    public int inputs() {
        return inputs;
    }

    @Override
    public <T> T value(Arithmetic<T> a, Inputs<T> w) {
        int width = Math.max(1, hidden);
        T[] first = a.array(width);
        for (int k = 0; k < width; k++) {
            first[k] = a.multiply(w.get(k), features[0]);
        }
        for (int k = width; k < connections; k++) {
            first[k % width] = a.add(first[k % width], a.multiply(w.get(k), features[k / width]));
        }
        rectify(a, first);
        T output = hidden == 0 ? first[0] : output(a, w, first);
        return a.square(a.subtract(output, target));
    }

    private <T> T output(Arithmetic<T> a, Inputs<T> w, T[] first) {
        T[] second = a.array(hidden);
        int weight = connections;
        for (int k = 0; k < hidden; k++) {
            second[k] = a.multiply(w.get(weight++), first[0]);
        }
        for (int k = hidden; k < hidden * hidden; k++) {
            second[k % hidden] = a.add(second[k % hidden], a.multiply(w.get(weight++), first[k / hidden]));
        }
        rectify(a, second);
        T output = a.multiply(w.get(weight++), second[0]);
        for (int j = 1; j < hidden; j++) {
            output = a.add(output, a.multiply(w.get(weight++), second[j]));
        }
        return output;
    }

    private static <T> void rectify(Arithmetic<T> a, T[] sums) {
        T zero = a.constant(0);
        for (int j = 0; j < sums.length; j++) {
            sums[j] = a.max(sums[j], zero);
        }
    }

    @Override
    public Optional<PlainFunction> plain() {
        Sweep sweep = new Sweep();
        return Optional.of((w, y) -> y[0] = sweep.loss(w));
    }

    @Override
    public Optional<HandWrittenAdjoint> handWrittenAdjoint() {
        Sweep sweep = new Sweep();
        return Optional.of((w, outputAdjoint, y, weightAdjoint) -> {
            y[0] = sweep.loss(w);
            sweep.back(w, outputAdjoint[0], weightAdjoint);
        });
    }

    /**
     * The primal and the reverse sweep by hand. The innermost loops run along the neurons that a layer leads to, where
     * the weights are contiguous and the sums independent, so that the compiler vectorises them; what leaves an
     * inactive neuron is skipped. Kept between the sweeps: the sums of the neurons, 2h numbers.
     */
    private final class Sweep {

        private final double[] first = new double[Math.max(1, hidden)];
        private final double[] second = new double[hidden];
        private double residual;

        double loss(double[] w) {
            forwardFirst(w);
            double output = hidden == 0 ? Math.max(first[0], 0) : forwardSecond(w);
            residual = output - target;
            return residual * residual;
        }

        private void forwardFirst(double[] w) {
            Arrays.fill(first, 0);
            int weight = 0;
            for (double feature : features) {
                int reached = Math.min(first.length, connections - weight);
                addScaled(w, weight, feature, first, reached);
                weight += reached;
            }
        }

        private double forwardSecond(double[] w) {
            Arrays.fill(second, 0);
            int weight = connections;
            for (int i = 0; i < hidden; i++) {
                if (first[i] > 0) {
                    addScaled(w, weight, first[i], second, hidden);
                }
                weight += hidden;
            }
            double output = 0;
            for (int j = 0; j < hidden; j++) {
                output += w[weight + j] * Math.max(second[j], 0);
            }
            return output;
        }

        private static void addScaled(double[] w, int from, double scale, double[] sums, int length) {
            for (int j = 0; j < length; j++) {
                sums[j] += w[from + j] * scale;
            }
        }

        /** Turns each neuron's sum into its adjoint, from the output to the first layer; zero passes as active. */
        void back(double[] w, double lossAdjoint, double[] weightAdjoint) {
            double outputAdjoint = 2 * residual * lossAdjoint;
            if (hidden == 0) {
                first[0] = first[0] >= 0 ? outputAdjoint : 0;
            } else {
                backOutput(w, outputAdjoint, weightAdjoint);
                backSecond(w, weightAdjoint);
            }
            int weight = 0;
            for (double feature : features) {
                int reached = Math.min(first.length, connections - weight);
                scale(first, feature, weightAdjoint, weight, reached);
                weight += reached;
            }
        }

        private void backOutput(double[] w, double outputAdjoint, double[] weightAdjoint) {
            int weight = connections + hidden * hidden;
            for (int j = 0; j < hidden; j++) {
                weightAdjoint[weight + j] = outputAdjoint * Math.max(second[j], 0);
                second[j] = second[j] >= 0 ? outputAdjoint * w[weight + j] : 0;
            }
        }

        private void backSecond(double[] w, double[] weightAdjoint) {
            int weight = connections;
            for (int i = 0; i < hidden; i++) {
                if (first[i] >= 0) {
                    scale(second, first[i], weightAdjoint, weight, hidden);
                    first[i] = dot(w, weight, second);
                } else {
                    Arrays.fill(weightAdjoint, weight, weight + hidden, 0);
                    first[i] = 0;
                }
                weight += hidden;
            }
        }

        private static void scale(double[] adjoints, double factor, double[] weightAdjoint, int to, int length) {
            for (int j = 0; j < length; j++) {
                weightAdjoint[to + j] = adjoints[j] * factor;
            }
        }

        /** Four independent sums, because one alone waits for each addition to end. */
        private static double dot(double[] w, int from, double[] adjoints) {
            double s0 = 0;
            double s1 = 0;
            double s2 = 0;
            double s3 = 0;
            int j = 0;
            for (; j < adjoints.length - 3; j += 4) {
                s0 += w[from + j] * adjoints[j];
                s1 += w[from + j + 1] * adjoints[j + 1];
                s2 += w[from + j + 2] * adjoints[j + 2];
                s3 += w[from + j + 3] * adjoints[j + 3];
            }
            for (; j < adjoints.length; j++) {
                s0 += w[from + j] * adjoints[j];
            }
            return (s0 + s1) + (s2 + s3);
        }
    }
}
