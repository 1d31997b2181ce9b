package dev.gradgap.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradgap.engine.Engine;
import dev.gradgap.engine.Operator;
import dev.gradgap.engine.ReverseDifferentiator;
import dev.gradgap.engine.reference.PlainPrimal;
import dev.gradgap.function.Arithmetic;
import dev.gradgap.function.DifferentiableFunction;
import dev.gradgap.function.HandWrittenAdjoint;
import dev.gradgap.function.Inputs;
import dev.gradgap.function.ScalarFunction;
import dev.gradgap.verify.OddReverse.Around;
import dev.gradgap.verify.expected.Verdict;
import dev.gradgap.workload.Seed;
import dev.gradgap.workload.Workload;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Engines that are right when they are asked once, and what they are told when they are asked again. */
final class RepeatedCallsTest {

    private static final long SEED = 11;
    private static final int LAST_RIGHT_CALL = 20;

    /** Adds its results to what the caller's array holds. */
    private static final class Accumulating extends Around {
        Accumulating(ReverseDifferentiator right) {
            super(right);
        }

        @Override
        public void jacobian(double[] x, double[] jacobian) {
            double[] sum = jacobian.clone();
            super.jacobian(x, jacobian);
            Arrays.setAll(jacobian, k -> jacobian[k] + sum[k]);
        }
    }

    /** Answers with the derivatives at the point of the call before. */
    private static final class OneCallBehind extends Around {
        private double[] last = {};

        OneCallBehind(ReverseDifferentiator right) {
            super(right);
        }

        @Override
        public void jacobian(double[] x, double[] jacobian) {
            double[] now = new double[jacobian.length];
            super.jacobian(x, now);
            System.arraycopy(last.length == 0 ? now : last, 0, jacobian, 0, now.length);
            last = now;
        }
    }

    /** Takes an array that it has seen for a point that it has seen. */
    private static final class TrustingTheArray extends Around {
        private double[] seen = {};
        private double[] last = {};

        TrustingTheArray(ReverseDifferentiator right) {
            super(right);
        }

        @Override
        public void jacobian(double[] x, double[] jacobian) {
            if (x != seen) {
                last = new double[jacobian.length];
                super.jacobian(x, last);
                seen = x;
            }
            System.arraycopy(last, 0, jacobian, 0, last.length);
        }
    }

    /** Takes a point for the same if its first coordinate is. */
    private static final class LookingAtOneCoordinate extends Around {
        private double first = Double.NaN;
        private double[] last = {};

        LookingAtOneCoordinate(ReverseDifferentiator right) {
            super(right);
        }

        @Override
        public void jacobian(double[] x, double[] jacobian) {
            if (x[0] != first) {
                last = new double[jacobian.length];
                super.jacobian(x, last);
                first = x[0];
            }
            System.arraycopy(last, 0, jacobian, 0, last.length);
        }
    }

    /** Writes nothing into an array into which it has written this point's derivatives before. */
    private static final class SparingTheArray extends Around {
        private double[] filled = {};
        private double[] point = {};

        SparingTheArray(ReverseDifferentiator right) {
            super(right);
        }

        @Override
        public void jacobian(double[] x, double[] jacobian) {
            if (jacobian != filled || !Arrays.equals(x, point)) {
                super.jacobian(x, jacobian);
                filled = jacobian;
                point = x.clone();
            }
        }
    }

    /** Uses the caller's point as its own. */
    private static final class MovingThePoint extends Around {
        MovingThePoint(ReverseDifferentiator right) {
            super(right);
        }

        @Override
        public void jacobian(double[] x, double[] jacobian) {
            super.jacobian(x, jacobian);
            x[x.length - 1] = 0;
        }
    }

    /** Is wrong from its 21st call on. */
    private static final class Tiring extends Around {
        private int calls;

        Tiring(ReverseDifferentiator right) {
            super(right);
        }

        @Override
        public void jacobian(double[] x, double[] jacobian) {
            super.jacobian(x, jacobian);
            if (++calls > LAST_RIGHT_CALL) {
                jacobian[0] *= 2;
            }
        }
    }

    /** Throws from its 21st call on. */
    private static final class Breaking extends Around {
        private int calls;

        Breaking(ReverseDifferentiator right) {
            super(right);
        }

        @Override
        public void jacobian(double[] x, double[] jacobian) {
            if (++calls > LAST_RIGHT_CALL) {
                throw new IllegalStateException("the tape is full");
            }
            super.jacobian(x, jacobian);
        }
    }

