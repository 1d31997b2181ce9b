package dev.gradgap.workload.family;

import dev.gradgap.function.Arithmetic;
import dev.gradgap.function.DifferentiableFunction;
import dev.gradgap.function.HandWrittenAdjoint;
import dev.gradgap.function.Inputs;
import dev.gradgap.function.Outputs;
import dev.gradgap.function.PlainFunction;
import dev.gradgap.workload.Seed;
import dev.gradgap.workload.Workload;
import dev.gradgap.workload.WorkloadFamily;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * A network of two layers through {@value #HIDDEN} hidden units, y = tanh(U tanh(V x)) with fixed weights: any number of
 * inputs, any number of outputs, a dense Jacobian, and operations in proportion to the sum of both. So it tells where forward
 * mode, a pass for each input, becomes slower than reverse mode, a sweep for each output.
 *
 * <p>The parameter {@code outputs} is their number, or {@code inputs} for as many as inputs. The weights are positive, one of
 * 256 values each, up to 2 / &radic;n in V and 2 / {@value #HIDDEN} in U; the coordinates of the sample point are uniform on
 * [-1, 1). So no unit saturates, and no sum of derivatives cancels, at any size.
 *
 * <p>Source: H. Bourlard and Y. Kamp, Auto-association by multilayer perceptrons and singular value decomposition, Biological
 * Cybernetics 59, 1988.
 */
final class Bottleneck extends BuiltInFamily {

    private static final int HIDDEN = 16;
    private static final String NAME = "bottleneck";
    private static final String OUTPUTS = "outputs";
    private static final String AS_INPUTS = "inputs";

    private final OptionalInt outputs;

    /** With as many outputs as inputs. */
    Bottleneck() {
        this(NAME, OptionalInt.empty());
    }

    private Bottleneck(String name, OptionalInt outputs) {
        super(
                name,
                "dense Jacobian",
                "f(x) = tanh(U tanh(V x)) with " + HIDDEN + " hidden units",
                "Bourlard and Kamp, Biological Cybernetics 59, 1988");
        this.outputs = outputs;
    }

    @Override
    public Map<String, String> parameters() {
        return Map.of(OUTPUTS, outputs.isPresent() ? Integer.toString(outputs.getAsInt()) : AS_INPUTS);
    }

    @Override
    public WorkloadFamily with(Map<String, String> parameters) {
        if (parameters.isEmpty()) {
            return this;
        }
        String value = parameters.get(OUTPUTS);
        if (value == null || parameters.size() > 1) {
            throw new IllegalArgumentException("workload " + NAME + " has one parameter, " + OUTPUTS);
        }
        String name = NAME + ":" + OUTPUTS + "=" + value;
        if (value.equals(AS_INPUTS)) {
            return new Bottleneck(name, OptionalInt.empty());
        }
        if (!value.matches("[1-9][0-9]{0,8}") || Integer.parseInt(value) > MAX_INPUTS) {
            throw new IllegalArgumentException("workload " + NAME + ": " + OUTPUTS + " must be from 1 to " + MAX_INPUTS
                    + " or " + AS_INPUTS + ", not " + value);
        }
        return new Bottleneck(name, OptionalInt.of(Integer.parseInt(value)));
    }

    /** So many that the nodes of the graph can be numbered by an int. */
    @Override
    public int maxInputs() {
        int nodes = Integer.MAX_VALUE - 1024;
        return outputs.isPresent()
                ? Math.max(1, nodes / (2 * HIDDEN + 1) - outputs.getAsInt())
                : nodes / (4 * HIDDEN + 1);
    }

    @Override
    public int outputs(int inputs) {
        return outputs.orElse(inputs);
    }

    @Override
    public OptionalLong operations(int inputs) {
        return OptionalLong.of(2L * HIDDEN * (inputs + outputs(inputs)));
    }

    @Override
    Workload member(int inputs, long seed) {
        Seed stream = new Seed(seed);
        double[] inner = weights(stream, inputs, 2 / Math.sqrt(inputs));
        double[] outer = weights(stream, outputs(inputs), 2.0 / HIDDEN);
        return new Workload(name(), new Function(inner, outer), uniform(stream, inputs, -1, 1));
    }

    private static double[] weights(Seed seed, int units, double bound) {
        double[] weights = new double[Math.multiplyExact(units, HIDDEN)];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (seed.nextInt(256) + 1) / 256.0 * bound;
        }
        return weights;
    }

    private static final class Function implements DifferentiableFunction {

        private final double[] inner; // of input i and hidden unit k at 16 i + k
        private final double[] outer; // of output j and hidden unit k at 16 j + k

        Function(double[] inner, double[] outer) {
            this.inner = inner;
            this.outer = outer;
        }

        @Override
        public int inputs() {
            return inner.length / HIDDEN;
        }

        @Override
        public int outputs() {
            return outer.length / HIDDEN;
        }

        @Override
        public <T> void evaluate(Arithmetic<T> a, Inputs<T> x, Outputs<T> y) {
            T[] hidden = a.array(HIDDEN);
            for (int i = 0; i < inputs(); i++) {
                T input = x.get(i);
                for (int k = 0; k < HIDDEN; k++) {
                    T product = a.multiply(input, inner[HIDDEN * i + k]);
                    hidden[k] = i == 0 ? product : a.add(hidden[k], product);
                }
            }
            for (int k = 0; k < HIDDEN; k++) {
                hidden[k] = a.tanh(hidden[k]);
            }
            for (int j = 0; j < outputs(); j++) {
                T sum = a.multiply(hidden[0], outer[HIDDEN * j]);
                for (int k = 1; k < HIDDEN; k++) {
                    sum = a.add(sum, a.multiply(hidden[k], outer[HIDDEN * j + k]));
                }
                y.set(j, a.tanh(sum));
            }
        }

        @Override
        public Optional<PlainFunction> plain() {
            double[] sums = new double[HIDDEN];
            double[] hidden = new double[HIDDEN];
            return Optional.of((x, y) -> {
                sumInner(x, sums);
                squash(sums, hidden);
                for (int j = 0; j < y.length; j++) {
                    y[j] = Math.tanh(sumOuter(j, hidden));
                }
            });
        }

        @Override
        public Optional<HandWrittenAdjoint> handWrittenAdjoint() {
            double[] sums = new double[HIDDEN];
            double[] hidden = new double[HIDDEN];
            double[] outerSums = new double[outputs()];
            double[] adjoints = new double[HIDDEN];
            return Optional.of((x, outputAdjoint, y, inputAdjoint) -> {
                sumInner(x, sums);
                squash(sums, hidden);
                for (int j = 0; j < y.length; j++) {
                    outerSums[j] = sumOuter(j, hidden);
                    y[j] = Math.tanh(outerSums[j]);
                }
                collect(outputAdjoint, outerSums, y, adjoints);
                for (int k = 0; k < HIDDEN; k++) {
                    adjoints[k] *= Activations.tanhDerivative(sums[k], hidden[k]);
                }
                distribute(adjoints, inputAdjoint);
            });
        }

        private void sumInner(double[] x, double[] sums) {
            Arrays.fill(sums, 0);
            for (int i = 0; i < x.length; i++) {
                for (int k = 0; k < HIDDEN; k++) {
                    sums[k] += x[i] * inner[HIDDEN * i + k];
                }
            }
        }

        private static void squash(double[] sums, double[] hidden) {
            for (int k = 0; k < HIDDEN; k++) {
                hidden[k] = Math.tanh(sums[k]);
            }
        }

        private double sumOuter(int j, double[] hidden) {
            double sum = 0;
            for (int k = 0; k < HIDDEN; k++) {
                sum += hidden[k] * outer[HIDDEN * j + k];
            }
            return sum;
        }

        /** A loop of its own: one with the evaluation takes a fifth to a third longer. */
        private void collect(double[] outputAdjoint, double[] outerSums, double[] y, double[] adjoints) {
            Arrays.fill(adjoints, 0);
            for (int j = 0; j < y.length; j++) {
                double weight = outputAdjoint[j] * Activations.tanhDerivative(outerSums[j], y[j]);
                for (int k = 0; k < HIDDEN; k++) {
                    adjoints[k] += weight * outer[HIDDEN * j + k];
                }
            }
        }

        private void distribute(double[] adjoints, double[] inputAdjoint) {
            for (int i = 0; i < inputAdjoint.length; i++) {
                double sum = 0;
                for (int k = 0; k < HIDDEN; k++) {
                    sum += adjoints[k] * inner[HIDDEN * i + k];
                }
                inputAdjoint[i] = sum;
            }
        }
    }
}
