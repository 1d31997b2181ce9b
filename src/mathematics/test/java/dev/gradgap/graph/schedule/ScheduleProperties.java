package dev.gradgap.graph.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gradgap.graph.Graph;
import dev.gradgap.graph.Linearization;
import dev.gradgap.graph.RandomGraphs;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;

/** Scheduled graphs against the plain interpreter and against differences of the interpreter's values. */
@Tag("thorough")
final class ScheduleProperties {

    @Property(tries = 120)
    void inOrderValuesAreTheInterpretersBitForBit(
            @ForAll @IntRange(min = 1, max = 300) int inputs,
            @ForAll @IntRange(min = 1, max = 4) int outputs,
            @ForAll @IntRange(max = 12_000) int operations,
            @ForAll long seed) {
        Graph graph = RandomGraphs.of(inputs, outputs, operations, seed);
        double[] x = RandomGraphs.point(inputs, seed);
        double[] y = new double[outputs];
        Sweeps sweeps = new Sweeps(Schedule.of(graph, false));
        sweeps.evaluate(x, y);
        assertThat(y).containsExactly(values(graph, x));
        Arrays.fill(y, Double.NaN);
        sweeps.primal(x, y);
        assertThat(y).containsExactly(values(graph, x));
    }

    @Property(tries = 120)
    void adjointsAreTheInterpreters(
            @ForAll @IntRange(min = 1, max = 300) int inputs,
            @ForAll @IntRange(min = 1, max = 4) int outputs,
            @ForAll @IntRange(max = 12_000) int operations,
            @ForAll boolean reassociate,
            @ForAll long seed) {
        Graph graph = RandomGraphs.of(inputs, outputs, operations, seed);
        double[] x = RandomGraphs.point(inputs, seed);
        double[] weights = RandomGraphs.point(outputs, seed + 1);
        Sweeps sweeps = new Sweeps(Schedule.of(graph, reassociate));
        double[] adjoints = new double[inputs];
        double[] expected = adjoints(graph, x, weights);
        double largest = Arrays.stream(expected).map(Math::abs).max().orElse(0);
        double[] elsewhere = RandomGraphs.point(inputs, seed + 2);
        sweeps.evaluate(x, new double[outputs]);
        sweeps.primal(elsewhere, new double[outputs]);
        Arrays.fill(adjoints, Double.NaN);
        sweeps.pullBack(x, weights, adjoints);
        assertThat(adjoints).containsExactly(expected, within(1e-9 * (1 + largest)));
        sweeps.evaluate(elsewhere, new double[outputs]);
        sweeps.evaluateForAdjoints(x);
        Arrays.fill(adjoints, Double.NaN);
        sweeps.pullBack(x, weights, adjoints);
        assertThat(adjoints).containsExactly(expected, within(1e-9 * (1 + largest)));
    }

    @Property(tries = 60)
    void adjointsAreTheDifferencesOfTheInterpretersValues(
            @ForAll @IntRange(min = 1, max = 20) int inputs,
            @ForAll @IntRange(max = 60) int operations,
            @ForAll long seed) {
        Graph graph = RandomGraphs.of(inputs, 1, operations, seed);
        double[] x = RandomGraphs.point(inputs, seed);
        double[] direction = RandomGraphs.point(inputs, seed + 1);
        double[] adjoints = new double[inputs];
        Sweeps sweeps = new Sweeps(Schedule.of(graph, true));
        sweeps.evaluate(x, new double[1]);
        sweeps.pullBack(x, new double[] {1}, adjoints);
        double slope = 0;
        for (int i = 0; i < inputs; i++) {
            slope += adjoints[i] * direction[i];
        }
        double coarse = difference(graph, x, direction, 2e-5);
        double fine = difference(graph, x, direction, 1e-5);
        double extrapolated = fine + (fine - coarse) / 3;
        // Where a maximum switches between the points the differences do not converge, and tell nothing.
        double scale = 1 + Arrays.stream(adjoints).map(Math::abs).sum();
        if (Math.abs(fine - coarse) < 1e-4 * scale) {
            assertThat(slope).isCloseTo(extrapolated, within(1e-3 * scale));
        }
    }

    private static double difference(Graph graph, double[] x, double[] direction, double step) {
        double[] ahead = new double[x.length];
        double[] behind = new double[x.length];
        Arrays.setAll(ahead, i -> x[i] + step * direction[i]);
        Arrays.setAll(behind, i -> x[i] - step * direction[i]);
        return (values(graph, ahead)[0] - values(graph, behind)[0]) / (2 * step);
    }

    private static double[] values(Graph graph, double[] x) {
        Linearization linearization = new Linearization(graph);
        linearization.at(x);
        double[] y = new double[graph.outputs()];
        Arrays.setAll(y, j -> linearization.value(graph.output(j)));
        return y;
    }

    private static double[] adjoints(Graph graph, double[] x, double[] weights) {
        Linearization linearization = new Linearization(graph);
        linearization.at(x);
        double[] adjoints = new double[graph.nodes()];
        for (int j = 0; j < weights.length; j++) {
            adjoints[graph.output(j)] += weights[j];
        }
        linearization.pullBack(adjoints);
        return Arrays.copyOf(adjoints, graph.inputs());
    }
}
