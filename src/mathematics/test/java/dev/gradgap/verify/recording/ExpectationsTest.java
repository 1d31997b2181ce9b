package dev.gradgap.verify.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradgap.engine.Engine;
import dev.gradgap.engine.Operator;
import dev.gradgap.engine.builtin.BuiltInEngines;
import dev.gradgap.engine.forward.OverloadingForward;
import dev.gradgap.engine.reverse.GraphReverse;
import dev.gradgap.engine.reverse.OverloadingReverse;
import dev.gradgap.function.Arithmetic;
import dev.gradgap.function.DifferentiableFunction;
import dev.gradgap.function.Inputs;
import dev.gradgap.function.PlainFunction;
import dev.gradgap.function.ScalarFunction;
import dev.gradgap.verify.GradientCheck;
import dev.gradgap.verify.PlantedReverse;
import dev.gradgap.verify.contract.ContractFunctions.Mixed;
import dev.gradgap.verify.contract.ContractFunctions.WeightedSquares;
import dev.gradgap.verify.expected.Effort;
import dev.gradgap.verify.expected.Opinion;
import dev.gradgap.verify.expected.Opinion.Method;
import dev.gradgap.verify.expected.Vectors;
import dev.gradgap.verify.expected.Verdict;
import dev.gradgap.verify.recording.Expectations.PointOpinions;
import dev.gradgap.workload.Seed;
import dev.gradgap.workload.Workload;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("thorough")
final class ExpectationsTest {

    private static final long SEED = 5;

    private static Workload workload(DifferentiableFunction function) {
        Seed seed = new Seed(SEED);
        double[] x = new double[function.inputs()];
        Arrays.setAll(x, i -> seed.nextDouble(0.5, 2));
        return new Workload("test", function, x);
    }

