package dev.gradgap.verify.recording;

import dev.gradgap.engine.ChainRuleArithmetic;
import dev.gradgap.engine.CollectedOutputs;
import dev.gradgap.function.DifferentiableFunction;
import dev.gradgap.function.Inputs;

/** A dual number of which every value and every term of the chain rule has one more rounding error: {@link Noise}. */
record NoisyDual(double value, double tangent) {

    /**
     * Evaluates a function.
     *
     * @param v the direction, length n
     * @param y receives the outputs, length m
     * @param tangents receives their derivatives along the direction, length m
     */
    static void pushforward(
            DifferentiableFunction function, long seed, double[] x, double[] v, double[] y, double[] tangents) {
        CollectedOutputs<NoisyDual> outputs = new CollectedOutputs<>(new NoisyDual[y.length]);
        outputs.evaluate(function, new Arithmetic(new Noise(seed)), new Inputs<>() {
            @Override
            public int size() {
                return x.length;
            }

            @Override
            public NoisyDual get(int i) {
                return new NoisyDual(x[i], v[i]);
            }
        });
        for (int j = 0; j < y.length; j++) {
            y[j] = outputs.get(j).value;
            tangents[j] = outputs.get(j).tangent;
        }
    }

    private static final class Arithmetic extends ChainRuleArithmetic<NoisyDual> {

        private final Noise noise;

        Arithmetic(Noise noise) {
            this.noise = noise;
        }

        @Override
        public NoisyDual constant(double value) {
            return new NoisyDual(value, 0);
        }

        @Override
        public NoisyDual[] array(int length) {
            return new NoisyDual[length];
        }

        @Override
        public double value(NoisyDual x) {
            return x.value;
        }

        @Override
        protected NoisyDual result(double value, double p, NoisyDual x) {
            return new NoisyDual(noise.on(value, x.value, x.value), noise.on(p * x.tangent));
        }

        @Override
        protected NoisyDual result(double value, double p, NoisyDual x, double q, NoisyDual y) {
            return new NoisyDual(noise.on(value, x.value, y.value), noise.on(p * x.tangent) + noise.on(q * y.tangent));
        }
    }
}
