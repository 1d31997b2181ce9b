package dev.gradgap.verify.program;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradgap.engine.Differentiator;
import dev.gradgap.engine.Engine;
import dev.gradgap.engine.Mode;
import dev.gradgap.engine.Operator;
import dev.gradgap.engine.RefusedException;
import dev.gradgap.engine.Technology;
import dev.gradgap.engine.forward.OverloadingForward;
import dev.gradgap.engine.library.CommonsMath;
import dev.gradgap.engine.reverse.InterpreterReverse;
import dev.gradgap.engine.reverse.OverloadingReverse;
import dev.gradgap.function.Arithmetic;
import dev.gradgap.function.DifferentiableFunction;
import dev.gradgap.function.Inputs;
import dev.gradgap.function.Outputs;
import dev.gradgap.function.ScalarFunction;
import dev.gradgap.graph.Tracer;
import dev.gradgap.graph.WrongPlanException;
import dev.gradgap.verify.program.Outcome.Result;
import dev.gradgap.verify.program.PlantedEngine.Call;
import dev.gradgap.verify.program.PlantedEngine.Mistake;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ProgramTrialTest {

    private static final double[] POINT = {0.3, 1.7, -0.6};

    /** y[0] = sin(x0 x1) + x2, y[1] = exp(x0) / x1. */
    private static final DifferentiableFunction FUNCTION = new DifferentiableFunction() {
        @Override
        public int inputs() {
            return 3;
        }

        @Override
        public int outputs() {
            return 2;
        }

        @Override
        public <T> void evaluate(Arithmetic<T> a, Inputs<T> x, Outputs<T> y) {
            y.set(0, a.add(a.sin(a.multiply(x.get(0), x.get(1))), x.get(2)));
            y.set(1, a.divide(a.exp(x.get(0)), x.get(1)));
        }
    };

    private static Outcome outcome(Engine engine) {
        return new ProgramTrial(FUNCTION, POINT, 5).of(engine);
    }

    private static String kindOf(Mistake mistake) {
        Outcome outcome = outcome(new PlantedEngine(mistake));
        assertThat(outcome.result()).isEqualTo(Result.WRONG);
        return outcome.fault().orElseThrow().kind();
    }

    @Test
    void rightEnginesAreRight() {
        assertThat(outcome(new OverloadingReverse()).result()).isEqualTo(Result.RIGHT);
        assertThat(outcome(OverloadingForward.vector(4)).result()).isEqualTo(Result.RIGHT);
        assertThat(outcome(new CommonsMath()).result()).isEqualTo(Result.RIGHT);
        Outcome outcome = outcome(new PlantedEngine((call, before, given, result, earlier) -> {}));
        assertThat(outcome.result()).isEqualTo(Result.RIGHT);
        assertThat(outcome.compared()).isEqualTo(3 * (2 + 6 + 5 + 2 + 4 * 3));
    }

    @Test
    void errorOfABillionthIsFound() {
        assertThat(kindOf((call, before, given, result, earlier) -> result[0] *= 1 + 1e-9))
                .isEqualTo("primal: value");
        assertThat(kindOf(onlyIn(Call.JACOBIAN, result -> result[4] *= 1 + 1e-9)))
                .isEqualTo("jacobian: derivative");
        assertThat(kindOf(onlyIn(Call.RECORD, result -> result[1] *= 1 - 1e-9))).isEqualTo("pullback: value");
        assertThat(kindOf(onlyIn(Call.SWEEP, result -> result[2] *= 1 - 1e-9))).isEqualTo("pullback: derivative");
    }

    private interface Spoil {
        void spoil(double[] result);
    }

    private static Mistake onlyIn(Call wrong, Spoil spoil) {
        return (call, before, given, result, earlier) -> {
            if (call == wrong) {
                spoil.spoil(result);
            }
        };
    }

    @Test
    void mistakeOfLaterCallsIsFound() {
        assertThat(kindOf((call, before, given, result, earlier) -> result[0] += call == Call.JACOBIAN ? before : 0))
                .isEqualTo("jacobian at another point: derivative");
        assertThat(kindOf((call, before, given, result, earlier) -> result[0] += call == Call.PRIMAL ? before / 2 : 0))
                .isEqualTo("primal again: value");
    }

    /** The first is that of the pullback. */
    @Test
    void mistakeOfALaterSweepIsFound() {
        assertThat(kindOf((call, before, given, result, earlier) -> result[0] += call == Call.SWEEP ? before / 2 : 0))
                .isEqualTo("later sweep: derivative");
    }

    @Test
    void elementThatIsNotSetIsFound() {
        assertThat(kindOf((call, before, given, result, earlier) -> result[1] = earlier[1]))
                .isEqualTo("primal: not set");
        assertThat(kindOf((call, before, given, result, earlier) -> {
                    if (call == Call.SWEEP && before == 2) {
                        result[2] = earlier[2];
                    }
                }))
                .isEqualTo("later sweep: not set");
    }

    @Test
    void sumOntoWhatWasInTheArrayIsFound() {
        assertThat(kindOf((call, before, given, result, earlier) -> result[0] += earlier[0]))
                .startsWith("primal: ");
    }

    /** It is right wherever the second output has a weight, and for each output alone in the Jacobian. */
    @Test
    void mistakeWithSomeOutputsOnlyIsFound() {
        PlantedEngine engine = new PlantedEngine((call, before, given, result, earlier) -> {
            if (call == Call.SWEEP && given[1] == 0) {
                result[2] = 0;
            }
        });
        assertThat(LongStream.range(0, 4).mapToObj(seed -> new ProgramTrial(FUNCTION, POINT, seed).of(engine)))
                .filteredOn(Outcome::isBad)
                .hasSizeGreaterThanOrEqualTo(2)
                .allSatisfy(outcome ->
                        assertThat(outcome.fault().orElseThrow().kind()).contains("sweep"));
    }

    @Test
    void pointThatIsChangedIsFound() {
        assertThat(kindOf((call, before, given, result, earlier) -> given[0] = 1))
                .isEqualTo("primal: point changed");
    }

    @Test
    void whatBreaksDownHasFailed() {
        Outcome outcome = outcome(preparing(function -> {
            throw new NullPointerException("no array");
        }));
        assertThat(outcome.result()).isEqualTo(Result.FAILED);
        assertThat(outcome.fault().orElseThrow().kind()).isEqualTo("prepare: exception NullPointerException");
        assertThat(outcome.fault().orElseThrow().detail()).isEqualTo("java.lang.NullPointerException: no array");
        Outcome later = outcome(new PlantedEngine((call, before, given, result, earlier) -> {
            if (call == Call.SWEEP) {
                throw new AssertionError();
            }
        }));
        assertThat(later.result()).isEqualTo(Result.FAILED);
        assertThat(later.fault().orElseThrow().kind()).isEqualTo("pullback: exception AssertionError");
    }

    @Test
    void refusalsAndWrongPlansAreToldApart() {
        Outcome refused = outcome(preparing(function -> {
            throw new RefusedException("too many loops");
        }));
        assertThat(refused.result()).isEqualTo(Result.REFUSED);
        assertThat(refused.reason()).isEqualTo("too many loops");
        assertThat(refused.isBad()).isFalse();
        Outcome planned = outcome(preparing(function -> {
            throw new WrongPlanException(Tracer.trace(function), "an edge is missing");
        }));
        assertThat(planned.result()).isEqualTo(Result.PLAN_FAULT);
        assertThat(planned.isBad()).isTrue();
    }

    private static Engine preparing(Function<DifferentiableFunction, Differentiator> prepare) {
        return new Engine() {
            @Override
            public String name() {
                return "preparing";
            }

            @Override
            public Technology technology() {
                return Technology.GRAPH;
            }

            @Override
            public Mode mode() {
                return Mode.REVERSE;
            }

            @Override
            public Set<Operator> operators() {
                return Set.of(Operator.PREPARE);
            }

            @Override
            public Differentiator prepare(DifferentiableFunction function) {
                return prepare.apply(function);
            }
        };
    }

    private static ScalarFunction of(int inputs, Value value) {
        return new ScalarFunction() {
            @Override
            public int inputs() {
                return inputs;
            }

            @Override
            public <T> T value(Arithmetic<T> a, Inputs<T> x) {
                return value.of(a, x);
            }
        };
    }

    private interface Value {
        <T> T of(Arithmetic<T> a, Inputs<T> x);
    }

    @Test
    void engineThatAddsInAnotherOrderIsNotBlamed() {
        double[] point = new double[100];
        for (int i = 0; i < point.length; i++) {
            point[i] = Math.pow(10, i % 13) / 3;
        }
        ScalarFunction sum = of(point.length, new Value() {
            @Override
            public <T> T of(Arithmetic<T> a, Inputs<T> x) {
                T result = x.get(0);
                for (int i = 1; i < x.size(); i++) {
                    result = a.add(result, x.get(i));
                }
                return result;
            }
        });
        double[] differences = new double[1];
        PlantedEngine backwards = new PlantedEngine((call, before, given, result, earlier) -> {
            if (call == Call.PRIMAL || call == Call.RECORD) {
                double inOrder = result[0];
                result[0] = 0;
                for (int i = given.length - 1; i >= 0; i--) {
                    result[0] += given[i];
                }
                differences[0] = Math.max(differences[0], Math.abs(result[0] - inOrder));
            }
        });
        assertThat(new ProgramTrial(sum, point, 1).of(backwards).result()).isEqualTo(Result.RIGHT);
        assertThat(differences[0]).isPositive();
    }

    @Test
    void exactTieFollowsTheConvention() {
        ScalarFunction larger = of(2, new Value() {
            @Override
            public <T> T of(Arithmetic<T> a, Inputs<T> x) {
                return a.max(x.get(0), x.get(1));
            }
        });
        ProgramTrial trial = new ProgramTrial(larger, new double[] {0.1, 0.1}, 1);
        assertThat(trial.of(new InterpreterReverse()).result()).isEqualTo(Result.RIGHT);
        PlantedEngine second = new PlantedEngine(onlyIn(Call.JACOBIAN, result -> {
            result[0] = 0;
            result[1] = 1;
        }));
        assertThat(trial.of(second).fault().orElseThrow().kind()).isEqualTo("gradient: derivative");
    }

    /** sin 0.1 twice, of two inputs: which is larger may depend on who computes it. */
    @Test
    void tieOfRoundedNumbersIsLeftOpenAndNeverRight() {
        ScalarFunction larger = of(3, new Value() {
            @Override
            public <T> T of(Arithmetic<T> a, Inputs<T> x) {
                return a.add(a.max(a.sin(x.get(0)), a.sin(x.get(1))), x.get(2));
            }
        });
        ProgramTrial trial = new ProgramTrial(larger, new double[] {0.1, 0.1, 5}, 1);
        PlantedEngine second = new PlantedEngine(onlyIn(Call.JACOBIAN, result -> {
            double first = result[0];
            result[0] = result[1];
            result[1] = first;
        }));
        assertThat(trial.of(new InterpreterReverse()).result()).isEqualTo(Result.LEFT_OPEN);
        Outcome outcome = trial.of(new PlantedEngine(onlyIn(Call.JACOBIAN, result -> result[2] += 1e-9)));
        assertThat(outcome.result()).isEqualTo(Result.WRONG);
        assertThat(trial.of(second).leftOpen()).isPositive();
    }

    @Test
    void constantsThatAreComputedElsewhereAreNotExact() {
        ScalarFunction scaled = of(1, new Value() {
            @Override
            public <T> T of(Arithmetic<T> a, Inputs<T> x) {
                return a.add(a.multiply(x.get(0), 0), a.tanh(a.constant(0.4)));
            }
        });
        PlantedEngine otherwise = new PlantedEngine(
                (call, before, given, result, earlier) -> result[0] += call == Call.PRIMAL ? 5e-17 : 0);
        assertThat(new ProgramTrial(scaled, new double[] {1}, 1).of(otherwise).result())
                .isEqualTo(Result.RIGHT);
    }

    @Test
    void analysisIsCheckedAgainstFiftyDigits() {
        assertThat(new ProgramTrial(FUNCTION, POINT, 5).analysisFault()).isEqualTo(Optional.empty());
    }
}
