package dev.gradgap.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.gradgap.engine.TestFunctions.ConstantOperands;
import dev.gradgap.engine.TestFunctions.Forgetful;
import dev.gradgap.engine.TestFunctions.Lecture;
import dev.gradgap.engine.TestFunctions.Mixed;
import dev.gradgap.engine.TestFunctions.Product;
import dev.gradgap.engine.TestFunctions.WeightedSquares;
import dev.gradgap.engine.TestFunctions.WithAdjoint;
import dev.gradgap.engine.reference.PlainPrimal;
import dev.gradgap.function.DifferentiableFunction;
import dev.gradgap.graph.GraphBuilder;
import dev.gradgap.graph.GraphFunction;
import dev.gradgap.graph.Operation;
import dev.gradgap.workload.Seed;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every engine must do; a test of a new engine inherits this and says how to make one. */
abstract class EngineContractTest {

    private static final double[] POINTS = {0.3, 0.9, 1.7};

    abstract Engine engine();

    /** The relative error allowed, where numbers are of size 1. */
    double tolerance() {
        return 1e-13;
    }

    /** Tells a function its Jacobian, for engines that need to be told. */
    DifferentiableFunction prepared(DifferentiableFunction function, UnaryOperator<double[]> jacobian) {
        return function;
    }

    /** A function with a hand-written adjoint made from the Jacobian. */
    static DifferentiableFunction withAdjoint(DifferentiableFunction function, UnaryOperator<double[]> jacobian) {
        var primal = PlainPrimal.of(function);
        return new WithAdjoint(function, primal, (x, w, y, adjoint) -> {
            primal.evaluate(x, y);
            double[] rows = jacobian.apply(x);
            Arrays.fill(adjoint, 0);
            for (int k = 0; k < rows.length; k++) {
                adjoint[k % x.length] += w[k / x.length] * rows[k];
            }
        });
    }

    @Test
    void lectureExampleHasTheValuesOfTheLecture() {
        double[] x = {2, 1};
        check(new Lecture(), x, point -> new double[] {point[1] + 1, point[0] + 2 * point[1] + 1});
        Differentiator differentiator = prepare(new Lecture(), point -> new double[] {2, 5});
        double[] y = new double[1];
        differentiator.primal(x, y);
        assertThat(y).containsExactly(6);
        double[] gradient = new double[2];
        differentiator.gradient(x, gradient);
        assertThat(gradient).containsExactly(new double[] {2, 5}, margin(5));
    }

    @ParameterizedTest
    @EnumSource(Operation.class)
    void everyOperationHasItsDerivative(Operation operation) {
        for (double x : POINTS) {
            if (x > 1 && (operation == Operation.ASIN || operation == Operation.ACOS)) {
                continue;
            }
            for (double sign : signs(operation)) {
                if (operation.arity() == 1 || operation == Operation.POW_CONSTANT) {
                    checkUnary(operation, sign * x);
                } else {
                    for (double y : new double[] {0.4, 2.5}) {
                        checkBinary(operation, sign * x, y);
                    }
                }
            }
        }
    }

    private static double[] signs(Operation operation) {
        return switch (operation) {
            case SQRT, LOG, LOG1P, POW, POW_CONSTANT -> new double[] {1};
            default -> new double[] {1, -1};
        };
    }

    private void checkUnary(Operation operation, double x) {
        double exponent = 2.5;
        GraphBuilder builder = new GraphBuilder(1);
        builder.output(
                operation == Operation.POW_CONSTANT
                        ? builder.apply(operation, 0, builder.constant(exponent))
                        : builder.apply(operation, 0));
        check(new GraphFunction(builder.build()), new double[] {x}, point ->
                new double[] {Partials.first(operation, point[0], exponent)});
    }

    private void checkBinary(Operation operation, double x, double y) {
        GraphBuilder builder = new GraphBuilder(2);
        builder.output(builder.apply(operation, 0, 1));
        check(new GraphFunction(builder.build()), new double[] {x, y}, point -> new double[] {
            Partials.first(operation, point[0], point[1]), Partials.second(operation, point[0], point[1])
        });
    }

    @Test
    void constantOperandsHaveNoDerivative() {
        check(new ConstantOperands(), new double[] {2}, point -> ConstantOperands.DERIVATIVES);
    }