    private static final Map<String, UnaryOperator<ReverseDifferentiator>> ODD = Map.of(
            "accumulating", Accumulating::new,
            "one call behind", OneCallBehind::new,
            "trusting the array", TrustingTheArray::new,
            "sparing the array", SparingTheArray::new,
            "moving the point", MovingThePoint::new,
            "tiring", Tiring::new);

    static Stream<Arguments> oddEnginesOnFunctions() {
        return ODD.keySet().stream().flatMap(manners -> Stream.of(1, 3, 40)
                .flatMap(inputs -> Stream.of(true, false).map(byHand -> Arguments.of(manners, inputs, byHand))));
    }

    @ParameterizedTest(name = "{0} with {1} inputs, by hand: {2}")
    @MethodSource("oddEnginesOnFunctions")
    void anEngineIsWrongThatIsRightOnlyIfAskedOnce(String manners, int inputs, boolean byHand) {
        Verdict verdict = checked(new OddReverse(ODD.get(manners)), inputs, byHand);

        assertThat(verdict.isWrong()).as(verdict.message()).isTrue();
        assertThat(verdict.message()).startsWith("odd on test with ").doesNotContain("\n");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anEngineThatLooksAtOneCoordinateIsWrongWhereThereAreSeveral(boolean byHand) {
        assertThat(checked(new OddReverse(LookingAtOneCoordinate::new), 3, byHand)
                        .isWrong())
                .isTrue();
        assertThat(checked(new OddReverse(LookingAtOneCoordinate::new), 1, byHand)
                        .ok())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 40})
    void anEngineThatThrowsFromItsTwentyFirstCallOnThrowsHere(int inputs) {
        assertThatThrownBy(() -> checked(new OddReverse(Breaking::new), inputs, true))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the tape is full");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 40})
    void anEngineWithoutAnyMannersIsRight(int inputs) {
        for (boolean byHand : List.of(true, false)) {
            Verdict verdict = checked(new OddReverse(right -> right), inputs, byHand);
            assertThat(verdict.ok()).as(verdict.message()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theMessageSaysWhichCallAndWhatItWasBefore(boolean byHand) {
        assertThat(checked(new OddReverse(TrustingTheArray::new), 3, byHand).message())
                .contains(" wrong: dy/dx[")
                .contains("] of call ")
                .contains(", by the same engine into other arrays ");
        assertThat(checked(new OddReverse(MovingThePoint::new), 3, byHand).message())
                .contains(" wrong: x[2] after call ")
                .contains(" is 0.0, by the caller, whose array it is ");
    }

    private static Verdict checked(Engine engine, int inputs, boolean byHand) {
        Seed seed = new Seed(SEED);
        double[] x = new double[inputs];
        Arrays.setAll(x, i -> seed.nextDouble(0.5, 2));
        DifferentiableFunction function = byHand ? new SinesByHand(inputs) : new Sines(inputs);
        Workload workload = new Workload("test", function, x);
        Verdict whole = GradientCheck.of(engine, engine.prepare(function), workload, SEED)
                .check(Operator.GRADIENT, Integer.MAX_VALUE);
        Verdict all = GradientCheck.of(engine, engine.prepare(function), workload, SEED)
                .checkAll(Integer.MAX_VALUE);
        assertThat(all.ok()).as(all.message()).isEqualTo(whole.ok());
        return whole;
    }

    /** The sum of sin x_i. */
    private record Sines(int inputs) implements ScalarFunction {
        @Override
        public <T> T value(Arithmetic<T> a, Inputs<T> x) {
            T sum = a.sin(x.get(0));
            for (int i = 1; i < inputs; i++) {
                sum = a.add(sum, a.sin(x.get(i)));
            }
            return sum;
        }
    }

    /** The same with its adjoint. */
    private record SinesByHand(int inputs) implements ScalarFunction {
        @Override
        public <T> T value(Arithmetic<T> a, Inputs<T> x) {
            return new Sines(inputs).value(a, x);
        }

        @Override
        public Optional<HandWrittenAdjoint> handWrittenAdjoint() {
            return Optional.of((x, w, y, adjoint) -> {
                PlainPrimal.of(new Sines(inputs)).evaluate(x, y);
                Arrays.setAll(adjoint, i -> w[0] * Math.cos(x[i]));
            });
        }
    }
}