    private static byte[] bytes(Expectations expectations) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        expectations.write(new DataOutputStream(bytes));
        return bytes.toByteArray();
    }

    private static Expectations read(byte[] bytes) throws IOException {
        return Expectations.read(new DataInputStream(new ByteArrayInputStream(bytes)));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 70, 5000})
    void whatIsWrittenIsReadToTheLastBit(int inputs) throws IOException {
        for (DifferentiableFunction function : List.of(new WeightedSquares(inputs), new Mixed(inputs))) {
            byte[] written = bytes(Expectations.record(workload(function), SEED));
            assertThat(bytes(read(written))).isEqualTo(written);
        }
        for (Workload workload : List.of(KinkedFunctions.maxOfTwo(), KinkedFunctions.differenceOfMaxima())) {
            byte[] kinked = bytes(Expectations.record(workload, SEED));
            assertThat(bytes(read(kinked))).isEqualTo(kinked);
        }
    }

    @Test
    void whatIsReadJudgesLikeWhatWasRecorded() throws IOException {
        Workload workload = workload(new Mixed(7));
        Expectations recorded = Expectations.record(workload, SEED);
        Expectations read = read(bytes(recorded));
        for (Expectations expectations : List.of(recorded, read)) {
            for (Engine engine : List.of(new GraphReverse(), new PlantedReverse(jacobian -> jacobian[2] += 1e-6))) {
                Verdict verdict = GradientCheck.of(
                                engine, engine.prepare(workload.function()), workload, () -> expectations, SEED)
                        .check(Operator.JACOBIAN, 1);
                assertThat(verdict.ok()).as(verdict.message()).isEqualTo(engine instanceof GraphReverse);
            }
        }
    }

    @Test
    void theSameSeedRecordsTheSame() throws IOException {
        Workload workload = workload(new WeightedSquares(10));
        assertThat(bytes(Expectations.record(workload, 1))).isEqualTo(bytes(Expectations.record(workload, 1)));
        assertThat(bytes(Expectations.record(workload, 1))).isNotEqualTo(bytes(Expectations.record(workload, 2)));
    }

    @Test
    void otherBytesAreNoExpectations() {
        assertThatThrownBy(() -> read(new byte[100]))
                .isInstanceOf(IOException.class)
                .hasMessage("these are no recorded expectations");
    }

    @Test
    void missingExpectationsSayWhyEvenInAFile() throws IOException {
        Expectations missing = read(bytes(Expectations.missing("out of memory")));
        assertThat(missing.isMissing()).isTrue();
        assertThat(missing.problem()).isEqualTo("out of memory");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 64, 300})
    void recordedNumbersAreThoseOfTheGradientByHand(int inputs) {
        Workload workload = workload(new WeightedSquares(inputs));
        for (PointOpinions point : Expectations.record(workload, SEED).points()) {
            double[] x = point.point(workload);
            double[] gradient = new double[inputs];
            double value = 0;
            for (int i = 0; i < inputs; i++) {
                gradient[i] = 2 * (i + 1) * x[i];
                value += (i + 1) * x[i] * x[i];
            }
            for (Opinion opinion : point.opinions()) {
                double tolerance = opinion.method().isExact() ? 1e-13 : 1e-6;
                assertThat(opinion.values().value(0)).isCloseTo(value, relative(tolerance, value));
                opinion.rows().forEach(row -> {
                    double weight = row.weights().toArray()[0];
                    for (int k = 0; k < row.elements().size(); k++) {
                        double right = weight * gradient[row.elements().position(k)];
                        assertThat(row.elements().value(k)).isCloseTo(right, relative(tolerance, right));
                    }
                });
                opinion.products().forEach(product -> {
                    double right = product.weights().toArray()[0]
                            * Vectors.dot(product.direction().toArray(), gradient);
                    assertThat(product.value().value(0)).isCloseTo(right, relative(tolerance, Vectors.norm(gradient)));
                });
            }
        }
    }

    private static Offset<Double> relative(double tolerance, double size) {
        return Offset.offset(tolerance * Math.abs(size));
    }

    @Test
    void twoPointsAreRecordedByThreeMethods() {
        List<PointOpinions> points =
                Expectations.record(workload(new WeightedSquares(3)), SEED).points();
        assertThat(points).hasSize(2);
        assertThat(points.get(0).opinions())
                .extracting(Opinion::method)
                .containsExactly(Method.DUAL_NUMBERS, Method.TAPE, Method.DIFFERENCES);
        assertThat(points.get(1).opinions())
                .extracting(Opinion::method)
                .containsExactly(Method.DUAL_NUMBERS, Method.TAPE);
    }

    /** |x_0|, of which the plain code says 1 more. */
    private record Contradicting() implements ScalarFunction {
        @Override
        public int inputs() {
            return 1;
        }

        @Override
        public <T> T value(Arithmetic<T> a, Inputs<T> x) {
            return a.abs(x.get(0));
        }

        @Override
        public Optional<PlainFunction> plain() {
            return Optional.of((x, y) -> y[0] = Math.abs(x[0]) + 1);
        }
    }

    @Test
    void thePlainCodeIsComparedEvenWhereThereIsNoDifference() {
        for (double x : new double[] {0, 0.5}) {
            Workload workload = new Workload("test", new Contradicting(), new double[] {x});
            assertThat(Expectations.record(workload, SEED).problem())
                    .as("at " + x)
                    .contains("disagree: y[0] is " + x + " by dual numbers, " + (x + 1) + " by evaluation on doubles");
        }
    }

    /** The sum of (s / d)^12 over the distances d of neighbours: points in a row whose coordinates grow and distances do not. */
    private record Chain(int inputs) implements ScalarFunction {
        @Override
        public <T> T value(Arithmetic<T> a, Inputs<T> x) {
            T sum = a.constant(0);
            for (int i = 1; i < inputs; i++) {
                sum = a.add(sum, a.pow(a.divide(3.4e-10, a.subtract(x.get(i), x.get(i - 1))), 12));
            }
            return sum;
        }
    }

    @Test
    void theSecondPointIsLikeTheFirstHoweverSmallTheFunctionsScale() {
        double[] x = new double[1000];
        Arrays.setAll(x, i -> 3.7e-10 * i);
        List<PointOpinions> points = Expectations.record(new Workload("test", new Chain(1000), x), SEED)
                .points();
        assertThat(points).hasSize(2);
        assertThat(value(points.get(1))).isBetween(value(points.get(0)) / 20, 20 * value(points.get(0)));
    }

    private static double value(PointOpinions point) {
        return point.opinions().get(0).values().value(0);
    }

    /** The rule that this is all about, engine by engine. */
    @Test
    void noEngineIsJudgedByItsOwnTechnologyAndMode() {
        Workload workload = workload(new Mixed(4));
        Expectations expectations = Expectations.record(workload, SEED);
        for (Engine engine : new BuiltInEngines().engines()) {
            List<String> judges = expectations.judging(engine, workload).stream()
                    .flatMap(oracle -> oracle.values().stream())
                    .map(values -> values.by().name())
                    .distinct()
                    .toList();
            switch (engine.name()) {
                case "overloading-forward",
                        "overloading-forward-4",
                        "overloading-forward-8",
                        "overloading-forward-16" -> assertThat(judges).containsExactly("the tape");
                case "overloading-reverse" -> assertThat(judges).containsExactly("dual numbers");
                default -> assertThat(judges).as(engine.name()).containsExactly("dual numbers", "the tape");
            }
        }
    }

    /** A loop of so many operations that little can be asked, on few inputs. */
    private record LongLoop(int inputs) implements ScalarFunction {
        @Override
        public <T> T value(Arithmetic<T> a, Inputs<T> x) {
            T state = x.get(0);
            for (int k = 0; k < 1_500_000; k++) {
                state = a.sin(a.add(state, x.get(k % inputs)));
            }
            return state;
        }
    }

    @Test
    void aFunctionThatTakesLongIsJudgedAllTheSame() {
        Workload workload = workload(new LongLoop(3));
        Expectations expectations = Expectations.record(workload, SEED);
        assertThat(expectations.points()).hasSize(1);
        for (Engine engine : List.of(OverloadingForward.scalar(), new OverloadingReverse())) {
            Verdict verdict = GradientCheck.beforeTiming(
                            engine, engine.prepare(workload.function()), workload, Optional.of(expectations), SEED)
                    .check(Operator.GRADIENT, 1);
            assertThat(verdict.ok()).as(verdict.message()).isTrue();
        }
    }

    @Test
    void largeFunctionsAreAskedLess() {
        Effort small = Effort.of(1000);
        assertThat(small).isEqualTo(new Effort(true, 2, 64, 3));
        Effort million = Effort.of(1 << 20);
        assertThat(million.singles()).isBetween(2, 32);
        assertThat(Effort.of(1L << 26)).isEqualTo(new Effort(false, 1, 0, 1));
        assertThat(Effort.of(1L << 33)).isEqualTo(new Effort(false, 1, 0, 1));
    }
}
