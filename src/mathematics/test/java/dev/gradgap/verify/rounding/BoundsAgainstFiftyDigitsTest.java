package dev.gradgap.verify.rounding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradgap.engine.Differentiator;
import dev.gradgap.engine.Engine;
import dev.gradgap.engine.ReverseDifferentiator;
import dev.gradgap.engine.forward.GraphForward;
import dev.gradgap.engine.reverse.InterpreterReverse;
import dev.gradgap.engine.reverse.OverloadingReverse;
import dev.gradgap.graph.Graph;
import dev.gradgap.graph.GraphFunction;
import dev.gradgap.graph.RandomGraphs;
import dev.gradgap.verify.decimal.DecimalSweep;
import dev.gradgap.workload.Seed;
import dev.gradgap.workload.Workload;
import dev.gradgap.workload.WorkloadFamily;
import dev.gradgap.workload.family.BuiltInWorkloads;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.dfp.Dfp;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Three engines of different build on random graphs: their errors are within the bounds, and the bounds are tight. */
@Tag("thorough")
class BoundsAgainstFiftyDigitsTest {

    private static final List<Engine> ENGINES =
            List.of(new OverloadingReverse(), GraphForward.scalar(), new InterpreterReverse());

    private final List<Double> parts = new ArrayList<>(); // errors over their bounds
    private final List<Double> sizes = new ArrayList<>(); // bounds over their numbers
    private int compared;
    private int unbounded;

    @Test
    void errorsOfGraphsOfAllOperationsAreWithinTightBounds() {
        WorkloadFamily family = new BuiltInWorkloads()
                .families().stream()
                        .filter(candidate -> candidate.name().equals("random-jacobian"))
                        .findFirst()
                        .orElseThrow();
        for (int seed = 0; seed < 150; seed++) {
            Seed random = new Seed(seed);
            Map<String, String> parameters = Map.of(
                    "operations", String.valueOf(3 + random.nextInt(20)),
                    "locality", String.valueOf(4 + random.nextInt(30)));
            Workload member = family.with(parameters).create(1 + random.nextInt(8), seed);
            check(((GraphFunction) member.function()).graph(), member.point(), random);
        }
        assertThat(compared).isGreaterThan(10_000);
        assertThat(unbounded).isLessThan(compared / 200);
        assertThat(Collections.max(parts)).isBetween(0.1, 1.0);
        assertThat(quantile(parts, 0.5)).isGreaterThan(1e-3);
        assertThat(quantile(sizes, 0.5)).isLessThan(1e-13);
        assertThat(quantile(sizes, 0.9)).isLessThan(1e-12);
    }

    @Test
    void errorsOfGraphsOfLongChainsAreWithinBounds() {
        for (int seed = 0; seed < 40; seed++) {
            int n = 1 + seed % 9;
            check(RandomGraphs.of(n, 2, 20, seed), RandomGraphs.point(n, seed), new Seed(seed));
        }
        assertThat(compared).isGreaterThan(1_000);
        assertThat(unbounded).isLessThan(compared / 20);
        assertThat(Collections.max(parts)).isLessThanOrEqualTo(1);
        assertThat(quantile(sizes, 0.5)).isLessThan(1e-12);
    }

    private void check(Graph graph, double[] x, Seed random) {
        RoundingBounds bounds = new RoundingBounds(graph);
        bounds.at(x);
        DecimalSweep exact = new DecimalSweep(graph, x);
        int m = graph.outputs();
        double[] w = new double[m];
        for (int j = 0; j < m; j++) {
            w[j] = random.nextDouble(-1, 1);
        }
        for (Engine engine : ENGINES) {
            Differentiator differentiator = engine.prepare(new GraphFunction(graph));
            double[] y = new double[m];
            differentiator.primal(x, y);
            double[] jacobian = new double[m * x.length];
            differentiator.jacobian(x, jacobian);
            for (int j = 0; j < m; j++) {
                compare(y[j], exact.output(j), bounds.outputs().bound(j));
                double[] unit = new double[m];
                unit[j] = 1;
                compare(jacobian, j * x.length, exact.pullBack(unit), bounds.pullBack(unit));
            }
            if (differentiator instanceof ReverseDifferentiator reverse) {
                double[] adjoint = new double[x.length];
                reverse.pullback(x, w, y, adjoint);
                compare(adjoint, 0, exact.pullBack(w), bounds.pullBack(w));
            }
        }
    }

    private void compare(double[] numbers, int offset, Dfp[] exact, Bounded bounded) {
        for (int i = 0; i < exact.length; i++) {
            compare(numbers[offset + i], exact[i], bounded.bound(i));
        }
    }

    private void compare(double number, Dfp exact, double bound) {
        compared++;
        if (bound == Double.POSITIVE_INFINITY) {
            unbounded++;
            return;
        }
        double error = DecimalSweep.error(number, exact);
        parts.add(error == 0 ? 0 : error / bound);
        if (!exact.isZero()) {
            sizes.add(bound / Math.abs(exact.toDouble()));
        }
    }

    private static double quantile(List<Double> numbers, double part) {
        List<Double> sorted = numbers.stream().sorted().toList();
        return sorted.get((int) (part * (sorted.size() - 1)));
    }
}
