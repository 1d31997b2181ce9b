package dev.gradgap.engine.compiled;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradgap.engine.ForwardDifferentiator;
import dev.gradgap.engine.ReverseDifferentiator;
import dev.gradgap.engine.reverse.OverloadingReverse;
import dev.gradgap.workload.Seed;
import java.util.Arrays;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Random loops, compiled, against the tape, which knows nothing of loops. */
class LoopProgramProperties {

    private static final double TOLERANCE = 1e-9;

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void compiledReverseAgreesWithTheTape(
            @ForAll @IntRange(min = 4, max = 90) int inputs,
            @ForAll @IntRange(min = 1, max = 5) int loops,
            @ForAll long seed) {
        LoopProgram program = new LoopProgram(inputs, loops, seed);
        double[] x = point(inputs, seed);
        double[] weights = new double[program.outputs()];
        Arrays.setAll(weights, j -> 0.5 + j);
        double[] expected = new double[inputs];
        double[] y = new double[weights.length];
        new OverloadingReverse().prepare(program).pullback(x, weights, y, expected);

        ReverseDifferentiator compiled = new CompiledReverse().prepare(program);
        double[] actual = new double[inputs];
        Arrays.fill(actual, Double.NaN); // what is not set must show
        double[] compiledY = new double[weights.length];
        compiled.pullback(x, weights, compiledY, actual);
        compareAll(compiledY, y);
        compareAll(actual, expected);
        compiled.record(x, compiledY);
        compiled.sweep(weights, actual);
        compiled.sweep(weights, actual);
        compareAll(actual, expected);
        compiled.primal(x, compiledY);
        compareAll(compiledY, y);
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void compiledReverseJacobianAgreesWithTheTape(
            @ForAll @IntRange(min = 4, max = 60) int inputs,
            @ForAll @IntRange(min = 1, max = 4) int loops,
            @ForAll long seed) {
        LoopProgram program = new LoopProgram(inputs, loops, seed);
        double[] x = point(inputs, seed);
        double[] actual = new double[inputs * program.outputs()];
        new CompiledReverse().prepare(program).jacobian(x, actual);
        compareAll(actual, jacobian(program, x));
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void compiledForwardAgreesWithTheTape(
            @ForAll @IntRange(min = 4, max = 60) int inputs,
            @ForAll @IntRange(min = 1, max = 4) int loops,
            @ForAll long seed) {
        LoopProgram program = new LoopProgram(inputs, loops, seed);
        double[] x = point(inputs, seed);
        double[] expected = jacobian(program, x);
        for (CompiledForward engine : new CompiledForward[] {CompiledForward.scalar(), CompiledForward.vector(8)}) {
            ForwardDifferentiator compiled = engine.prepare(program);
            double[] actual = new double[expected.length];
            compiled.jacobian(x, actual);
            compareAll(actual, expected);
            double[] y = new double[program.outputs()];
            double[] tangents = new double[y.length];
            double[] direction = new double[inputs];
            Arrays.setAll(direction, i -> 1.0 / (1 + i));
            compiled.pushforward(x, direction, y, tangents);
            double[] products = new double[y.length];
            for (int k = 0; k < expected.length; k++) {
                products[k / inputs] += expected[k] * direction[k % inputs];
            }
            compareAll(tangents, products);
        }
    }

    private static double[] jacobian(LoopProgram program, double[] x) {
        double[] jacobian = new double[program.inputs() * program.outputs()];
        new OverloadingReverse().prepare(program).jacobian(x, jacobian);
        return jacobian;
    }

    private static double[] point(int inputs, long seed) {
        Seed stream = new Seed(seed);
        double[] x = new double[inputs];
        Arrays.setAll(x, i -> stream.nextDouble(0.5, 1.5));
        return x;
    }

    private static void compareAll(double[] actual, double[] expected) {
        double largest = Arrays.stream(expected).map(Math::abs).max().orElse(0);
        for (int i = 0; i < expected.length; i++) {
            double difference = Math.abs(actual[i] - expected[i]);
            assertThat(difference)
                    .as("element %d: %s, expected %s", i, actual[i], expected[i])
                    .isLessThanOrEqualTo(TOLERANCE * Math.max(largest, 1e-3));
        }
    }
}
