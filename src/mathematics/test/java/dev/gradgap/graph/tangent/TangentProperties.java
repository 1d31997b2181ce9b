package dev.gradgap.graph.tangent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gradgap.graph.Graph;
import dev.gradgap.graph.Linearization;
import dev.gradgap.graph.RandomGraphs;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Dense and sparse passes against tangents pushed one node at a time, each node with a tangent of its own. */
final class TangentProperties {

    @Property(tries = 100)
    void densePassesAreThoseWithATangentForEveryNode(
            @ForAll @IntRange(min = 1, max = 40) int inputs,
            @ForAll @IntRange(min = 1, max = 4) int outputs,
            @ForAll @IntRange(max = 400) int operations,
            @ForAll @IntRange(min = 1, max = 17) int chunk,
            @ForAll long seed) {
        Graph graph = RandomGraphs.of(inputs, outputs, operations, seed);
        double[] x = RandomGraphs.point(inputs, seed);
        TangentSweeps sweeps = new TangentSweeps(graph, chunk);
        sweeps.linearize(x);
        double[] jacobian = new double[outputs * inputs];
        Arrays.fill(jacobian, Double.NaN);
        for (int pass = (inputs - 1) / chunk; pass >= 0; pass--) {
            sweeps.pass(pass, jacobian);
        }
        assertThat(jacobian).containsExactly(jacobian(graph, x), within(0.0)); // but for the sign of zeros
    }

    @Property(tries = 100)
    void sparsePassesAreThoseWithATangentForEveryNode(
            @ForAll @IntRange(min = 1, max = 40) int inputs,
            @ForAll @IntRange(min = 1, max = 4) int outputs,
            @ForAll @IntRange(max = 400) int operations,
            @ForAll long seed) {
        Graph graph = RandomGraphs.of(inputs, outputs, operations, seed);
        double[] x = RandomGraphs.point(inputs, seed);
        SparseTangents tangents = new SparseTangents(graph);
        tangents.linearize(x);
        double[] jacobian = new double[outputs * inputs];
        Arrays.fill(jacobian, Double.NaN);
        for (int input = inputs - 1; input >= 0; input--) {
            tangents.pass(input, jacobian);
        }
        assertThat(jacobian).containsExactly(jacobian(graph, x), within(0.0)); // but for the sign of zeros
    }

    @Property(tries = 50)
    void pushedTangentIsTheJacobianTimesIt(
            @ForAll @IntRange(min = 1, max = 40) int inputs,
            @ForAll @IntRange(min = 1, max = 4) int outputs,
            @ForAll @IntRange(max = 400) int operations,
            @ForAll long seed) {
        Graph graph = RandomGraphs.of(inputs, outputs, operations, seed);
        double[] x = RandomGraphs.point(inputs, seed);
        double[] direction = RandomGraphs.point(inputs, seed + 1);
        double[] jacobian = jacobian(graph, x);
        double[] expected = new double[outputs];
        for (int k = 0; k < jacobian.length; k++) {
            expected[k / inputs] += jacobian[k] * direction[k % inputs];
        }
        double scale = 1 + Arrays.stream(jacobian).map(Math::abs).sum();
        double[] product = new double[outputs];
        TangentSweeps dense = new TangentSweeps(graph, 1);
        dense.linearize(x);
        dense.push(direction, product);
        assertThat(product).containsExactly(expected, within(1e-12 * scale));
        SparseTangents sparse = new SparseTangents(graph);
        sparse.linearize(x);
        sparse.push(direction, product);
        assertThat(product).containsExactly(expected, within(1e-12 * scale));
        double[] column = new double[outputs * inputs];
        sparse.pass(0, column); // nothing of the push is left
        for (int j = 0; j < outputs; j++) {
            assertThat(column[j * inputs]).isCloseTo(jacobian[j * inputs], within(0.0));
        }
    }

    /** Who owns a slot is noted at every write, and asked at every read and at the end. */
    @Property(tries = 100)
    void noSlotIsTakenWhileItsTangentIsStillToBeRead(
            @ForAll @IntRange(min = 1, max = 40) int inputs,
            @ForAll @IntRange(min = 1, max = 4) int outputs,
            @ForAll @IntRange(max = 2000) int operations,
            @ForAll long seed) {
        Graph graph = RandomGraphs.of(inputs, outputs, operations, seed);
        TangentSlots slots = new TangentSlots(graph);
        int[] owner = new int[slots.count()];
        Arrays.fill(owner, -1);
        int base = graph.firstOperationNode();
        for (int k = 0; k < graph.operations(); k++) {
            assertOwner(graph.first(k) - base, slots.first(k), owner);
            assertOwner(graph.second(k) - base, slots.second(k), owner);
            assertThat(slots.result(k)).isPositive();
            owner[slots.result(k)] = k;
        }
        for (int j = 0; j < outputs; j++) {
            if (graph.output(j) >= base) {
                assertOwner(graph.output(j) - base, slots.ofNode(graph.output(j)), owner);
            }
        }
    }

    private static void assertOwner(int operation, int slot, int[] owner) {
        if (operation < 0) {
            assertThat(slot).isZero();
        } else {
            assertThat(owner[slot]).isEqualTo(operation);
        }
    }

    private static double[] jacobian(Graph graph, double[] x) {
        Linearization linearization = new Linearization(graph);
        linearization.at(x);
        double[] jacobian = new double[graph.outputs() * x.length];
        for (int i = 0; i < x.length; i++) {
            double[] tangents = new double[graph.nodes()];
            tangents[i] = 1;
            linearization.pushForward(tangents);
            for (int j = 0; j < graph.outputs(); j++) {
                jacobian[j * x.length + i] = tangents[graph.output(j)];
            }
        }
        return jacobian;
    }
}