    @ParameterizedTest
    @EnumSource(
            value = Operation.class,
            names = {"ADD", "SUBTRACT", "MULTIPLY", "DIVIDE", "POW", "HYPOT", "ATAN2"})
    void sameNumberOnBothSidesGetsBothPartials(Operation operation) {
        GraphBuilder builder = new GraphBuilder(1);
        builder.output(builder.apply(operation, 0, 0));
        check(new GraphFunction(builder.build()), new double[] {1.3}, point -> new double[] {
            Partials.first(operation, point[0], point[0]) + Partials.second(operation, point[0], point[0])
        });
    }

    @Test
    void outputThatIsTheInputHasDerivativeOne() {
        check(new Product(1), new double[] {-3}, point -> new double[] {1});
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17, 31, 32, 33, 50})
    void everyNumberOfInputsIsCoveredOnceByThePasses(int inputs) {
        double[] x = point(inputs, 1);
        check(new WeightedSquares(inputs), x, point -> {
            double[] gradient = new double[inputs];
            Arrays.setAll(gradient, i -> 2 * (i + 1) * point[i]);
            return gradient;
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 8, 19})
    void severalOutputsMayBeConstantsInputsOrTheSameNumber(int inputs) {
        Mixed mixed = new Mixed(inputs);
        check(mixed, point(inputs, 2), mixed::jacobian);
    }

    @Test
    void gradientOfSeveralOutputsIsRefused() {
        Mixed mixed = new Mixed(3);
        Differentiator differentiator = prepare(mixed, mixed::jacobian);
        assertThatThrownBy(() -> differentiator.gradient(new double[3], new double[3]))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("5");
    }

    @Test
    void repeatedUseAtOtherPointsLeavesNoTrace() {
        Mixed mixed = new Mixed(6);
        Differentiator differentiator = prepare(mixed, mixed::jacobian);
        for (int seed = 0; seed < 5; seed++) {
            checkPrepared(differentiator, point(6, seed), mixed::jacobian);
        }
    }

    @Test
    void primalDoesNotDisturbARecording() {
        Mixed mixed = new Mixed(4);
        if (prepare(mixed, mixed::jacobian) instanceof ReverseDifferentiator reverse) {
            double[] x = point(4, 3);
            double[] y = new double[5];
            double[] first = new double[4];
            double[] again = new double[4];
            double[] weights = {1, 2, 3, 4, 5};
            reverse.record(x, y);
            reverse.sweep(weights, first);
            long tapeBytes = reverse.tapeBytes();
            reverse.primal(point(4, 4), y);
            assertThat(reverse.tapeBytes()).isEqualTo(tapeBytes);
            reverse.sweep(weights, again);
            assertThat(again).containsExactly(first);
        }
    }

    @Test
    void passFillsTheColumnsOfItsInputsOnly() {
        Mixed mixed = new Mixed(19);
        if (prepare(mixed, mixed::jacobian) instanceof ForwardDifferentiator forward) {
            double[] x = point(19, 5);
            double[] expected = mixed.jacobian(x);
            int chunk = engine().tangentsPerPass();
            forward.start(x);
            for (int pass = forward.passes() - 1; pass >= 0; pass--) {
                double[] jacobian = new double[5 * 19];
                Arrays.fill(jacobian, Double.NaN);
                forward.pass(pass, x, jacobian);
                for (int k = 0; k < jacobian.length; k++) {
                    if (k % 19 / chunk == pass) {
                        assertThat(jacobian[k]).isCloseTo(expected[k], margin(expected[k]));
                    } else {
                        assertThat(jacobian[k]).isNaN();
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void outputLeftUnsetIsReported(boolean setsNull) {
        Forgetful forgetful = new Forgetful(setsNull);
        assertThatThrownBy(() -> {
                    Differentiator differentiator = prepare(forgetful, x -> new double[6]);
                    differentiator.jacobian(new double[2], new double[6]);
                    differentiator.primal(new double[2], new double[3]);
                })
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("output 2");
    }

    @Test
    void descriptionIsComplete() {
        Engine engine = engine();
        assertThat(engine.name()).matches("[a-z0-9]+(-[a-z0-9]+)*");
        assertThat(engine.operators()).contains(Operator.PRIMAL, Operator.GRADIENT, Operator.JACOBIAN);
        assertThat(engine.operators())
                .doesNotContain(engine.mode() == Mode.FORWARD ? Operator.PULLBACK : Operator.PUSHFORWARD);
        engine.predictedBytes(1000, 1, 5000).ifPresent(bytes -> assertThat(bytes)
                .isPositive()
                .isLessThanOrEqualTo(engine.predictedBytes(2000, 1, 10000).orElseThrow()));
        Differentiator differentiator = prepare(new Lecture(), x -> new double[2]);
        assertThat(differentiator)
                .isInstanceOf(
                        engine.mode() == Mode.FORWARD ? ForwardDifferentiator.class : ReverseDifferentiator.class);
        assertThat(differentiator.inputs()).isEqualTo(2);
        assertThat(differentiator.outputs()).isEqualTo(1);
        assertThat(differentiator.passes())
                .isEqualTo(engine.mode() == Mode.FORWARD ? (2 - 1) / engine.tangentsPerPass() + 1 : 1);
    }

    private Differentiator prepare(DifferentiableFunction function, UnaryOperator<double[]> jacobian) {
        DifferentiableFunction known = prepared(function, jacobian);
        assertThat(engine().refusal(known)).isEmpty();
        return engine().prepare(known);
    }

    /** Checks the value and all derivatives of a function through every operator, twice. */
    final void check(DifferentiableFunction function, double[] x, UnaryOperator<double[]> jacobian) {
        Differentiator differentiator = prepare(function, jacobian);
        checkPrepared(differentiator, x, jacobian);
        checkPrepared(differentiator, x, jacobian);
        if (function.outputs() == 1) {
            double[] gradient = new double[x.length];
            differentiator.gradient(x, gradient);
            assertThat(gradient).containsExactly(jacobian.apply(x), margin(jacobian.apply(x)));
        }
        double[] y = new double[function.outputs()];
        double[] expected = new double[function.outputs()];
        differentiator.primal(x, y);
        PlainPrimal.of(function).evaluate(x, expected);
        assertThat(y).containsExactly(expected, margin(expected));
    }

    private void checkPrepared(Differentiator differentiator, double[] point, UnaryOperator<double[]> formula) {
        double[] x = point.clone();
        int inputs = x.length;
        int outputs = differentiator.outputs();
        double[] expected = formula.apply(x);
        double[] jacobian = new double[outputs * inputs];
        Arrays.fill(jacobian, Double.NaN);
        differentiator.jacobian(x, jacobian);
        assertThat(jacobian).containsExactly(expected, margin(expected));

        double[] y = new double[outputs];
        double[] primal = new double[outputs];
        differentiator.primal(x, primal);
        if (differentiator instanceof ForwardDifferentiator forward) {
            double[] tangent = point(inputs, 99);
            double[] product = new double[outputs];
            double[] outputTangent = new double[outputs];
            for (int k = 0; k < expected.length; k++) {
                product[k / inputs] += expected[k] * tangent[k % inputs];
            }
            forward.pushforward(x, tangent, y, outputTangent);
            assertThat(outputTangent).containsExactly(product, margin(expected));
        } else if (differentiator instanceof ReverseDifferentiator reverse) {
            double[] weights = point(outputs, 98);
            double[] product = new double[inputs];
            double[] inputAdjoint = new double[inputs];
            Arrays.fill(inputAdjoint, Double.NaN);
            for (int k = 0; k < expected.length; k++) {
                product[k % inputs] += expected[k] * weights[k / inputs];
            }
            reverse.pullback(x, weights, y, inputAdjoint);
            assertThat(inputAdjoint).containsExactly(product, margin(expected));
        }
        assertThat(y).containsExactly(primal, margin(primal));
        assertThat(x).as("the point is the caller's").containsExactly(point);
    }

    private Offset<Double> margin(double... scale) {
        return within(tolerance() * (1 + Arrays.stream(scale).map(Math::abs).sum()));
    }

    private static double[] point(int length, int seed) {
        Seed random = new Seed(seed);
        double[] x = new double[length];
        Arrays.setAll(x, i -> random.nextDouble(-2, 2));
        return x;
    }
}
