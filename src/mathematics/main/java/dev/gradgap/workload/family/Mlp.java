package dev.gradgap.workload.family;

import dev.gradgap.workload.Seed;
import dev.gradgap.workload.Workload;
import java.util.OptionalLong;

/**
 * The squared loss of a multilayer perceptron on one example as a function of its N weights: the case in which a
 * forward gradient takes N passes and a reverse gradient one.
 *
 * <p>Two hidden layers of h = floor(&radic;(N/2)) neurons each with the rectifier max(z, 0), one linear output neuron,
 * no biases. The weights come in this order, c = N - h<sup>2</sup> - h being the number of first-layer connections:
 *
 * <ol>
 *   <li>c weights from d = ceil(c/h) features to the first hidden layer, feature by feature: weight {@code k h + j}
 *       leads from feature k to neuron j. The last feature may reach only the first neurons, so that every N is
 *       possible;
 *   <li>h<sup>2</sup> weights between the hidden layers: weight {@code c + i h + j} leads from neuron i to neuron j;
 *   <li>h weights from the second hidden layer to the output.
 * </ol>
 *
 * <p>For N below 3 there is no hidden layer but a single rectified neuron with N features.
 *
 * <p>The features are constants between 0.5 and 1.5 in magnitude, the target is between 4 and 5. The sample weights
 * are uniform with variance 2 / fan-in before a rectifier and 1 / fan-in before the output, so that activations and
 * adjoints keep their magnitude at every size. The weights into a neuron with an even number are all negated if they
 * would leave it inactive; so at least half of the neurons, three quarters on average, are active.
 *
 * <p>Source: D. E. Rumelhart, G. E. Hinton and R. J. Williams, Learning representations by back-propagating errors,
 * Nature 323, 1986; initialisation: K. He et al., Delving deep into rectifiers, ICCV 2015.
 */
final class Mlp extends BuiltInFamily {

    Mlp() {
        super(
                "mlp",
                "neural network",
                "f(w) = (w3' relu(W2' relu(W1' features)) - target)^2, the weights are the inputs, relu(z) = max(z, 0)",
                "Rumelhart, Hinton and Williams, Nature 323, 1986; initialisation: He et al., ICCV 2015");
    }

    @Override
    public OptionalLong operations(int inputs) {
        return OptionalLong.of(2L * inputs + (MlpFunction.hidden(inputs) == 0 ? 2 : 1));
    }

    @Override
    Workload member(int inputs, long seed) {
        Seed stream = new Seed(seed);
        double[] features = new double[MlpFunction.features(inputs)];
        for (int k = 0; k < features.length; k++) {
            double magnitude = stream.nextDouble(0.5, 1.5);
            features[k] = stream.nextLong() < 0 ? -magnitude : magnitude;
        }
        double target = stream.nextDouble(4, 5);
        double[] weights = weights(inputs, features, stream);
        return new Workload(name(), new MlpFunction(inputs, features, target), weights);
    }

    private static double[] weights(int inputs, double[] features, Seed stream) {
        double[] weights = new double[inputs];
        int width = Math.max(1, MlpFunction.hidden(inputs));
        int connections = inputs - (inputs < 3 ? 0 : width * width + width);
        double[] first = layer(weights, 0, connections, features, width, stream);
        if (connections < inputs) {
            layer(weights, connections, width * width, first, width, stream);
            draw(weights, connections + width * width, inputs, Math.sqrt(3.0 / width), stream);
        }
        return weights;
    }

    /** Draws a layer's weights and returns the activations of its neurons. */
    private static double[] layer(double[] weights, int from, int count, double[] before, int width, Seed stream) {
        draw(weights, from, from + count, Math.sqrt(6.0 / before.length), stream);
        double[] after = new double[width];
        for (int k = 0; k < count; k++) {
            after[k % width] += weights[from + k] * before[k / width];
        }
        for (int j = 0; j < width; j++) {
            if (after[j] < 0 && j % 2 == 0) {
                for (int k = j; k < count; k += width) {
                    weights[from + k] = -weights[from + k];
                }
                after[j] = -after[j];
            }
            after[j] = Math.max(after[j], 0);
        }
        return after;
    }

    private static void draw(double[] weights, int from, int to, double bound, Seed stream) {
        for (int k = from; k < to; k++) {
            weights[k] = stream.nextDouble(-bound, bound);
        }
    }
}
