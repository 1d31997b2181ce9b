package dev.gradgap.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gradgap.engine.builtin.BuiltInEngines;
import dev.gradgap.function.Arithmetic;
import dev.gradgap.function.DifferentiableFunction;
import dev.gradgap.function.Inputs;
import dev.gradgap.function.Outputs;
import dev.gradgap.workload.Seed;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.math3.analysis.differentiation.DerivativeStructure;

/** All engines agree on functions that nobody chose, and so does Commons Math used directly, without its adapter. */
final class RandomFunctionProperties {

    private static final int KINDS = 7;
    private static final double THRESHOLD = 0.1234; // that no number meets exactly

    @Property(tries = 60)
    void everyExactEngineAgreesWithCommonsMathUsedDirectly(
            @ForAll @IntRange(min = 1, max = 20) int inputs,
            @ForAll @IntRange(min = 1, max = 3) int outputs,
            @ForAll @IntRange(max = 120) int operations,
            @ForAll long seed) {
        RandomProgram program = new RandomProgram(inputs, outputs, operations, seed);
        double[] x = new double[inputs];
        Seed points = new Seed(seed);
        Arrays.setAll(x, i -> points.nextDouble(-1.5, 1.5));
        double[] expected = program.jacobianByCommonsMath(x);
        double largest = Arrays.stream(expected).map(Math::abs).max().orElse(0);
        for (Engine engine : new BuiltInEngines().engines()) {
            if (engine.technology() != Technology.REFERENCE) {
                double[] jacobian = new double[outputs * inputs];
                engine.prepare(program).jacobian(x, jacobian);
                assertThat(jacobian).as(engine.name()).containsExactly(expected, within(1e-11 * (1 + largest)));
            }
        }
    }

    /** A straight-line program whose every step takes two earlier numbers; values stay bounded by the sines. */
    private record RandomProgram(int inputs, int outputs, int operations, long seed) implements DifferentiableFunction {

        @Override
        public <T> void evaluate(Arithmetic<T> a, Inputs<T> x, Outputs<T> y) {
            Seed random = new Seed(seed);
            T[] numbers = a.array(inputs + operations);
            for (int i = 0; i < inputs; i++) {
                numbers[i] = x.get(i);
            }
            for (int k = inputs; k < numbers.length; k++) {
                T u = numbers[random.nextInt(k)];
                T v = numbers[random.nextInt(k)];
                numbers[k] = switch (random.nextInt(KINDS)) {
                    case 0 -> a.sin(a.add(u, v));
                    case 1 -> a.sin(a.multiply(u, v));
                    case 2 -> a.divide(u, a.add(a.square(v), 1));
                    case 3 -> a.tanh(a.subtract(u, v));
                    case 4 -> a.multiply(a.sigmoid(u), 0.5);
                    case 5 -> a.max(u, a.constant(THRESHOLD));
                    default -> a.subtract(1, a.atan2(u, a.add(a.cosh(v), 1)));
                };
            }
            for (int j = 0; j < outputs; j++) {
                y.set(j, numbers[random.nextInt(numbers.length)]);
            }
        }

        double[] jacobianByCommonsMath(double[] x) {
            Seed random = new Seed(seed);
            DerivativeStructure[] numbers = new DerivativeStructure[inputs + operations];
            for (int i = 0; i < inputs; i++) {
                numbers[i] = new DerivativeStructure(inputs, 1, i, x[i]);
            }
            for (int k = inputs; k < numbers.length; k++) {
                DerivativeStructure u = numbers[random.nextInt(k)];
                DerivativeStructure v = numbers[random.nextInt(k)];
                numbers[k] = switch (random.nextInt(KINDS)) {
                    case 0 -> u.add(v).sin();
                    case 1 -> u.multiply(v).sin();
                    case 2 -> u.divide(v.multiply(v).add(1));
                    case 3 -> u.subtract(v).tanh();
                    case 4 -> u.negate().exp().add(1).reciprocal().multiply(0.5);
                    case 5 -> u.getValue() >= THRESHOLD ? u : new DerivativeStructure(inputs, 1, THRESHOLD);
                    default ->
                        DerivativeStructure.atan2(u, v.cosh().add(1)).negate().add(1);
                };
            }
            double[] jacobian = new double[outputs * inputs];
            for (int j = 0; j < outputs; j++) {
                double[] row = numbers[random.nextInt(numbers.length)].getAllDerivatives();
                System.arraycopy(row, 1, jacobian, j * inputs, inputs);
            }
            return jacobian;
        }
    }
}
