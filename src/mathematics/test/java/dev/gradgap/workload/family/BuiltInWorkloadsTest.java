package dev.gradgap.workload.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.gradgap.function.DifferentiableFunction;
import dev.gradgap.function.HandWrittenAdjoint;
import dev.gradgap.function.PlainFunction;
import dev.gradgap.graph.DoubleArithmetic;
import dev.gradgap.graph.Graph;
import dev.gradgap.graph.Linearization;
import dev.gradgap.graph.Tracer;
import dev.gradgap.workload.Workload;
import dev.gradgap.workload.WorkloadFamily;
import dev.gradgap.workload.WorkloadProvider;
import java.util.Arrays;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every built-in family at every size. */
@Tag("thorough")
class BuiltInWorkloadsTest {

    private static final List<WorkloadFamily> FAMILIES = new BuiltInWorkloads().families();

    static Stream<WorkloadFamily> families() {
        return FAMILIES.stream();
    }

    /** Every family at its smallest size and at others that exercise remainders of unrolled loops. */
    static Stream<Arguments> members() {
        return FAMILIES.stream().flatMap(family -> IntStream.of(family.minInputs(), 2, 3, 4, 5, 6, 7, 8, 17, 100, 1000)
                .filter(n -> n >= family.minInputs() && n <= family.maxInputs())
                .distinct()
                .mapToObj(n -> Arguments.of(family.name(), n, family.create(n, 42))));
    }

    static Stream<Arguments> membersWithReference() {
        return members()
                .filter(member ->
                        workload(member).function().handWrittenAdjoint().isPresent());
    }

    private static Workload workload(Arguments member) {
        return (Workload) member.get()[2];
    }

    @Test
    void familiesAreFoundByTheServiceLoader() {
        List<String> found = ServiceLoader.load(WorkloadProvider.class).stream()
                .flatMap(provider -> provider.get().families().stream())
                .map(WorkloadFamily::name)
                .toList();
        assertThat(found)
                .containsExactly(
                        "lecture",
                        "backprop",
                        "gates",
                        "product",
                        "rosenbrock",
                        "chain",
                        "sum-of-squares",
                        "tree",
                        "log-sum-exp",
                        "helmholtz",
                        "mlp",
                        "logistic-regression",
                        "random",
                        "random-program",
                        "bratu",
                        "random-jacobian",
                        "bottleneck");
    }

    @ParameterizedTest(name = "{0} n={1}")
    @MethodSource("members")
    void pointAndValueAreFinite(String name, int n, Workload workload) {
        assertThat(workload.name()).isEqualTo(name);
        assertThat(workload.inputs()).isEqualTo(n);
        assertThat(workload.point()).hasSize(n).satisfies(BuiltInWorkloadsTest::isFinite);
        assertThat(plain(workload)).hasSize(workload.outputs()).satisfies(BuiltInWorkloadsTest::isFinite);
    }

    @ParameterizedTest(name = "{0} n={1}")
    @MethodSource("members")
    void plainPrimalEqualsGenericPrimal(String name, int n, Workload workload) {
        assertClose(plain(workload), generic(workload), 1e-12);
    }

    @ParameterizedTest(name = "{0} n={1}")
    @MethodSource("membersWithReference")
    void handWrittenAdjointReturnsThePrimal(String name, int n, Workload workload) {
        double[] y = new double[workload.outputs()];
        pullback(workload, outputWeights(workload), y);
        assertClose(y, plain(workload), 1e-12);
    }

    @ParameterizedTest(name = "{0} n={1}")
    @MethodSource("membersWithReference")
    void handWrittenAdjointEqualsTheSweepOverTheTracedGraph(String name, int n, Workload workload) {
        double[] weights = outputWeights(workload);
        double[] adjoint = pullback(workload, weights, new double[workload.outputs()]);
        assertClose(adjoint, sweep(workload, weights), 1e-11);
    }

    @ParameterizedTest(name = "{0} n={1}")
    @MethodSource("membersWithReference")
    void handWrittenAdjointAgreesWithCentralDifferencesOfThePrimal(String name, int n, Workload workload) {
        double[] weights = outputWeights(workload);
        double[] adjoint = pullback(workload, weights, new double[workload.outputs()]);
        PlainFunction plain = workload.function().plain().orElseThrow();
        double scale = Arrays.stream(adjoint).map(Math::abs).max().orElseThrow();
        double[] x = workload.point().clone();
        for (int i = 0; i < n; i += Math.max(1, n / 20)) {
            double step = 1e-6 * Math.abs(x[i]);
            double difference =
                    (weighted(plain, x, i, step, weights) - weighted(plain, x, i, -step, weights)) / 2 / step;
            assertThat(adjoint[i]).as("derivative by input %d", i).isCloseTo(difference, within(1e-5 * scale));
        }
    }

    @ParameterizedTest(name = "{0} n={1}")
    @MethodSource("membersWithReference")
    void handWrittenAdjointIsRepeatable(String name, int n, Workload workload) {
        HandWrittenAdjoint adjoint = workload.function().handWrittenAdjoint().orElseThrow();
        double[] weights = outputWeights(workload);
        double[] y = new double[workload.outputs()];
        double[] first = new double[n];
        double[] second = new double[n];
        adjoint.pullback(workload.point(), weights, y, first);
        Arrays.fill(second, Double.NaN);
        adjoint.pullback(workload.point(), weights, y, second);
        assertThat(second).containsExactly(first);
    }

