package dev.gradgap.engine.compiled.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.gradgap.engine.FiftyDigits;
import dev.gradgap.engine.FiftyDigits.Row;
import dev.gradgap.engine.ReverseDifferentiator;
import dev.gradgap.engine.Vectors;
import dev.gradgap.engine.compiled.CompiledReverse;
import dev.gradgap.engine.compiled.Traced;
import dev.gradgap.engine.compiled.maker.Contraction;
import dev.gradgap.engine.compiled.maker.Planner;
import dev.gradgap.engine.compiled.plan.Plan;
import dev.gradgap.engine.compiled.plan.ReversePlan;
import dev.gradgap.function.DifferentiableFunction;
import dev.gradgap.graph.Operation;
import dev.gradgap.graph.Tracer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every operation that has a vector form, as the processor computes it: HotSpot's interpreter calls {@link Math} lane by lane,
 * its compiler the vector functions of the module, so that both have to be looked at.
 */
@Tag("thorough")
class HotVectorsFiftyDigitsTest {

    private static final double VALUE_ULPS = 4; // what the module promises
    private static final double PARTIAL_ULPS = 10;
    private static final long WARM_UP_NANOS = 400_000_000;

    static Stream<Operation> operations() {
        return Arrays.stream(Operation.values())
                .filter(operation -> operation.elemental().hasLanes());
    }

    @ParameterizedTest
    @MethodSource("operations")
    void valuesAndPartialsAreRightToTheirLastDigits(Operation operation) {
        assumeTrue(Vectors.width() > 1, "this JVM runs without --add-modules jdk.incubator.vector: skipped");
        List<Row> rows = FiftyDigits.of(operation);
        int r = rows.size();
        double[] x = FiftyDigits.point(operation, rows);
        DifferentiableFunction function = FiftyDigits.function(operation, rows);
        assertThat(code(function)).contains("jdk/incubator/vector/DoubleVector");
        ReverseDifferentiator reverse = new CompiledReverse().prepare(function);
        double[] ones = new double[r];
        Arrays.fill(ones, 1);
        double[] y = new double[r];
        double[] partials = new double[x.length];
        for (long start = System.nanoTime(); System.nanoTime() - start < WARM_UP_NANOS; ) {
            reverse.pullback(x, ones, y, partials);
        }
        StringBuilder wrong = new StringBuilder();
        for (int k = 0; k < r; k++) {
            Row row = rows.get(k);
            note(wrong, "value", row, y[k], FiftyDigits.ulps(y[k], row.value()), VALUE_ULPS);
            note(wrong, "by x", row, partials[k], FiftyDigits.ulps(partials[k], row.first()), PARTIAL_ULPS);
            if (x.length > r) {
                note(wrong, "by y", row, partials[r + k], row.ulpsOfSecond(partials[r + k]), PARTIAL_ULPS);
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static String code(DifferentiableFunction function) {
        Plan plan =
                Planner.plan(Contraction.of(Tracer.trace(function)), Traced.LONGEST_STRAIGHT, false, Vectors.width());
        GeneratedClass generated = ReverseCompiler.generate(
                plan, new ReversePlan(plan), 0, plan.nests().size());
        return new String(generated.toBytes(), StandardCharsets.ISO_8859_1);
    }

    private static void note(StringBuilder wrong, String what, Row row, double number, double ulps, double limit) {
        if (!(ulps <= limit)) {
            wrong.append(String.format("%n%s %s: %s, off by %.3g ulp", row, what, number, ulps));
        }
    }
}
