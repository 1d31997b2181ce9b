package dev.gradgap.workload.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gradgap.workload.Workload;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class MlpTest {

    @Test
    void everyNumberOfWeightsHasALayout() {
        for (int n = 1; n <= 5000; n++) {
            int hidden = MlpFunction.hidden(n);
            int connections = n - hidden * hidden - hidden;
            assertThat(connections)
                    .as("first-layer connections of %d weights", n)
                    .isGreaterThanOrEqualTo(hidden);
            assertThat((long) MlpFunction.features(n) * Math.max(1, hidden))
                    .isBetween((long) connections, (long) connections + Math.max(0, hidden - 1));
            assertThat(2 * hidden * hidden).isLessThanOrEqualTo(n);
            assertThat(2 * (hidden + 1) * (hidden + 1)).isGreaterThan(n < 3 ? 1 : n);
        }
    }

    @Test
    void aSmallNetworkIsWhatItsDefinitionSays() {
        // 14 weights: h = 2, 8 connections from 4 features, 4 between the layers, 2 to the output.
        double[] features = {1, -2, 0.5, 3};
        double[] w = {1, 2, 0.5, -1, 2, 4, -1, 1, 0.25, 2, -1, 0.5, 3, -2};
        double z0 = 1 * 1 + 0.5 * -2 + 2 * 0.5 + -1 * 3; // -2, inactive
        double z1 = 2 * 1 + -1 * -2 + 4 * 0.5 + 1 * 3; // 9
        assertThat(new double[] {z0, z1}).containsExactly(-2, 9);
        double output = 3 * Math.max(0, -1 * 9) + -2 * Math.max(0, 0.5 * 9);
        double[] y = new double[1];
        double[] gradient = new double[14];
        MlpFunction function = new MlpFunction(14, features, 1);
        function.handWrittenAdjoint().orElseThrow().pullback(w, new double[] {1}, y, gradient);
        assertThat(y[0]).isEqualTo((output - 1) * (output - 1));
        double r = 2 * (output - 1);
        double byZ1 = r * -2 * 0.5;
        assertThat(gradient)
                .containsExactly(
                        new double[] {0, byZ1, 0, -2 * byZ1, 0, 0.5 * byZ1, 0, 3 * byZ1, 0, 0, 0, r * -2 * 9, 0, r * 4.5
                        },
                        within(1e-15));
    }

    @Test
    void lossAndActiveShareStayOfTheOrderOfOneAtEverySize() {
        for (int n : new int[] {1, 2, 3, 4, 10, 100, 1000, 100_000, 1_000_000}) {
            Workload workload = new Mlp().create(n, 11);
            double[] y = new double[1];
            double[] gradient = new double[n];
            workload.function()
                    .handWrittenAdjoint()
                    .orElseThrow()
                    .pullback(workload.point(), new double[] {1}, y, gradient);
            assertThat(y[0]).as("loss of %d weights", n).isBetween(0.01, 200.0);
            long active = Arrays.stream(gradient)
                    .filter(derivative -> derivative != 0)
                    .count();
            assertThat(active / (double) n)
                    .as("share of derivatives that are not 0")
                    .isGreaterThan(0.25);
            double norm = Math.sqrt(Arrays.stream(gradient).map(d -> d * d).sum());
            assertThat(norm).as("norm of the gradient").isBetween(0.1, 1000.0);
        }
    }
}
