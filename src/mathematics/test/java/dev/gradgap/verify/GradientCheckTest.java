package dev.gradgap.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.gradgap.engine.Differentiator;
import dev.gradgap.engine.Engine;
import dev.gradgap.engine.Mode;
import dev.gradgap.engine.Operator;
import dev.gradgap.engine.WithAdjoint;
import dev.gradgap.engine.builtin.BuiltInEngines;
import dev.gradgap.engine.forward.OverloadingForward;
import dev.gradgap.engine.reference.PlainPrimal;
import dev.gradgap.engine.reference.ReferenceDifferences;
import dev.gradgap.engine.reverse.GraphReverse;
import dev.gradgap.engine.reverse.OverloadingReverse;
import dev.gradgap.function.Arithmetic;
import dev.gradgap.function.DifferentiableFunction;
import dev.gradgap.function.Inputs;
import dev.gradgap.function.PlainFunction;
import dev.gradgap.function.ScalarFunction;
import dev.gradgap.verify.contract.ContractFunctions.Mixed;
import dev.gradgap.verify.contract.ContractFunctions.WeightedSquares;
import dev.gradgap.verify.expected.Verdict;
import dev.gradgap.verify.recording.Expectations;
import dev.gradgap.workload.Seed;
import dev.gradgap.workload.Workload;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("thorough")
final class GradientCheckTest {

