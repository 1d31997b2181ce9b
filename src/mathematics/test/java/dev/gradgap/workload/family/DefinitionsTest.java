package dev.gradgap.workload.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.gradgap.graph.Graph;
import dev.gradgap.graph.Linearization;
import dev.gradgap.graph.Tracer;
import dev.gradgap.workload.Workload;
import java.util.Arrays;
import java.util.Map;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import org.junit.jupiter.api.Test;

/** Families whose code rearranges their definition, against the definition itself. */
class DefinitionsTest {

    @Test
    void helmholtzEqualsItsDefinitionWithTheFullMatrix() {
        double[] b = {0.1, 0.2, 0.05};
        double[] a = {0.7, 1.3, 0.4};
        double[] x = {0.8, 1.1, 1.4};
        double bx = 0;
        double quadratic = 0;
        double mixing = 0;
        for (int i = 0; i < 3; i++) {
            bx += b[i] * x[i];
            for (int j = 0; j < 3; j++) {
                quadratic += x[i] * Math.sqrt(a[i] * a[j]) * x[j];
            }
        }
        for (int i = 0; i < 3; i++) {
            mixing += x[i] * Math.log(x[i] / (1 - bx));
        }
        double logarithm = Math.log((1 + (1 + Math.sqrt(2)) * bx) / (1 + (1 - Math.sqrt(2)) * bx));
        double expected = mixing - quadratic / (Math.sqrt(8) * bx) * logarithm;

        double[] y = new double[1];
        double[] roots = {Math.sqrt(a[0]), Math.sqrt(a[1]), Math.sqrt(a[2])};
        new HelmholtzFunction(b, roots).plain().orElseThrow().evaluate(x, y);
        assertThat(y[0]).isCloseTo(expected, within(1e-14));
    }

    @Test
    void logisticRegressionAtZeroWeightsIsLogTwoWithTheRightDerivatives() {
        Workload workload = new LogisticRegression().create(5, 3);
        double[] zero = new double[5];
        double[] y = new double[1];
        double[] byHand = new double[5];
        workload.function().handWrittenAdjoint().orElseThrow().pullback(zero, new double[] {1}, y, byHand);
        Graph graph = Tracer.trace(workload.function());
        Linearization linearization = new Linearization(graph);
        linearization.at(zero);
        double[] adjoints = new double[graph.nodes()];
        adjoints[graph.output(0)] = 1;
        linearization.pullBack(adjoints);

        assertThat(y[0]).isCloseTo(Math.log(2), within(1e-15));
        assertThat(linearization.value(graph.output(0))).isCloseTo(Math.log(2), within(1e-15));
        for (int i = 0; i < 5; i++) {
            assertThat(adjoints[i]).as("the kink of |u| at 0 cancels").isCloseTo(byHand[i], within(1e-15));
        }
    }

    @Test
    void logisticRegressionDoesNotOverflow() {
        Workload workload = new LogisticRegression().create(1, 3);
        double[] y = new double[1];
        double[] gradient = new double[1];
        for (double weight : new double[] {-1e6, 1e6}) {
            workload.function()
                    .handWrittenAdjoint()
                    .orElseThrow()
                    .pullback(new double[] {weight}, new double[] {1}, y, gradient);
            assertThat(y[0]).isFinite();
            assertThat(gradient[0]).isFinite();
        }
    }

    @Test
    void bratuResidualOfTheExactSolutionIsOfFourthOrderInTheSpacing() {
        // u(t) = -2 ln(cosh((t - 1/2) theta/2) / cosh(theta/4)) with theta = sqrt(2 lambda) cosh(theta/4), lambda = 1.
        double theta = 1;
        for (int iteration = 0; iteration < 200; iteration++) {
            theta = Math.sqrt(2) * Math.cosh(theta / 4);
        }
        for (int n : new int[] {9, 99}) {
            double spacing = 1 / (n + 1.0);
            double[] u = new double[n];
            for (int i = 0; i < n; i++) {
                u[i] = -2 * Math.log(Math.cosh(((i + 1) * spacing - 0.5) * theta / 2) / Math.cosh(theta / 4));
            }
            double[] residual = new double[n];
            new Bratu().create(n, 0).function().plain().orElseThrow().evaluate(u, residual);
            for (double component : residual) {
                assertThat(component).isCloseTo(0, within(Math.pow(spacing, 4)));
            }
        }
    }

    /** All that the outputs depend on goes through the hidden units. */
    @Test
    void theJacobianOfABottleneckHasTheRankOfItsHiddenUnits() {
        Workload workload = new Bottleneck().with(Map.of("outputs", "50")).create(40, 3);
        double[] y = new double[50];
        double[][] jacobian = new double[50][40];
        for (int j = 0; j < 50; j++) {
            double[] weights = new double[50];
            weights[j] = 1;
            workload.function().handWrittenAdjoint().orElseThrow().pullback(workload.point(), weights, y, jacobian[j]);
        }
        assertThat(new SingularValueDecomposition(new Array2DRowRealMatrix(jacobian)).getRank())
                .isEqualTo(16);
        assertThat(Arrays.stream(y).map(Math::abs).max().orElseThrow()).isLessThan(0.95);
    }

    @Test
    void theOutputsOfABottleneckAreAParameter() {
        assertThat(new Bottleneck().outputs(7)).isEqualTo(7);
        assertThat(new Bottleneck().with(Map.of("outputs", "3")).outputs(7)).isEqualTo(3);
        assertThat(new Bottleneck().with(Map.of("outputs", "3")).name()).isEqualTo("bottleneck:outputs=3");
        assertThatThrownBy(() -> new Bottleneck().with(Map.of("outputs", "0")))
                .hasMessage("workload bottleneck: outputs must be from 1 to 100000000 or inputs, not 0");
        assertThatThrownBy(() -> new Bottleneck().with(Map.of("hidden", "3")))
                .hasMessage("workload bottleneck has one parameter, outputs");
    }

    @Test
    void productToleratesAZeroFactor() {
        double[] x = {2, 3, 0, 5, 7, 11};
        double[] y = new double[1];
        double[] gradient = new double[6];
        new Product()
                .create(6, 0)
                .function()
                .handWrittenAdjoint()
                .orElseThrow()
                .pullback(x, new double[] {1}, y, gradient);
        assertThat(y).containsExactly(0);
        assertThat(gradient).containsExactly(0, 0, 2 * 3 * 5 * 7 * 11, 0, 0, 0);
    }

    @Test
    void rosenbrockHasItsMinimumAtOne() {
        double[] y = new double[1];
        double[] gradient = {9, 9, 9, 9, 9};
        double[] ones = {1, 1, 1, 1, 1};
        new Rosenbrock()
                .create(5, 0)
                .function()
                .handWrittenAdjoint()
                .orElseThrow()
                .pullback(ones, new double[] {1}, y, gradient);
        assertThat(y).containsExactly(0);
        assertThat(gradient).containsExactly(new double[5], within(0.0));
        double[] start = {-1.2, 1};
        new Rosenbrock().create(2, 0).function().plain().orElseThrow().evaluate(start, y);
        assertThat(y[0]).as("the value at Rosenbrock's own starting point").isCloseTo(24.2, within(1e-13));
    }
}
