package dev.gradgap.verify.expected;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gradgap.function.Arithmetic;
import dev.gradgap.function.Inputs;
import dev.gradgap.function.ScalarFunction;
import dev.gradgap.verify.recording.Expectations;
import dev.gradgap.verify.recording.Expectations.PointOpinions;
import dev.gradgap.workload.Workload;
import java.util.List;
import org.junit.jupiter.api.Test;

final class NearbyPointTest {

    private static final long SEED = 31;

    @Test
    void everyCoordinateMovesByAboutAThousandth() {
        double[] x = {1, -2, 0, 1e-10, 3e20};
        double[] moved = NearbyPoint.of(x, SEED, 0, 1);
        for (int i = 0; i < x.length; i++) {
            double scale = x[i] == 0 ? 3e20 : Math.abs(x[i]);
            assertThat(Math.abs(moved[i] - x[i]) / scale).isBetween(0.4e-3, 1.1e-3);
        }
        assertThat(NearbyPoint.of(new double[2], SEED, 0, 1)).doesNotContain(0);
    }

    @Test
    void twiceAsFarIsInTheSameDirection() {
        double[] x = {1, 2, 3};
        for (int candidate = 0; candidate < NearbyPoint.CANDIDATES; candidate++) {
            double[] near = NearbyPoint.of(x, SEED, candidate, 1);
            double[] far = NearbyPoint.of(x, SEED, candidate, 2);
            for (int i = 0; i < x.length; i++) {
                double move = near[i] - x[i];
                assertThat(far[i] - x[i]).isCloseTo(2 * move, within(1e-12));
            }
        }
    }

    /** sqrt(x_0) + asin(x_1) + asin(x_2) at (0, 1, -1), the edge of its domain in every coordinate. */
    private record Edge() implements ScalarFunction {
        @Override
        public int inputs() {
            return 3;
        }

        @Override
        public <T> T value(Arithmetic<T> a, Inputs<T> x) {
            return a.add(a.add(a.sqrt(x.get(0)), a.asin(x.get(1))), a.asin(x.get(2)));
        }
    }

    /** A function with a value at a single point: sqrt(-x^2) at 0. */
    private record Isolated() implements ScalarFunction {
        @Override
        public int inputs() {
            return 1;
        }

        @Override
        public <T> T value(Arithmetic<T> a, Inputs<T> x) {
            return a.sqrt(a.negate(a.square(x.get(0))));
        }
    }

    @Test
    void fromTheEdgeOfADomainThePointMovesInside() {
        Workload edge = new Workload("edge", new Edge(), new double[] {0, 1, -1});
        List<PointOpinions> points = Expectations.record(edge, SEED).points();
        assertThat(points).hasSize(2);
        double[] inside = points.get(1).point(edge);
        assertThat(inside[0]).isPositive();
        assertThat(inside[1]).isLessThan(1);
        assertThat(inside[2]).isGreaterThan(-1);
    }

    @Test
    void whereThereIsNoPointNearbyTheSamplePointHasToDo() {
        Workload isolated = new Workload("isolated", new Isolated(), new double[] {0});
        assertThat(Expectations.record(isolated, SEED).points()).hasSize(1);
    }
}
