package dev.gradgap.graph.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gradgap.graph.Graph;
import dev.gradgap.graph.GraphBuilder;
import dev.gradgap.graph.Linearization;
import dev.gradgap.graph.Operation;
import dev.gradgap.graph.PrimalSweep;
import dev.gradgap.graph.Tracer;
import dev.gradgap.graph.schedule.program.Program;
import dev.gradgap.workload.Workload;
import dev.gradgap.workload.WorkloadFamily;
import dev.gradgap.workload.family.BuiltInWorkloads;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("thorough")
final class ScheduleTest {

    private static final int[] SIZES = {1, 2, 15, 16, 17, 100, 513, 1500, 6000};

    static Stream<Workload> workloads() {
        return new BuiltInWorkloads().families().stream().flatMap(family -> IntStream.of(SIZES)
                .filter(n -> n >= family.minInputs() && n <= family.maxInputs())
                .filter(n -> (long) n * family.outputs(n) <= 1 << 20)
                .mapToObj(n -> family.create(n, 7)));
    }

    @ParameterizedTest
    @MethodSource("workloads")
    void inOrderValuesAreThoseOfTheGraphBitForBit(Workload workload) {
        Graph graph = Tracer.trace(workload.function());
        double[] values = new double[graph.nodes()];
        PrimalSweep.evaluate(graph, workload.point(), values);
        double[] y = new double[graph.outputs()];
        new Sweeps(Schedule.of(graph, false)).evaluate(workload.point(), y);
        for (int j = 0; j < y.length; j++) {
            assertThat(y[j]).isEqualTo(values[graph.output(j)]);
        }
    }

    @ParameterizedTest
    @MethodSource("workloads")
    void adjointsAreThoseOfTheInterpreter(Workload workload) {
        Graph graph = Tracer.trace(workload.function());
        Linearization linearization = new Linearization(graph);
        linearization.at(workload.point());
        double[] expected = new double[graph.nodes()];
        double[] weights = new double[graph.outputs()];
        for (int j = 0; j < weights.length; j++) {
            weights[j] = 1 + j % 5;
            expected[graph.output(j)] += weights[j];
        }
        linearization.pullBack(expected);
        Sweeps sweeps = new Sweeps(Schedule.of(graph, true));
        sweeps.evaluateForAdjoints(workload.point());
        double[] adjoints = new double[graph.inputs()];
        sweeps.pullBack(workload.point(), weights, adjoints);
        double largest =
                Arrays.stream(expected, 0, adjoints.length).map(Math::abs).max().orElse(0);
        assertThat(adjoints).containsExactly(Arrays.copyOf(expected, adjoints.length), within(1e-10 * (1 + largest)));
    }

    @ParameterizedTest
    @MethodSource("workloads")
    void scheduleTakesAtMostEightBytesAnOperation(Workload workload) {
        Graph graph = Tracer.trace(workload.function());
        Schedule schedule = Schedule.of(graph, true);
        long instructions = 30L * Program.WIDTH * Integer.BYTES; // a few, however small the graph
        assertThat(schedule.bytes() - 8L * graph.constants() - 4L * graph.outputs())
                .isLessThanOrEqualTo(8L * graph.operations() + instructions);
    }

    /** The best that is known, with some room: values that partials read and that are dear to compute again. */
    @ParameterizedTest
    @CsvSource({"rosenbrock, 0.25", "product, 0.25", "mlp, 0.75", "log-sum-exp, 2.25"})
    void regularGraphsKeepNextToNothing(String name, double bytesAnOperation) {
        Graph graph = Tracer.trace(family(name).create(60_000, 1).function());
        Sweeps sweeps = new Sweeps(Schedule.of(graph, true));
        assertThat((double) sweeps.bytes() / graph.operations()).isLessThan(bytesAnOperation);
    }

    private static WorkloadFamily family(String name) {
        return new BuiltInWorkloads()
                .families().stream()
                        .filter(family -> family.name().equals(name))
                        .findFirst()
                        .orElseThrow();
    }

    @Test
    void reassociationChangesTheRoundingOfALongSumOnly() {
        int inputs = 10_000;
        GraphBuilder builder = new GraphBuilder(inputs);
        int sum = 0;
        for (int i = 1; i < inputs; i++) {
            sum = builder.apply(Operation.ADD, sum, i);
        }
        builder.output(sum);
        Graph graph = builder.build();
        double[] x = new double[inputs];
        Arrays.fill(x, 0.1);
        x[0] = 1e8;
        double inOrder = 1e8;
        for (int i = 1; i < inputs; i++) {
            inOrder += 0.1;
        }
        assertThat(value(graph, x, false)).isEqualTo(inOrder);
        assertThat(value(graph, x, true)).isNotEqualTo(inOrder).isCloseTo(1e8 + 999.9, within(1e-6));
    }

