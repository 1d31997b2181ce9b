package dev.gradgap.engine.compiled.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.gradgap.engine.ForwardDifferentiator;
import dev.gradgap.engine.ReverseDifferentiator;
import dev.gradgap.engine.Vectors;
import dev.gradgap.engine.compiled.CompiledForward;
import dev.gradgap.engine.compiled.CompiledReverse;
import dev.gradgap.engine.compiled.Traced;
import dev.gradgap.engine.compiled.maker.Contraction;
import dev.gradgap.engine.compiled.maker.Planner;
import dev.gradgap.engine.compiled.plan.Plan;
import dev.gradgap.engine.compiled.plan.ReversePlan;
import dev.gradgap.graph.GraphBuilder;
import dev.gradgap.graph.GraphFunction;
import dev.gradgap.graph.Operation;
import dev.gradgap.graph.Tracer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Sums of one operation at many points, in vectors and a rest, against the operation itself. */
class VectorLanesTest {

    private static final int TERMS = 67; // no multiple of a vector's width
    private static final int CHUNK = 8;
    private static final double TOLERANCE = 1e-13;
    private static final int[] SPECIAL = {0, 5, 31, 64, TERMS - 1}; // in vectors and in the rest

    @BeforeEach
    void vectorsAreThere() {
        assumeTrue(Vectors.width() > 1, "this JVM runs without --add-modules jdk.incubator.vector: skipped");
    }

    static Stream<Operation> operations() {
        return Arrays.stream(Operation.values())
                .filter(operation -> operation.elemental().hasLanes());
    }

    @ParameterizedTest
    @MethodSource("operations")
    void theLoopIsWrittenInVectors(Operation operation) {
        Plan plan = Planner.plan(
                Contraction.of(Tracer.trace(sum(operation))), Traced.LONGEST_STRAIGHT, false, Vectors.width());
        int nests = plan.nests().size();
        String reverse = text(ReverseCompiler.generate(plan, new ReversePlan(plan), 0, nests));
        String forward = text(ForwardCompiler.generate(plan, 1, 0, nests));
        assertThat(reverse).contains("jdk/incubator/vector/DoubleVector");
        assertThat(forward).contains("jdk/incubator/vector/DoubleVector");
    }

    private static String text(GeneratedClass generated) {
        return new String(generated.toBytes(), StandardCharsets.ISO_8859_1);
    }

