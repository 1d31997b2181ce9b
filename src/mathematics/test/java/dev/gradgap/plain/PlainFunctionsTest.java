package dev.gradgap.plain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradgap.engine.Asked;
import dev.gradgap.engine.Differentiator;
import dev.gradgap.engine.Engine;
import dev.gradgap.engine.Technology;
import dev.gradgap.engine.builtin.BuiltInEngines;
import dev.gradgap.function.PlainFunction;
import dev.gradgap.workload.Workload;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Plain Java on the numbers of every engine: the values of the method itself, and its slopes. */
final class PlainFunctionsTest {

    private static final double AGREEMENT = 1e-12;
    private static final double DIFFERENCES_AGREEMENT = 1e-6;
    private static final double STEP = 0x1p-20;
    private static final int INPUTS = 6;

    static Stream<String> functions() {
        return Stream.of(
                "rosenbrock",
                "ofThree",
                "everyMath",
                "compoundAssignments",
                "particles",
                "objects",
                "lambdas",
                "streams",
                "branches",
                "newton",
                "rotated",
                "into",
                "ofAnObject");
    }

    private static Workload workload(String name, long seed) {
        PlainFamily family = PlainFunctions.family(SampleFunctions.class, name);
        return family.create(Math.min(family.maxInputs(), INPUTS), seed);
    }

    private static List<Engine> engines(Workload workload) {
        return new BuiltInEngines()
                .engines().stream()
                        .filter(engine -> engine.technology() != Technology.REFERENCE)
                        .filter(engine -> engine.refusal(workload.function()).isEmpty())
                        .toList();
    }

    @ParameterizedTest
    @MethodSource("functions")
    void overloadedNumbersHaveTheValuesOfTheMethodBitForBit(String name) {
        Workload workload = workload(name, 1);
        double[] expected = new double[workload.outputs()];
        workload.function().plain().orElseThrow().evaluate(workload.point(), expected);
        for (Engine engine : engines(workload)) {
            if (engine.technology() == Technology.OVERLOADING) {
                double[] y = new double[workload.outputs()];
                Asked.prepare(engine, workload.function()).primal(workload.point(), y);
                assertThat(y).as(engine.name()).isEqualTo(expected);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("functions")
    void everyEngineHasTheSlopesOfTheMethod(String name) {
        Workload workload = workload(name, 1);
        double[] slopes = slopes(workload.function().plain().orElseThrow(), workload.point(), workload.outputs());
        for (Engine engine : engines(workload)) {
            double[] jacobian = new double[slopes.length];
            Asked.prepare(engine, workload.function()).jacobian(workload.point(), jacobian);
            assertClose(jacobian, slopes, DIFFERENCES_AGREEMENT, engine.name());
        }
    }

    @ParameterizedTest
    @MethodSource("functions")
    void whatIsRecordedIsRightWhereOtherChoicesAreMade(String name) {
        Workload workload = workload(name, 1);
        for (Engine engine : engines(workload)) {
            Differentiator differentiator = Asked.prepare(engine, workload.function());
            for (long seed = 2; seed < 6; seed++) {
                double[] point = workload(name, seed).point();
                double[] expected = new double[point.length * workload.outputs()];
                Asked.prepare(new BuiltInEngines().engines().get(0), workload.function())
                        .jacobian(point, expected);
                double[] jacobian = new double[expected.length];
                differentiator.jacobian(point, jacobian);
                assertClose(jacobian, expected, AGREEMENT, engine.name());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"branches", "newton", "streams"})
    void choicesByValuesAreGuards(String name) {
        Workload workload = workload(name, 1);
        var path = ((TransformedFunction) workload.function()).path();
        assertThat(path.guards()).isPositive();
        assertThat(path.places()).hasSize(path.guards()).allMatch(place -> place.contains(":"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rosenbrock", "particles", "objects", "lambdas"})
    void otherFunctionsHaveNone(String name) {
        assertThat(((TransformedFunction) workload(name, 1).function()).path().guards())
                .isZero();
    }

    private static void assertClose(double[] actual, double[] expected, double tolerance, String engine) {
        double scale = Math.max(1, Arrays.stream(expected).map(Math::abs).max().orElse(1));
        for (int i = 0; i < expected.length; i++) {
            assertThat(Math.abs(actual[i] - expected[i]) / scale)
                    .as("%s: element %d is %s, not %s", engine, i, actual[i], expected[i])
                    .isLessThan(tolerance);
        }
    }

    /** Central differences; the points are far from kinks. */
    private static double[] slopes(PlainFunction f, double[] point, int outputs) {
        double[] slopes = new double[point.length * outputs];
        for (int i = 0; i < point.length; i++) {
            double[] above = new double[outputs];
            double[] below = new double[outputs];
            double[] moved = point.clone();
            moved[i] = point[i] + STEP;
            f.evaluate(moved, above);
            moved[i] = point[i] - STEP;
            f.evaluate(moved, below);
            for (int j = 0; j < outputs; j++) {
                slopes[j * point.length + i] = (above[j] - below[j]) / (2 * STEP);
            }
        }
        return slopes;
    }
}
