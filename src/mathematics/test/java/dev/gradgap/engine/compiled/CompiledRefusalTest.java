package dev.gradgap.engine.compiled;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.gradgap.engine.Engine;
import dev.gradgap.engine.ForwardDifferentiator;
import dev.gradgap.engine.RefusedException;
import dev.gradgap.engine.ReverseDifferentiator;
import dev.gradgap.engine.reverse.OverloadingReverse;
import dev.gradgap.function.DifferentiableFunction;
import dev.gradgap.graph.GraphBuilder;
import dev.gradgap.graph.GraphFunction;
import dev.gradgap.graph.Operation;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Functions without loops: refused, or straight code just below that; against the tape. */
@Tag("thorough")
class CompiledRefusalTest {

    private static final double TOLERANCE = 1e-10;
    private static final int[] CHUNKS = {1, 8, 16};
    private static final int MOST_STRAIGHT = 3000;

    @Test
    void anIrregularGraphIsRefusedWithTheReason() {
        DifferentiableFunction function = Traced.workload("random", 4096).function();
        for (Engine engine : List.of(new CompiledReverse(), CompiledForward.scalar(), CompiledForward.vector(8))) {
            assertThatThrownBy(() -> engine.prepare(function))
                    .as(engine.name())
                    .isInstanceOf(RefusedException.class)
                    .hasMessageContaining("too irregular")
                    .hasMessageContaining("32767 operations");
        }
    }