    private static double value(Graph graph, double[] x, boolean reassociate) {
        double[] y = new double[1];
        new Sweeps(Schedule.of(graph, reassociate)).evaluate(x, y);
        return y[0];
    }

    /** Kahan's example in small: the sum of a window is not begun anew, nor its first operand lost. */
    @Test
    void sumOfOneToNIsExactWhateverTheWindows() {
        for (int n : new int[] {2, 31, 32, 33, 511, 512, 513, 4095, 4096, 4097, 4098, 20_000}) {
            GraphBuilder builder = new GraphBuilder(n);
            int sum = 0;
            for (int i = 1; i < n; i++) {
                sum = i % 2 == 0 ? builder.apply(Operation.ADD, i, sum) : builder.apply(Operation.ADD, sum, i);
            }
            builder.output(sum);
            double[] x = new double[n];
            Arrays.setAll(x, i -> i + 1.0);
            assertThat(value(builder.build(), x, true)).isEqualTo(n * (n + 1.0) / 2);
        }
    }

    @Test
    void longProductMayHaveZeroFactors() {
        int n = 1000;
        GraphBuilder builder = new GraphBuilder(n);
        int product = 0;
        for (int i = 1; i < n; i++) {
            product = builder.apply(Operation.MULTIPLY, product, i);
        }
        builder.output(product);
        double[] x = new double[n];
        Arrays.fill(x, 1);
        x[700] = 0;
        x[3] = 2;
        double[] expected = new double[n];
        expected[700] = 2;
        assertThat(gradient(builder.build(), x)).containsExactly(expected);
    }

    @Test
    void longMaximumHandsItsAdjointToTheFirstOfSeveralLargest() {
        for (int first : new int[] {0, 1, 600, 999}) {
            int n = 1000;
            GraphBuilder builder = new GraphBuilder(n);
            int maximum = 0;
            int minimum = 0;
            for (int i = 1; i < n; i++) {
                maximum = builder.apply(Operation.MAX, maximum, i);
                minimum = builder.apply(Operation.MIN, minimum, i);
            }
            builder.output(builder.apply(Operation.SUBTRACT, maximum, minimum));
            double[] x = new double[n];
            double[] expected = new double[n];
            x[first] = 5;
            x[999] = 5;
            expected[first] = 1;
            expected[first == 0 ? 1 : 0] -= 1;
            assertThat(gradient(builder.build(), x)).containsExactly(expected);
        }
    }

    private static double[] gradient(Graph graph, double[] x) {
        double[] gradient = new double[x.length];
        Sweeps sweeps = new Sweeps(Schedule.of(graph, true));
        sweeps.evaluateForAdjoints(x);
        sweeps.pullBack(x, new double[] {1}, gradient);
        return gradient;
    }

    /**
     * The differences from the sum are computed again in the reverse sweep, and need the sum. The derivative by x_i of f =
     * sum (x_j - s)^2 is 2 (x_i - s) - 2 sum (x_j - s) = 2 (x_i - s) - 2 (s - n s).
     */
    @Test
    void squaredDifferencesFromTheSumHaveTheGradientOfTheFormula() {
        int n = 5000;
        GraphBuilder builder = new GraphBuilder(n);
        int sum = 0;
        for (int i = 1; i < n; i++) {
            sum = builder.apply(Operation.ADD, sum, i);
        }
        int squares = builder.apply(Operation.SQUARE, builder.apply(Operation.SUBTRACT, 0, sum));
        for (int i = 1; i < n; i++) {
            int square = builder.apply(Operation.SQUARE, builder.apply(Operation.SUBTRACT, i, sum));
            squares = builder.apply(Operation.ADD, squares, square);
        }
        builder.output(squares);
        double[] x = new double[n];
        Arrays.setAll(x, i -> i % 10 - 4.5 + (i == 7 ? 0.5 : 0));
        double s = 0.5;
        double[] expected = new double[n];
        Arrays.setAll(expected, i -> 2 * (x[i] - s) - 2 * (s - n * s));
        assertThat(gradient(builder.build(), x)).containsExactly(expected, within(1e-9));
    }