    @ParameterizedTest(name = "{0} n={1}")
    @MethodSource("members")
    void operationsAreThoseOfTheTracedGraph(String name, int n, Workload workload) {
        WorkloadFamily family = family(name);
        Graph graph = Tracer.trace(workload.function());
        assertThat(family.operations(n)).hasValue(graph.operations());
        assertThat(family.outputs(n)).isEqualTo(graph.outputs());
        assertThat(graph.inputs()).isEqualTo(n);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("families")
    void operationsAreExactAtEverySmallSize(WorkloadFamily family) {
        for (int n = family.minInputs(); n <= Math.min(family.maxInputs(), 70); n++) {
            int operations = Tracer.trace(family.create(n, 1).function()).operations();
            assertThat(family.operations(n)).as("n = %d", n).hasValue(operations);
        }
    }

    @ParameterizedTest(name = "{0} n={1}")
    @MethodSource("members")
    void sameSeedGivesTheSameWorkload(String name, int n, Workload workload) {
        Workload again = family(name).create(n, 42);
        assertThat(again.point()).containsExactly(workload.point());
        assertThat(plain(again)).containsExactly(plain(workload));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("families")
    void anotherSeedGivesAnotherPointUnlessTheSizeIsFixed(WorkloadFamily family) {
        int n = Math.min(family.maxInputs(), 10);
        boolean fixed = family.minInputs() == family.maxInputs();
        boolean equal =
                Arrays.equals(family.create(n, 1).point(), family.create(n, 2).point());
        assertThat(equal).isEqualTo(fixed);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("families")
    void theReferenceIsAsAnnounced(WorkloadFamily family) {
        DifferentiableFunction function = family.create(family.minInputs(), 1).function();
        assertThat(function.plain()).isPresent();
        assertThat(function.handWrittenAdjoint().isPresent()).isEqualTo(family.hasReference());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("families")
    void wrongSizesAreRefusedInOneLine(WorkloadFamily family) {
        for (int wrong : new int[] {family.minInputs() - 1, family.maxInputs() + 1, Integer.MIN_VALUE}) {
            assertThatThrownBy(() -> family.create(wrong, 1))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("workload " + family.name() + " has ")
                    .hasMessageEndingWith(" inputs, not " + wrong)
                    .hasMessageNotContaining("\n");
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("families")
    void textsAreOneLineOfPlainText(WorkloadFamily family) {
        assertThat(List.of(family.name(), family.family(), family.definition(), family.source()))
                .allSatisfy(text -> assertThat(text).matches("[\\x20-\\x7e]+"));
        assertThat(family.name()).matches("[a-z][a-z-]*");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("families")
    void derivativesNeitherVanishNorBlowUpAtAHundredThousandInputs(WorkloadFamily family) {
        int n = Math.min(family.maxInputs(), 100_000);
        Workload workload = family.create(n, 7);
        double[] gradient = sweep(workload, outputWeights(workload));
        assertThat(gradient).satisfies(BuiltInWorkloadsTest::isFinite);
        double[] magnitudes = Arrays.stream(gradient).map(Math::abs).sorted().toArray();
        assertThat(magnitudes[n - 1]).as("largest").isBetween(1e-3, 1e5);
        assertThat(magnitudes[3 * n / 4]).as("upper quartile").isBetween(1e-6, 1e5);
    }

    private static WorkloadFamily family(String name) {
        return FAMILIES.stream()
                .filter(family -> family.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Different weights for the outputs, so that a swapped pair shows; not linear in j, which bratu would cancel. */
    private static double[] outputWeights(Workload workload) {
        return IntStream.range(0, workload.outputs())
                .mapToDouble(j -> 1 + j * j % 7 / 8.0)
                .toArray();
    }

    private static double[] plain(Workload workload) {
        double[] y = new double[workload.outputs()];
        workload.function().plain().orElseThrow().evaluate(workload.point(), y);
        return y;
    }

    private static double[] generic(Workload workload) {
        double[] x = workload.point();
        double[] y = new double[workload.outputs()];
        workload.function().evaluate(new DoubleArithmetic(), new Coordinates(x), (j, value) -> y[j] = value);
        return y;
    }

    private static double[] pullback(Workload workload, double[] weights, double[] y) {
        double[] adjoint = new double[workload.inputs()];
        Arrays.fill(adjoint, Double.NaN);
        workload.function().handWrittenAdjoint().orElseThrow().pullback(workload.point(), weights, y, adjoint);
        return adjoint;
    }

    private static double[] sweep(Workload workload, double[] weights) {
        Graph graph = Tracer.trace(workload.function());
        Linearization linearization = new Linearization(graph);
        linearization.at(workload.point());
        double[] adjoints = new double[graph.nodes()];
        for (int j = 0; j < weights.length; j++) {
            adjoints[graph.output(j)] += weights[j];
        }
        linearization.pullBack(adjoints);
        return Arrays.copyOf(adjoints, workload.inputs());
    }

    private static double weighted(PlainFunction plain, double[] x, int i, double step, double[] weights) {
        double saved = x[i];
        double[] y = new double[weights.length];
        x[i] += step;
        plain.evaluate(x, y);
        x[i] = saved;
        double sum = 0;
        for (int j = 0; j < y.length; j++) {
            sum += weights[j] * y[j];
        }
        return sum;
    }

    private static void assertClose(double[] actual, double[] expected, double tolerance) {
        assertThat(actual).hasSameSizeAs(expected);
        for (int i = 0; i < expected.length; i++) {
            assertThat(actual[i])
                    .as("element %d", i)
                    .isCloseTo(expected[i], within(tolerance * Math.max(Math.abs(expected[i]), 1e-6)));
        }
    }

    private static void isFinite(double[] numbers) {
        assertThat(Arrays.stream(numbers).allMatch(Double::isFinite)).isTrue();
    }
}
