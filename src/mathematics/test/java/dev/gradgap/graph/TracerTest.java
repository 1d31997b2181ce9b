package dev.gradgap.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradgap.function.Arithmetic;
import dev.gradgap.function.DifferentiableFunction;
import dev.gradgap.function.Inputs;
import dev.gradgap.function.Outputs;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TracerTest {

    /** Every operation of the arithmetic once, each an output, on x in (0, 1) and y in (0, 1). */
    private static final class EveryOperation implements DifferentiableFunction {

        @Override
        public int inputs() {
            return 2;
        }

        @Override
        public int outputs() {
            return 38;
        }

        @Override
        public <T> void evaluate(Arithmetic<T> a, Inputs<T> in, Outputs<T> out) {
            T x = in.get(0);
            T y = in.get(1);
            List<T> results = List.of(
                    a.add(x, y),
                    a.subtract(x, y),
                    a.multiply(x, y),
                    a.divide(x, y),
                    a.add(x, 2),
                    a.subtract(x, 2),
                    a.subtract(2, x),
                    a.multiply(x, 2),
                    a.divide(x, 2),
                    a.divide(2, x),
                    a.negate(x),
                    a.reciprocal(x),
                    a.square(x),
                    a.sqrt(x),
                    a.pow(x, 2.5),
                    a.pow(x, y),
                    a.exp(x),
                    a.expm1(x),
                    a.log(x),
                    a.log1p(x),
                    a.sin(x),
                    a.cos(x),
                    a.tan(x),
                    a.asin(x),
                    a.acos(x),
                    a.atan(x),
                    a.atan2(x, y),
                    a.sinh(x),
                    a.cosh(x),
                    a.tanh(x),
                    a.sigmoid(x),
                    a.abs(x),
                    a.max(x, y),
                    a.min(x, y),
                    a.hypot(x, y),
                    a.cbrt(x),
                    a.logaddexp(x, y),
                    a.constant(7));
            for (int j = 0; j < results.size(); j++) {
                out.set(j, results.get(j));
            }
        }

        /** The same by the mathematics library. */
        static List<Double> expected(double x, double y) {
            return List.of(
                    x + y,
                    x - y,
                    x * y,
                    x / y,
                    x + 2,
                    x - 2,
                    2 - x,
                    x * 2,
                    x / 2,
                    2 / x,
                    -x,
                    1 / x,
                    x * x,
                    Math.sqrt(x),
                    Math.pow(x, 2.5),
                    Math.pow(x, y),
                    Math.exp(x),
                    Math.expm1(x),
                    Math.log(x),
                    Math.log1p(x),
                    Math.sin(x),
                    Math.cos(x),
                    Math.tan(x),
                    Math.asin(x),
                    Math.acos(x),
                    Math.atan(x),
                    Math.atan2(x, y),
                    Math.sinh(x),
                    Math.cosh(x),
                    Math.tanh(x),
                    1 / (1 + Math.exp(-x)),
                    Math.abs(x),
                    Math.max(x, y),
                    Math.min(x, y),
                    Math.hypot(x, y),
                    Math.cbrt(x),
                    Math.max(x, y) + Math.log1p(Math.exp(-Math.abs(x - y))),
                    7.0);
        }
    }

    private final DifferentiableFunction function = new EveryOperation();
    private final List<Double> expected = EveryOperation.expected(0.3, 0.6);

    @Test
    void theTracedGraphComputesEveryOperation() {
        Graph graph = Tracer.trace(function);
        double[] values = new double[graph.nodes()];
        PrimalSweep.evaluate(graph, new double[] {0.3, 0.6}, values);
        for (int j = 0; j < expected.size(); j++) {
            assertThat(values[graph.output(j)]).as("output %d", j).isEqualTo(expected.get(j));
        }
        assertThat(GraphStatistics.of(graph).counts()).containsOnlyKeys(Operation.values());
    }

    @Test
    void doubleArithmeticComputesEveryOperation() {
        assertThat(evaluated(function)).isEqualTo(expected);
    }

    @Test
    void aGraphFunctionInterpretsItsGraphOnAnyNumberAndOnDoubles() {
        GraphFunction replay = new GraphFunction(Tracer.trace(function));
        assertThat(evaluated(replay)).isEqualTo(expected);
        double[] y = new double[replay.outputs()];
        replay.plain().orElseThrow().evaluate(new double[] {0.3, 0.6}, y);
        assertThat(y)
                .containsExactly(
                        expected.stream().mapToDouble(Double::doubleValue).toArray());
        assertThat(replay.inputs()).isEqualTo(2);
    }

    private static List<Double> evaluated(DifferentiableFunction function) {
        List<Double> outputs = new ArrayList<>();
        function.evaluate(
                new DoubleArithmetic(),
                new Inputs<>() {
                    @Override
                    public int size() {
                        return 2;
                    }

                    @Override
                    public Double get(int i) {
                        return i == 0 ? 0.3 : 0.6;
                    }
                },
                (j, value) -> outputs.add(j, value));
        return outputs;
    }

    @Test
    void aGraphFunctionIsNotTracedAgain() {
        Graph graph = Tracer.trace(function);
        assertThat(Tracer.trace(new GraphFunction(graph))).isSameAs(graph);
    }

    @Test
    void anUnsetOutputIsReported() {
        assertThatThrownBy(() -> Tracer.trace(new Incomplete(0)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the function left output 1 unset");
    }

    @Test
    void anInputOutOfRangeIsReported() {
        assertThatThrownBy(() -> Tracer.trace(new Incomplete(3))).isInstanceOf(IndexOutOfBoundsException.class);
    }

    /** Sets only the first of its two outputs, to the input at a position. */
    private record Incomplete(int position) implements DifferentiableFunction {

        @Override
        public int inputs() {
            return 1;
        }

        @Override
        public int outputs() {
            return 2;
        }

        @Override
        public <T> void evaluate(Arithmetic<T> a, Inputs<T> x, Outputs<T> y) {
            y.set(0, x.get(position));
        }
    }
}
