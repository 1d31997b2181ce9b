package dev.gradgap.graph.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gradgap.graph.Graph;
import dev.gradgap.graph.GraphBuilder;
import dev.gradgap.graph.Linearization;
import dev.gradgap.graph.Operation;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every operation in runs, in groups and alone, against the interpreter, bit for bit where nothing is added up. */
final class KernelsTest {

    private static final int LENGTH = 700; // more than a register

    @ParameterizedTest
    @EnumSource(Operation.class)
    void runsOfAnOperation(Operation operation) {
        check(operation, LENGTH, 1);
    }

    @ParameterizedTest
    @EnumSource(Operation.class)
    void groupsOfAnOperation(Operation operation) {
        for (int length : new int[] {1, 2, 7, 8, 15}) {
            check(operation, length, 1);
        }
    }

    @ParameterizedTest
    @EnumSource(Operation.class)
    void longGroupsOfAnOperationOnOperandsInAnyOrder(Operation operation) {
        check(operation, LENGTH, 367);
    }

    /** Operation number i on inputs number i and i + length, times a stride. */
    private static void check(Operation operation, int length, int stride) {
        GraphBuilder builder = new GraphBuilder(2 * length);
        int exponent = builder.constant(1.5);
        for (int i = 0; i < length; i++) {
            int x = (int) ((long) i * i * stride % length);
            int y = operation == Operation.POW_CONSTANT ? exponent : length + (stride == 1 ? i : x);
            int node = stride == 1 ? i : x;
            builder.output(operation.arity() == 1 ? builder.apply(operation, node) : builder.apply(operation, node, y));
        }
        Graph graph = builder.build();
        double[] x = new double[2 * length];
        Arrays.setAll(x, i -> 0.05 + 0.9 * ((i * 7919L) % 1000) / 1000);
        Linearization linearization = new Linearization(graph);
        linearization.at(x);
        Sweeps sweeps = new Sweeps(Schedule.of(graph, true));
        double[] y = new double[length];
        sweeps.evaluate(x, y);
        double[] weights = new double[length];
        Arrays.setAll(weights, i -> 1 + i % 3);
        double[] expected = new double[graph.nodes()];
        for (int j = 0; j < length; j++) {
            assertThat(y[j]).isEqualTo(linearization.value(graph.output(j)));
            expected[graph.output(j)] += weights[j];
        }
        linearization.pullBack(expected);
        double[] adjoints = new double[2 * length];
        sweeps.pullBack(x, weights, adjoints);
        double[] inputs = Arrays.copyOf(expected, 2 * length);
        if (stride == 1) {
            assertThat(adjoints).containsExactly(inputs);
        } else {
            assertThat(adjoints).containsExactly(inputs, within(1e-9));
        }
    }
}
