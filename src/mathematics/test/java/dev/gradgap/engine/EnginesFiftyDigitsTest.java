package dev.gradgap.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradgap.engine.FiftyDigits.Row;
import dev.gradgap.engine.builtin.BuiltInEngines;
import dev.gradgap.engine.compiled.OtherWidths;
import dev.gradgap.graph.Operation;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every operation in every engine of the suite, on vectors of all widths, against 50 digits. */
@Tag("thorough")
class EnginesFiftyDigitsTest {

    private static final double VALUE_ULPS = 4; // what the vector forms of elementary functions promise
    private static final double PARTIAL_ULPS = 10; // twice that, and a few roundings

    /** Engines that compute with the suite's own operations: no library, nothing written by hand, no differences. */
    static Stream<Engine> engines() {
        return new BuiltInEngines()
                .engines().stream()
                        .filter(engine -> engine.technology() != Technology.LIBRARY
                                && engine.technology() != Technology.REFERENCE)
                        .flatMap(engine -> Stream.concat(Stream.of(engine), OtherWidths.of(engine)));
    }

    @ParameterizedTest
    @MethodSource("engines")
    void valuesAndPartialsAreRightToTheirLastDigits(Engine engine) {
        StringBuilder wrong = new StringBuilder();
        for (Operation operation : Operation.values()) {
            check(engine, operation, wrong);
        }
        assertThat(wrong).as(engine.name()).isEmpty();
    }

    private static void check(Engine engine, Operation operation, StringBuilder wrong) {
        List<Row> rows = FiftyDigits.of(operation);
        int r = rows.size();
        double[] x = FiftyDigits.point(operation, rows);
        Differentiator differentiator = engine.prepare(FiftyDigits.function(operation, rows));
        double[] y = new double[r];
        differentiator.primal(x, y);
        double[] partials = differentiator instanceof ReverseDifferentiator reverse
                ? columnSums(reverse, x, r)
                : diagonals((ForwardDifferentiator) differentiator, x, r);
        for (int k = 0; k < r; k++) {
            Row row = rows.get(k);
            note(wrong, "value", row, y[k], FiftyDigits.ulps(y[k], row.value()), VALUE_ULPS);
            note(wrong, "by x", row, partials[k], FiftyDigits.ulps(partials[k], row.first()), PARTIAL_ULPS);
            if (x.length > r) {
                note(wrong, "by y", row, partials[r + k], row.ulpsOfSecond(partials[r + k]), PARTIAL_ULPS);
            }
        }
    }

    private static void note(StringBuilder wrong, String what, Row row, double number, double ulps, double limit) {
        if (!(ulps <= limit)) {
            wrong.append(String.format("%n%s %s: %s, off by %.3g ulp", row, what, number, ulps));
        }
    }

    /** Each input is read by one output, so that the sum of the rows of the Jacobian has all partials. */
    private static double[] columnSums(ReverseDifferentiator reverse, double[] x, int r) {
        double[] ones = new double[r];
        Arrays.fill(ones, 1);
        double[] adjoints = new double[x.length];
        reverse.pullback(x, ones, new double[r], adjoints);
        return adjoints;
    }

    private static double[] diagonals(ForwardDifferentiator forward, double[] x, int r) {
        double[] jacobian = new double[r * x.length];
        forward.jacobian(x, jacobian);
        double[] partials = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            partials[i] = jacobian[i % r * x.length + i];
        }
        return partials;
    }
}