    /** f = 0.5 + the sum of all x_i squared + eight constants + x_1 + eight constants. */
    @Test
    void inputAmongConstantsInASumCounts() {
        int n = 32;
        GraphBuilder builder = new GraphBuilder(n);
        int sum = builder.constant(0.5);
        for (int i = 0; i < n; i++) {
            sum = builder.apply(Operation.ADD, sum, builder.apply(Operation.SQUARE, i));
        }
        for (int i = 0; i < 8; i++) {
            sum = builder.apply(Operation.ADD, sum, builder.constant(0.1 * i - 0.2));
        }
        sum = builder.apply(Operation.ADD, sum, 1);
        for (int i = 0; i < 8; i++) {
            sum = builder.apply(Operation.ADD, sum, builder.constant(0.1 * i - 0.25));
        }
        builder.output(sum);
        double[] x = new double[n];
        Arrays.setAll(x, i -> i);
        double[] expected = new double[n];
        Arrays.setAll(expected, i -> 2.0 * i + (i == 1 ? 1 : 0));
        assertThat(gradient(builder.build(), x)).containsExactly(expected);
    }

    /**
     * f = 0.5 u_0 c_0 c_12 ... with u_i = x_i + x_(i+1) and c_i = cos x_i: no partial of the first product reads u_0, but
     * those of the others do, and later sums are written to places of sums that no partial reads.
     */
    @Test
    void factorThatAConstantScalesIsKeptForTheOtherFactors() {
        int n = 64;
        GraphBuilder builder = new GraphBuilder(n);
        int[] sums = new int[n];
        int[] cosines = new int[n];
        Arrays.setAll(sums, i -> builder.apply(Operation.ADD, i, (i + 1) % n));
        Arrays.setAll(cosines, i -> builder.apply(Operation.COS, i));
        int product = builder.apply(Operation.MULTIPLY, builder.constant(0.5), sums[0]);
        for (int i = 0; i < 40; i++) {
            product = builder.apply(Operation.MULTIPLY, product, cosines[(i * i + 11 * i) % n]);
        }
        builder.output(product);
        for (int t = 0; t < 200; t++) {
            int[] before = sums.clone();
            int shift = 1 + t % 5;
            Arrays.setAll(sums, i -> builder.apply(Operation.ADD, before[(i + shift) % n], before[i]));
        }
        builder.output(sums[0]);
        Graph graph = builder.build();
        double[] x = new double[n];
        Arrays.setAll(x, i -> 0.01 * i + 0.1);
        double[] gradient = new double[n];
        Sweeps sweeps = new Sweeps(Schedule.of(graph, true));
        sweeps.evaluate(x, new double[2]);
        sweeps.pullBack(x, new double[] {1, 0}, gradient);
        Linearization linearization = new Linearization(graph);
        linearization.at(x);
        double[] expected = new double[graph.nodes()];
        expected[graph.output(0)] = 1;
        linearization.pullBack(expected);
        assertThat(gradient).containsExactly(Arrays.copyOf(expected, n), within(1e-15));
    }

    @Test
    void resultsThatNobodyReadsDoNoHarm() {
        GraphBuilder builder = new GraphBuilder(100);
        int[] squares = new int[100];
        for (int i = 0; i < 100; i++) {
            builder.apply(Operation.EXP, i);
            squares[i] = builder.apply(Operation.SQUARE, i);
            builder.apply(Operation.SIN, squares[i]);
        }
        builder.output(squares[42]);
        double[] x = new double[100];
        Arrays.fill(x, 3);
        double[] expected = new double[100];
        expected[42] = 6;
        assertThat(gradient(builder.build(), x)).containsExactly(expected);
    }

    @Test
    void tenMillionOperationsAreScheduledInPiecesThatFitTheCaches() {
        int n = 1_250_000;
        Graph graph = new GraphOfLocalOperations(n).build();
        assertThat(graph.operations()).isEqualTo(8 * n);
        Schedule schedule = Schedule.of(graph, true);
        assertThat(schedule.bytes()).isLessThan(8L * graph.operations());
    }

    /** For each input eight operations on the newest node and one of the latest sixty-four. */
    private static final class GraphOfLocalOperations {

        private final int inputs;
        private int state = 1;

        GraphOfLocalOperations(int inputs) {
            this.inputs = inputs;
        }

        Graph build() {
            GraphBuilder builder = new GraphBuilder(inputs, 8 * inputs);
            int[] latest = new int[64];
            int node = 0;
            for (int i = 0; i < inputs; i++) {
                node = i;
                for (int k = 0; k < 8; k++) {
                    int other = latest[next(64)];
                    node = switch (next(4)) {
                        case 0 -> builder.apply(Operation.SIN, node);
                        case 1 -> builder.apply(Operation.ADD, node, other);
                        case 2 -> builder.apply(Operation.MULTIPLY, other, node);
                        default -> builder.apply(Operation.TANH, node);
                    };
                    latest[next(64)] = node;
                }
            }
            builder.output(node);
            return builder.build();
        }

        private int next(int bound) {
            state ^= state << 13;
            state ^= state >>> 17;
            state ^= state << 5;
            return Math.floorMod(state, bound);
        }
    }
}