    @ParameterizedTest
    @MethodSource("operations")
    void valueAndGradientAreThoseOfTheOperation(Operation operation) {
        double[] x = point(operation);
        ReverseDifferentiator reverse = new CompiledReverse().prepare(sum(operation));
        double[] y = new double[1];
        reverse.primal(x, y);
        assertClose(y[0], value(operation, x), magnitude(operation, x));

        double[] expected = gradient(operation, x);
        double[] gradient = new double[x.length];
        Arrays.fill(gradient, Double.NaN);
        reverse.gradient(x, gradient);
        assertAllClose(gradient, expected);
        Arrays.fill(gradient, Double.NaN);
        reverse.pullback(x, new double[] {1}, y, gradient);
        assertAllClose(gradient, expected);
        assertClose(y[0], value(operation, x), magnitude(operation, x));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void oneChunkOfTangentsIsThatOfTheOperation(Operation operation) {
        double[] x = point(operation);
        double[] expected = gradient(operation, x);
        ForwardDifferentiator forward = CompiledForward.vector(CHUNK).prepare(sum(operation));
        int pass = forward.passes() - 2;
        double[] gradient = new double[x.length];
        Arrays.fill(gradient, Double.NaN);
        forward.start(x);
        forward.pass(pass, x, gradient);
        for (int i = 0; i < x.length; i++) {
            if (i / CHUNK == pass) {
                assertClose(gradient[i], expected[i], Math.abs(expected[i]));
            } else {
                assertThat(gradient[i]).as("input %d of another chunk", i).isNaN();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("operations")
    void aTangentAlongADirectionIsThatOfTheOperation(Operation operation) {
        double[] x = point(operation);
        double[] partials = gradient(operation, x);
        double[] direction = new double[x.length];
        double expected = 0;
        double magnitude = 0;
        for (int i = 0; i < x.length; i++) {
            direction[i] = Math.cos(3.0 * i);
            expected += partials[i] * direction[i];
            magnitude += Math.abs(partials[i] * direction[i]);
        }
        double[] y = new double[1];
        double[] tangent = new double[1];
        CompiledForward.scalar().prepare(sum(operation)).pushforward(x, direction, y, tangent);
        assertClose(y[0], value(operation, x), magnitude(operation, x));
        assertClose(tangent[0], expected, magnitude);
    }

    private static void assertAllClose(double[] actual, double[] expected) {
        for (int i = 0; i < expected.length; i++) {
            assertClose(actual[i], expected[i], Math.abs(expected[i]));
        }
    }

    private static void assertClose(double actual, double expected, double magnitude) {
        assertThat(actual).isCloseTo(expected, within(TOLERANCE * magnitude));
    }

    /** The sum of the operation at x_i, or at x_i and x_(i + 67). */
    private static GraphFunction sum(Operation operation) {
        GraphBuilder builder = new GraphBuilder(operation.arity() * TERMS);
        int sum = builder.constant(0);
        for (int i = 0; i < TERMS; i++) {
            int term = operation.arity() == 1 ? builder.apply(operation, i) : builder.apply(operation, i, TERMS + i);
            sum = builder.apply(Operation.ADD, sum, term);
        }
        builder.output(sum);
        return new GraphFunction(builder.build());
    }

    /** Where the operation is defined, with its special points: zeros, ties, and signed zeros. */
    private static double[] point(Operation operation) {
        double[] x = new double[operation.arity() * TERMS];
        boolean positive = operation == Operation.SQRT || operation == Operation.LOG || operation == Operation.LOG1P;
        for (int i = 0; i < x.length; i++) {
            double spread = 4.0 * (i * 29 % TERMS) / TERMS - 1.97;
            x[i] = positive ? Math.abs(spread) : i < TERMS ? spread : 1.3 * Math.cos(i);
        }
        switch (operation) {
            case SQRT, ABS, SIN, TANH, EXPM1, SQUARE -> {
                for (int i : SPECIAL) {
                    x[i] = i % 2 == 0 ? 0.0 : -0.0;
                }
            }
            case MAX, MIN -> {
                for (int i : SPECIAL) {
                    x[TERMS + i] = x[i];
                }
                x[1] = 0.0;
                x[TERMS + 1] = -0.0;
                x[2] = -0.0;
                x[TERMS + 2] = 0.0;
            }
            case DIVIDE, MULTIPLY -> {
                for (int i : SPECIAL) {
                    x[i] = 0;
                }
            }
            default -> {
                // No special points.
            }
        }
        return x;
    }

    private static double second(double[] x, int i) {
        return x.length == TERMS ? x[i] : x[TERMS + i];
    }

    private static double value(Operation operation, double[] x) {
        double sum = 0;
        for (int i = 0; i < TERMS; i++) {
            sum += operation.value(x[i], second(x, i));
        }
        return sum;
    }

    private static double magnitude(Operation operation, double[] x) {
        double sum = 0;
        for (int i = 0; i < TERMS; i++) {
            sum += Math.abs(operation.value(x[i], second(x, i)));
        }
        return sum;
    }

    private static double[] gradient(Operation operation, double[] x) {
        double[] gradient = new double[x.length];
        for (int i = 0; i < TERMS; i++) {
            double value = operation.value(x[i], second(x, i));
            gradient[i] = operation.firstPartial(x[i], second(x, i), value);
            if (operation.arity() == 2) {
                gradient[TERMS + i] = operation.secondPartial(x[i], x[TERMS + i], value);
            }
        }
        return gradient;
    }
}
