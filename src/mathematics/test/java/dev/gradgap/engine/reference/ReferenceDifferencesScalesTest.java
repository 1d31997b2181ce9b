package dev.gradgap.engine.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradgap.engine.ForwardDifferentiator;
import dev.gradgap.engine.RefusedException;
import dev.gradgap.engine.reverse.OverloadingReverse;
import dev.gradgap.function.Arithmetic;
import dev.gradgap.function.Inputs;
import dev.gradgap.function.ScalarFunction;
import dev.gradgap.workload.Seed;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Finite differences at points of every size, of functions that vary on other scales: right, or refused before. */
final class ReferenceDifferencesScalesTest {

    /** The Lennard-Jones energy of a chain of atoms, whose distances are all that matters; positions in any unit. */
    private record Chain(int inputs, double sigma) implements ScalarFunction {

        @Override
        public <T> T value(Arithmetic<T> a, Inputs<T> x) {
            T energy = a.constant(0);
            for (int i = 1; i < inputs; i++) {
                T sixth = a.pow(a.divide(sigma, a.subtract(x.get(i), x.get(i - 1))), 6);
                energy = a.add(energy, a.subtract(a.square(sixth), sixth));
            }
            return energy;
        }

        double[] point() {
            Seed random = new Seed(7);
            double[] x = new double[inputs];
            Arrays.setAll(x, i -> sigma * (1.09 * i + random.nextDouble(-0.06, 0.06)));
            return x;
        }
    }

    /** A sum of waves and the like, of any height, above any level. */
    private record Waves(int inputs, int shape, double height, double width, double level) implements ScalarFunction {

        @Override
        public <T> T value(Arithmetic<T> a, Inputs<T> x) {
            T sum = a.constant(level);
            for (int i = 0; i < inputs; i++) {
                T input = a.divide(x.get(i), width);
                T wave =
                        switch (shape) {
                            case 0 -> a.sin(input);
                            case 1 -> a.tanh(input);
                            case 2 -> a.square(input);
                            default -> a.log(a.add(a.square(input), 1));
                        };
                sum = a.add(sum, a.multiply(wave, height));
            }
            return sum;
        }
    }

    /** The error in units of what a derivative may be off by: it counts beside the largest, down to a ten-thousandth. */
    private static double error(ScalarFunction function, double[] x) {
        double[] expected = new double[x.length];
        new OverloadingReverse().prepare(function).gradient(x, expected);
        ForwardDifferentiator differences = new ReferenceDifferences().prepare(function);
        double[] got = new double[x.length];
        differences.gradient(x, got);
        double largest = Arrays.stream(expected).map(Math::abs).max().orElseThrow();
        double worst = 0;
        for (int i = 0; i < x.length; i++) {
            double scale = Math.max(Math.abs(expected[i]), 1e-4 * largest);
            worst = got[i] == expected[i] ? worst : Math.max(worst, Math.abs(got[i] - expected[i]) / scale);
        }
        double[] direction = new double[x.length];
        double along = 0;
        for (int i = 0; i < x.length; i++) {
            direction[i] = Math.signum(expected[i]) / 3;
            along += direction[i] * expected[i];
        }
        double[] slope = new double[1];
        differences.pushforward(x, direction, new double[1], slope);
        double alongError = slope[0] == along ? 0 : Math.abs(slope[0] - along) / Math.abs(along);
        return Math.max(worst, alongError) / ReferenceDifferences.TOLERANCE;
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-30, 3.4e-10, 1e-3, 1, 1e5, 1e30})
    void aChainOfAtomsIsRightInEveryUnit(double sigma) {
        for (int n : new int[] {2, 3, 100, 1000}) {
            Chain chain = new Chain(n, sigma);
            assertThat(error(chain, chain.point())).as("%d atoms", n).isLessThan(1);
        }
    }

    @Test
    void derivativesAreRightOrRefusedAtEveryScale() {
        Seed random = new Seed(11);
        int right = 0;
        int tries = 400;
        for (int k = 0; k < tries; k++) {
            double size = Math.pow(10, random.nextDouble(-60, 60));
            double height = Math.pow(10, random.nextDouble(-60, 60));
            double width = size * Math.pow(10, random.nextDouble(-4, 2));
            double level = random.nextInt(2) * height * Math.pow(10, random.nextDouble(-3, 8));
            int n = 1 + random.nextInt(20);
            Waves waves = new Waves(n, random.nextInt(4), height, width, level);
            double[] x = new double[n];
            Arrays.setAll(x, i -> size * random.nextDouble(0.2, 1.5));
            try {
                assertThat(error(waves, x))
                        .as("%s at %s", waves, Arrays.toString(x))
                        .isLessThan(1);
                right++;
            } catch (RefusedException refused) {
                assertThat(refused).hasMessageStartingWith("no step shows ");
            }
        }
        assertThat(right).isGreaterThan(tries / 2);
    }

    @Test
    void coordinatesOfDifferentSizesHaveStepsOfTheirOwn() {
        ScalarFunction function = new ScalarFunction() {
            @Override
            public int inputs() {
                return 2;
            }

            @Override
            public <T> T value(Arithmetic<T> a, Inputs<T> x) {
                return a.multiply(a.sin(a.divide(x.get(0), 1e10)), a.sin(a.divide(x.get(1), 1e-10)));
            }
        };
        assertThat(error(function, new double[] {1e10, 2e-10})).isLessThan(1);
    }

    @Test
    void aLevelThatHidesDerivativesIsRefused() {
        isRefused(new Waves(1, 0, 1, 1, 1e9), 0.5, "no step shows all derivatives to three digits");
    }

    @Test
    void theTailOfAFunctionIsRefused() {
        isRefused(
                new Waves(1, 1, 1, 1, 0),
                20,
                "no step shows any derivative at this point: the function is flat around it");
    }

    private static void isRefused(Waves waves, double x, String reason) {
        ForwardDifferentiator differences = new ReferenceDifferences().prepare(waves);
        assertThatThrownBy(() -> differences.gradient(new double[] {x}, new double[1]))
                .isInstanceOf(RefusedException.class)
                .hasMessageStartingWith(reason);
    }
}