    private static final long SEED = 7;
    private static final int ALL_PASSES = Integer.MAX_VALUE;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 63, 64, 65, 1000})
    void rightEnginesPassAgainstExpectations(int inputs) {
        for (Engine engine : new BuiltInEngines().engines()) {
            DifferentiableFunction function = new WeightedSquares(inputs);
            if (engine.refusal(function).isEmpty()) {
                Verdict verdict = check(
                        engine,
                        workload(function),
                        engine.operators().iterator().next());
                assertThat(verdict.ok()).as(verdict.message()).isTrue();
                Verdict all = GradientCheck.of(engine, engine.prepare(function), workload(function), SEED)
                        .checkAll(ALL_PASSES);
                assertThat(all.ok()).as(all.message()).isTrue();
                assertThat(all.compared()).isGreaterThan(Math.min(inputs, 64));
                if (engine.tolerance() < 1e-9) {
                    assertThat(all.maxRelativeError()).as(all.message()).isLessThan(1e-12);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 100})
    void rightJacobiansPass(int inputs) {
        for (Engine engine : new BuiltInEngines().engines()) {
            DifferentiableFunction function = new Mixed(inputs);
            if (engine.refusal(function).isEmpty()) {
                Verdict verdict = check(engine, workload(function), Operator.JACOBIAN);
                assertThat(verdict.ok()).as(verdict.message()).isTrue();
            }
        }
    }

    @Test
    void slightlyWrongElementIsCaughtByTheHandWrittenAdjointAndNamed() {
        Engine wrong = new PlantedReverse(gradient -> gradient[17] *= 1 + 1e-9);
        Verdict verdict = check(wrong, exact(100), Operator.GRADIENT);
        assertThat(verdict.ok()).isFalse();
        assertThat(verdict.worstIndex()).isEqualTo(17);
        assertThat(verdict.maxRelativeError()).isBetween(0.9e-9, 1.1e-9);
        assertThat(verdict.tolerance()).isEqualTo(1e-10);
        assertThat(verdict.message())
                .startsWith("planted on test with 100 inputs, gradient: wrong: dy/dx[17] is ")
                .contains("by the hand-written adjoint")
                .doesNotContain("\n");
    }

    @Test
    void droppedInputIsCaughtAmongManyOfWhichASampleIsKnown() {
        Engine wrong = new PlantedReverse(gradient -> gradient[777] = 0);
        Verdict verdict = check(wrong, workload(new WeightedSquares(20_000)), Operator.GRADIENT);
        assertThat(verdict.ok()).isFalse();
        assertThat(verdict.message()).contains("along random");
    }

    @Test
    void valueAndGradientThatAreWrongInTheSameWayAreCaught() {
        for (Engine engine : List.of(OverloadingForward.scalar(), new OverloadingReverse(), new GraphReverse())) {
            for (int inputs : new int[] {1, 2, 30}) {
                Workload workload = sines(inputs);
                Differentiator ofAnother = engine.prepare(new SumOfSines(inputs, 2));
                Expectations recorded = Expectations.record(workload, SEED);
                Operator operator = engine.mode() == Mode.FORWARD ? Operator.PUSHFORWARD : Operator.PULLBACK;
                assertThat(List.of(
                                GradientCheck.of(engine, ofAnother, workload, SEED)
                                        .check(Operator.GRADIENT, ALL_PASSES),
                                GradientCheck.of(engine, ofAnother, workload, SEED)
                                        .check(Operator.PRIMAL, ALL_PASSES),
                                beforeTiming(engine, ofAnother, workload, recorded)
                                        .check(Operator.GRADIENT, ALL_PASSES),
                                beforeTiming(engine, ofAnother, workload, recorded)
                                        .check(Operator.PRIMAL, ALL_PASSES),
                                beforeTiming(engine, ofAnother, workload, recorded)
                                        .check(operator, ALL_PASSES)))
                        .allSatisfy(verdict -> assertThat(verdict.isWrong())
                                .as(verdict.message())
                                .isTrue());
            }
        }
    }

    private static GradientCheck beforeTiming(
            Engine engine, Differentiator differentiator, Workload workload, Expectations recorded) {
        return GradientCheck.beforeTiming(engine, differentiator, workload, Optional.of(recorded), SEED);
    }

    @Test
    void engineThatIsRightAtTheSamplePointAloneIsCaught() {
        Workload workload = sines(3);
        Engine engine = new GraphReverse();
        double[] gradient = new double[3];
        engine.prepare(workload.function()).gradient(workload.point(), gradient);
        Engine stuck = new PlantedReverse(got -> System.arraycopy(gradient, 0, got, 0, 3));
        Verdict verdict = check(stuck, workload, Operator.GRADIENT);
        assertThat(verdict.isWrong()).isTrue();
        assertThat(verdict.message()).contains(" near the sample point is ");
    }

    @Test
    void whoLooksAgainLooksAtTheSamplePointAlone() {
        for (Workload workload : List.of(exact(100), sines(3))) {
            Optional<Expectations> recorded = GradientCheck.needsExpectations(workload)
                    ? Optional.of(Expectations.record(workload, SEED))
                    : Optional.empty();
            double[] gradient = new double[workload.inputs()];
            new GraphReverse().prepare(workload.function()).gradient(workload.point(), gradient);
            Engine stuck = new PlantedReverse(got -> System.arraycopy(gradient, 0, got, 0, gradient.length));
            Engine wrong = new PlantedReverse(got -> got[1] *= 1 + 1e-6);
            Differentiator ofStuck = stuck.prepare(workload.function());
            Differentiator ofWrong = wrong.prepare(workload.function());

            assertThat(GradientCheck.beforeTiming(stuck, ofStuck, workload, recorded, SEED)
                            .checkOnce(Operator.GRADIENT, ALL_PASSES)
                            .isWrong())
                    .isTrue();
            assertThat(GradientCheck.beforeTimingAgain(stuck, ofStuck, workload, recorded, SEED)
                            .checkOnce(Operator.GRADIENT, ALL_PASSES)
                            .ok())
                    .isTrue();
            assertThat(GradientCheck.beforeTimingAgain(wrong, ofWrong, workload, recorded, SEED)
                            .checkOnce(Operator.GRADIENT, ALL_PASSES)
                            .isWrong())
                    .isTrue();
        }
    }

    @Test
    void wrongPartialOfOneOperationIsCaughtAndNamed() {
        Verdict verdict =
                check(new PlantedReverse(gradient -> gradient[1] = -gradient[1]), sines(3), Operator.GRADIENT);
        assertThat(verdict.ok()).isFalse();
        assertThat(verdict.worst()).startsWith("dy/dx[1]");
        assertThat(verdict.worstIndex()).isEqualTo(1);
        assertThat(verdict.expected()).isEqualTo(-verdict.got(), within(1e-6));
    }

    @Test
    void wrongPullbackIsCaught() {
        Verdict verdict = check(new PlantedReverse(adjoint -> adjoint[2] += 1), exact(5), Operator.PULLBACK);
        assertThat(verdict.ok()).isFalse();
        assertThat(verdict.message()).contains("(w'J)[2]");
    }

    @Test
    void nanAndInfinityAreWrongWhereverTheyAre() {
        for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
            Engine wrong = new PlantedReverse(gradient -> gradient[4321] = bad);
            for (Workload workload : new Workload[] {exact(10_000), workload(new WeightedSquares(10_000))}) {
                Verdict verdict = check(wrong, workload, Operator.GRADIENT);
                assertThat(verdict.ok()).isFalse();
                assertThat(verdict.maxRelativeError()).isInfinite();
                assertThat(verdict.worstIndex()).isEqualTo(4321);
                assertThat(verdict.message()).contains("dy/dx[4321] is " + bad + ", not a finite number");
            }
        }
    }

    @Test
    void nanFromTheFunctionItselfIsNamed() {
        Workload outside = new Workload("test", new Logarithm(), new double[] {-1});
        Verdict verdict = check(new GraphReverse(), outside, Operator.GRADIENT);
        assertThat(verdict.ok()).isFalse();
        assertThat(verdict.message()).contains("y[0] is NaN");
    }

    @Test
    void wrongValueIsCaught() {
        DifferentiableFunction squares = new WeightedSquares(3);
        DifferentiableFunction plainDiffers = new WithAdjoint(
                squares,
                (x, y) -> y[0] = 1,
                (x, w, y, adjoint) -> Arrays.setAll(adjoint, i -> w[0] * 2 * (i + 1) * x[i]));
        Verdict verdict = check(new GraphReverse(), workload(plainDiffers), Operator.PRIMAL);
        assertThat(verdict.ok()).isFalse();
        assertThat(verdict.worst()).isEqualTo("y[0]");
    }

    @Test
    void sampleOfPassesComparesTheirColumnsOnly() {
        Verdict verdict = GradientCheck.of(
                        OverloadingForward.vector(4),
                        OverloadingForward.vector(4).prepare(exact(1000).function()),
                        exact(1000),
                        SEED)
                .check(Operator.GRADIENT, 5);
        assertThat(verdict.ok()).as(verdict.message()).isTrue();
        assertThat(verdict.compared()).isEqualTo(2 * (1 + 5 * 4)); // at two points
    }

    @Test
    void beforeTimingNoOtherNumbersRunThroughTheFunction() {
        AtomicReference<String> only = new AtomicReference<>("");
        DifferentiableFunction function = new OnlyOn(only);
        Workload workload = new Workload("test", function, new double[] {0.5, 0.25});
        Expectations recorded = Expectations.record(workload, SEED);
        only.set("Dual");
        Engine engine = OverloadingForward.scalar();
        Verdict verdict = beforeTiming(engine, engine.prepare(function), workload, recorded)
                .checkAll(ALL_PASSES);
        assertThat(verdict.ok()).as(verdict.message()).isTrue();
        assertThat(verdict.oracle()).isEqualTo("the tape");
    }

    @Test
    void whereNothingCouldBeRecordedThePlainPrimalJudgesAllButWhatRunsIt() {
        Workload workload = workload(new WithPlain(new SumOfSines(3, 1)));
        Expectations missing = Expectations.missing("out of memory");
        Engine engine = new GraphReverse();
        Verdict verdict = beforeTiming(engine, engine.prepare(workload.function()), workload, missing)
                .checkAll(ALL_PASSES);
        assertThat(verdict.ok()).as(verdict.message()).isTrue();
        assertThat(verdict.oracle()).isEqualTo("evaluation on doubles and finite differences");

        Engine reference = new ReferenceDifferences();
        Verdict none = beforeTiming(reference, reference.prepare(workload.function()), workload, missing)
                .checkAll(ALL_PASSES);
        assertThat(none.ok()).isFalse();
        assertThat(none.isWrong()).isFalse();
        assertThat(none.message()).endsWith("gradient: not verified: out of memory");
    }

    @Test
    void recordedPointsStayInsideTheFunctionsDomain() {
        Workload edge = new Workload("test", new Logarithm(), new double[] {5e-5});
        Verdict verdict = check(new GraphReverse(), edge, Operator.GRADIENT);
        assertThat(verdict.ok()).as(verdict.message()).isTrue();
        assertThat(verdict.message()).contains("dual numbers and the tape");
    }

    @Test
    void derivativeThatDifferencesCannotSeeIsNotVerifiedByThem() {
        Workload hidden = workload(new WithPlain(new Buried()));
        Engine engine = new GraphReverse();
        Verdict verdict = beforeTiming(
                        engine, engine.prepare(hidden.function()), hidden, Expectations.missing("out of memory"))
                .check(Operator.GRADIENT, ALL_PASSES);
        assertThat(verdict.ok()).isFalse();
        assertThat(verdict.message()).contains("not verified").contains("too uncertain");
        assertThat(check(engine, hidden, Operator.GRADIENT).ok()).isTrue();
    }

    @Test
    void constantFunctionIsVerified() {
        Workload constant = new Workload("test", new Constant(), new double[] {1, 2});
        Verdict verdict = check(new GraphReverse(), constant, Operator.GRADIENT);
        assertThat(verdict.ok()).as(verdict.message()).isTrue();
    }

    @Test
    void operatorOfTheOtherModeIsRefused() {
        assertThatThrownBy(() -> check(new GraphReverse(), exact(2), Operator.PUSHFORWARD))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("engine graph-reverse works in reverse mode: it has no pushforward");
        assertThatThrownBy(() -> check(new GraphReverse(), workload(new Mixed(2)), Operator.GRADIENT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("5 outputs");
    }

    private static Verdict check(Engine engine, Workload workload, Operator operator) {
        return GradientCheck.of(engine, engine.prepare(workload.function()), workload, SEED)
                .check(operator, ALL_PASSES);
    }

    private static Workload workload(DifferentiableFunction function) {
        Seed seed = new Seed(SEED);
        double[] x = new double[function.inputs()];
        Arrays.setAll(x, i -> seed.nextDouble(0.5, 2));
        return new Workload("test", function, x);
    }

    /** Weighted squares with their adjoint by hand. */
    private static Workload exact(int inputs) {
        DifferentiableFunction squares = new WeightedSquares(inputs);
        return workload(new WithAdjoint(squares, PlainPrimal.of(squares), (x, w, y, adjoint) -> {
            PlainPrimal.of(squares).evaluate(x, y);
            Arrays.setAll(adjoint, i -> w[0] * 2 * (i + 1) * x[i]);
        }));
    }

    private static Workload sines(int inputs) {
        return workload(new SumOfSines(inputs, 1));
    }

    /** The sum of sin(k x_i). */
    private record SumOfSines(int inputs, double k) implements ScalarFunction {
        @Override
        public <T> T value(Arithmetic<T> a, Inputs<T> x) {
            T sum = a.sin(a.multiply(x.get(0), k));
            for (int i = 1; i < inputs; i++) {
                sum = a.add(sum, a.sin(a.multiply(x.get(i), k)));
            }
            return sum;
        }
    }

    /** A function with a plain form, of which no more is known. */
    private record WithPlain(ScalarFunction generic) implements ScalarFunction {
        @Override
        public int inputs() {
            return generic.inputs();
        }

        @Override
        public <T> T value(Arithmetic<T> a, Inputs<T> x) {
            return generic.value(a, x);
        }

        @Override
        public Optional<PlainFunction> plain() {
            return Optional.of(PlainPrimal.of(generic));
        }
    }

    private static final class Logarithm implements ScalarFunction {
        @Override
        public int inputs() {
            return 1;
        }

        @Override
        public <T> T value(Arithmetic<T> a, Inputs<T> x) {
            return a.log(x.get(0));
        }
    }

    /** sin x + 10^15: the derivative is lost in the rounding of the value. */
    private static final class Buried implements ScalarFunction {
        @Override
        public int inputs() {
            return 1;
        }

        @Override
        public <T> T value(Arithmetic<T> a, Inputs<T> x) {
            return a.add(a.sin(x.get(0)), 1e15);
        }
    }

    private static final class Constant implements ScalarFunction {
        @Override
        public int inputs() {
            return 2;
        }

        @Override
        public <T> T value(Arithmetic<T> a, Inputs<T> x) {
            return a.constant(42);
        }
    }

    /** Fails on numbers of any class but the one given, if one is. */
    private record OnlyOn(AtomicReference<String> className) implements ScalarFunction {
        @Override
        public int inputs() {
            return 2;
        }

        @Override
        public <T> T value(Arithmetic<T> a, Inputs<T> x) {
            T product = a.multiply(x.get(0), a.sin(x.get(1)));
            String only = className.get();
            if (!only.isEmpty() && !product.getClass().getSimpleName().equals(only)) {
                throw new IllegalStateException("evaluated on " + product.getClass());
            }
            return product;
        }
    }
}