    @Test
    void anIrregularGraphOfManyOutputsIsRefused() {
        DifferentiableFunction function =
                Traced.workload("random-jacobian", 1000).function();
        assertThatThrownBy(() -> new CompiledReverse().prepare(function)).isInstanceOf(RefusedException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {2900, MOST_STRAIGHT})
    void straightCodeAtTheLimitIsCompiled(int operations) {
        GraphFunction function = straight(operations);
        assertSameDerivatives(function, point(function.inputs()));
    }

    @Test
    void straightCodeBeyondTheLimitIsRefused() {
        GraphFunction function = straight(MOST_STRAIGHT + 1);
        assertThatThrownBy(() -> new CompiledReverse().prepare(function)).isInstanceOf(RefusedException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {300, 1200, 1900})
    void manySmallLoopsAreCompiledIntoSeveralClasses(int loops) {
        GraphFunction function = smallLoops(loops);
        assertSameDerivatives(function, point(function.inputs()));
    }

    @Test
    void moreLoopsThanThatAreRefused() {
        GraphFunction function = smallLoops(2100);
        assertThatThrownBy(() -> new CompiledReverse().prepare(function)).isInstanceOf(RefusedException.class);
    }

    @Test
    void aLongBodyIsCompiled() {
        int body = 93;
        int iterations = 12;
        Random random = new Random(1);
        boolean[] pattern = new boolean[body];
        for (int j = 0; j < body; j++) {
            pattern[j] = random.nextBoolean();
        }
        GraphBuilder builder = new GraphBuilder(2 * body * iterations);
        for (int k = 0; k < body * iterations; k++) {
            Operation operation = pattern[k % body] ? Operation.HYPOT : Operation.ATAN2;
            builder.output(builder.apply(operation, 2 * k, 2 * k + 1));
        }
        GraphFunction function = new GraphFunction(builder.build());
        assertSameDerivatives(function, point(function.inputs()));
    }

    private static void assertSameDerivatives(DifferentiableFunction function, double[] x) {
        int n = function.inputs();
        int m = function.outputs();
        double[] weights = new double[m];
        Arrays.setAll(weights, j -> 1 + 0.25 * Math.sin(j));
        double[] y = new double[m];
        double[] adjoint = new double[n];
        ReverseDifferentiator tape = new OverloadingReverse().prepare(function);
        tape.pullback(x, weights, y, adjoint);

        double[] actualY = new double[m];
        double[] actual = new double[n];
        Arrays.fill(actual, Double.NaN);
        new CompiledReverse().prepare(function).pullback(x, weights, actualY, actual);
        assertClose(actualY, y);
        assertClose(actual, adjoint);
        for (int chunk : CHUNKS) {
            CompiledForward engine = chunk == 1 ? CompiledForward.scalar() : CompiledForward.vector(chunk);
            ForwardDifferentiator forward = engine.prepare(function);
            assertPushforward(forward, x, weights, adjoint);
            assertPasses(forward, chunk, x, weights, adjoint);
        }
    }

    private static void assertPushforward(
            ForwardDifferentiator forward, double[] x, double[] weights, double[] adjoint) {
        double[] direction = new double[x.length];
        Arrays.setAll(direction, i -> Math.cos(i));
        double[] y = new double[weights.length];
        double[] tangents = new double[weights.length];
        forward.pushforward(x, direction, y, tangents);
        assertClose(new double[] {dot(weights, tangents)}, new double[] {dot(adjoint, direction)});
    }

    /** The first, a middle and the last pass. */
    private static void assertPasses(
            ForwardDifferentiator forward, int chunk, double[] x, double[] weights, double[] adjoint) {
        int n = x.length;
        double[] jacobian = new double[weights.length * n];
        forward.start(x);
        for (int pass : new int[] {0, forward.passes() / 2, forward.passes() - 1}) {
            forward.pass(pass, x, jacobian);
            for (int i = pass * chunk; i < Math.min(n, (pass + 1) * chunk); i++) {
                double derivative = 0;
                for (int j = 0; j < weights.length; j++) {
                    derivative += weights[j] * jacobian[j * n + i];
                }
                assertThat(derivative)
                        .as("input %d, %d tangents a pass", i, chunk)
                        .isCloseTo(adjoint[i], within(TOLERANCE * Math.max(1, Math.abs(adjoint[i]))));
            }
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static void assertClose(double[] actual, double[] expected) {
        for (int i = 0; i < expected.length; i++) {
            assertThat(actual[i])
                    .as("element %d", i)
                    .isCloseTo(expected[i], within(TOLERANCE * Math.max(1, Math.abs(expected[i]))));
        }
    }

    private static double[] point(int inputs) {
        double[] x = new double[inputs];
        Arrays.setAll(x, i -> 1 + 0.5 * Math.sin(1 + i));
        return x;
    }

    /** Random operations whose values are bounded, each read at most a few operations later. */
    private static GraphFunction straight(int operations) {
        Operation[] choice = {
            Operation.SIN,
            Operation.COS,
            Operation.TANH,
            Operation.ATAN,
            Operation.ATAN2,
            Operation.SUBTRACT,
            Operation.MAX,
            Operation.HYPOT
        };
        int inputs = 50;
        Random random = new Random(operations);
        GraphBuilder builder = new GraphBuilder(inputs);
        int node = 0;
        for (int k = 0; k < operations; k++) {
            Operation operation = choice[random.nextInt(choice.length)];
            int x = inputs + k - 1 - random.nextInt(Math.min(20, inputs + k));
            int y = random.nextInt(inputs + k);
            node = operation.arity() == 1 ? builder.apply(operation, x) : builder.apply(operation, x, y);
        }
        builder.output(node);
        return new GraphFunction(builder.build());
    }

    /** Loops over the same eight inputs, each with a body of its own. */
    private static GraphFunction smallLoops(int loops) {
        Operation[] choice = {Operation.SIN, Operation.COS, Operation.TANH, Operation.ATAN, Operation.SIGMOID};
        int iterations = 8;
        GraphBuilder builder = new GraphBuilder(iterations);
        for (int loop = 0; loop < loops; loop++) {
            int node = 0;
            for (int i = 0; i < iterations; i++) {
                node = i;
                for (int digits = loop + choice.length; digits > 0; digits /= choice.length) {
                    node = builder.apply(choice[digits % choice.length], node);
                }
            }
            builder.output(node);
        }
        return new GraphFunction(builder.build());
    }
}
