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
 * The mean negative log-likelihood of a logistic regression on four examples as a function of its weights: f(w) = 1/4
 * &Sigma;<sub>k</sub> ln(1 + exp(-t<sub>k</sub> w &middot; p<sub>k</sub>)), with labels t<sub>k</sub> = &plusmn;1 and
 * features p<sub>k</sub>.
 *
 * <p>ln(1 + e<sup>u</sup>) is computed as (u + |u|)/2 + ln(1 + e<sup>-|u|</sup>), which neither overflows nor depends
 * on the sign of u in its operations, and whose derivative is right at u = 0 too, by the convention that the
 * derivative of |u| is 0 there.
 *
 * <p>The features are multiples of 1/64 between -2 and 2, such as 8-bit intensities give, so that the graph of a member
 * has few distinct constants. The sample weights are uniform within 2 / &radic;n of 0, so that every u is of the order
 * of 1 at every size.
 *
 * <p>Source: D. R. Cox, The regression analysis of binary sequences, Journal of the Royal Statistical Society B 20(2),
 * 1958; C. M. Bishop, Pattern Recognition and Machine Learning, Springer 2006, sec. 4.3.2.
 */
final class LogisticRegression extends BuiltInFamily {

    private static final int EXAMPLES = 4;

    LogisticRegression() {
        super(
                "logistic-regression",
                "statistical model",
                "f(w) = 1/4 sum over k = 1 .. 4 of ln(1 + exp(-t_k w.p_k)), the weights are the inputs",
                "D. R. Cox, Journal of the Royal Statistical Society B 20(2), 1958");
    }

    @Override
    public OptionalLong operations(int inputs) {
        return OptionalLong.of(EXAMPLES * (2L * inputs + 7));
    }

    @Override
    Workload member(int inputs, long seed) {
        Seed stream = new Seed(seed);
        double[] signedFeatures = new double[EXAMPLES * inputs];
        for (int k = 0; k < signedFeatures.length; k++) {
            signedFeatures[k] = (stream.nextInt(256) - 127.5) / 64;
        }
        double bound = 2 / Math.sqrt(inputs);
        return new Workload(name(), new Function(inputs, signedFeatures), uniform(stream, inputs, -bound, bound));
    }

    private static final class Function implements ScalarFunction {

        private final int inputs;

        /**
         * -t<sub>k</sub> times feature i of example k at position 4 i + k: a label only changes the signs of its
         * example.
         */
        private final double[] signedFeatures;

        Function(int inputs, double[] signedFeatures) {
            this.inputs = inputs;
            this.signedFeatures = signedFeatures;
        }

        @Override
        public int inputs() {
            return inputs;
        }

        @Override
        public <T> T value(Arithmetic<T> a, Inputs<T> w) {
            T[] sums = a.array(EXAMPLES);
            for (int i = 0; i < inputs; i++) {
                T weight = w.get(i);
                for (int k = 0; k < EXAMPLES; k++) {
                    T product = a.multiply(weight, signedFeatures[EXAMPLES * i + k]);
                    sums[k] = i == 0 ? product : a.add(sums[k], product);
                }
            }
            T total = softplus(a, sums[0]);
            for (int k = 1; k < EXAMPLES; k++) {
                total = a.add(total, softplus(a, sums[k]));
            }
            return a.multiply(total, 1.0 / EXAMPLES);
        }

        private static <T> T softplus(Arithmetic<T> a, T u) {
            T magnitude = a.abs(u);
            T positivePart = a.multiply(a.add(u, magnitude), 0.5);
            return a.add(positivePart, a.log1p(a.exp(a.negate(magnitude))));
        }

        @Override
        public Optional<PlainFunction> plain() {
            double[] sums = new double[EXAMPLES];
            return Optional.of((w, y) -> {
                sum(w, sums);
                y[0] = meanSoftplus(sums);
            });
        }

        @Override
        public Optional<HandWrittenAdjoint> handWrittenAdjoint() {
            double[] sums = new double[EXAMPLES];
            return Optional.of((w, outputAdjoint, y, weightAdjoint) -> {
                sum(w, sums);
                y[0] = meanSoftplus(sums);
                back(sums, outputAdjoint[0] / EXAMPLES, weightAdjoint);
            });
        }

        /** One pass over the weights for all examples. */
        private void sum(double[] w, double[] sums) {
            double s0 = 0;
            double s1 = 0;
            double s2 = 0;
            double s3 = 0;
            for (int i = 0; i < w.length; i++) {
                double weight = w[i];
                s0 += weight * signedFeatures[4 * i];
                s1 += weight * signedFeatures[4 * i + 1];
                s2 += weight * signedFeatures[4 * i + 2];
                s3 += weight * signedFeatures[4 * i + 3];
            }
            sums[0] = s0;
            sums[1] = s1;
            sums[2] = s2;
            sums[3] = s3;
        }

        private static double meanSoftplus(double[] sums) {
            double total = 0;
            for (double u : sums) {
                total += Math.max(u, 0) + Math.log1p(Math.exp(-Math.abs(u)));
            }
            return total / EXAMPLES;
        }

        /** The derivative of softplus is the sigmoid; the features are the only partials of the sums. */
        private void back(double[] sums, double softplusAdjoint, double[] weightAdjoint) {
            double r0 = softplusAdjoint * Activations.logistic(sums[0]);
            double r1 = softplusAdjoint * Activations.logistic(sums[1]);
            double r2 = softplusAdjoint * Activations.logistic(sums[2]);
            double r3 = softplusAdjoint * Activations.logistic(sums[3]);
            for (int i = 0; i < weightAdjoint.length; i++) {
                weightAdjoint[i] = (r0 * signedFeatures[4 * i] + r1 * signedFeatures[4 * i + 1])
                        + (r2 * signedFeatures[4 * i + 2] + r3 * signedFeatures[4 * i + 3]);
            }
        }
    }
}
