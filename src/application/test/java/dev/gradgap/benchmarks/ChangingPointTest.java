package dev.gradgap.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChangingPointTest {

    private static final int MANY = 1024;

    private static ChangingPoint at(double... x) {
        return new ChangingPoint(x);
    }

    private static Set<Double> firstCoordinates(ChangingPoint point) {
        Set<Double> seen = new HashSet<>();
        double before = Double.NaN;
        for (int call = 0; call < MANY; call++) {
            assertThat(point.next(-7)).isEqualTo(-7);
            double now = point.array()[0];
            assertThat(now).isNotEqualTo(before);
            seen.add(now);
            before = now;
        }
        return seen;
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, -3, 1e-10, 1e300, 0})
    void noTwoOfManyPointsAreTheSameAndAllAreNear(double first) {
        ChangingPoint point = at(first, 5);

        point.change(x -> 1);

        double scale = first == 0 ? 5 : Math.abs(first);
        assertThat(point.changes()).isTrue();
        assertThat(firstCoordinates(point)).hasSize(MANY).allSatisfy(x -> assertThat(Math.abs(x - first))
                .isLessThanOrEqualTo(1e-6 * scale));
        assertThat(point.array()[1]).isEqualTo(5);
    }

    @Test
    void whereAllCoordinatesAreZeroTheFirstMovesAllTheSame() {
        ChangingPoint point = at(0, 0);

        point.change(x -> x);

        assertThat(firstCoordinates(point)).hasSize(MANY);
    }

    @Test
    void atTheEdgeOfADomainThePointsLieInside() {
        ChangingPoint point = at(1);

        point.change(Math::asin);

        assertThat(firstCoordinates(point)).hasSize(MANY).allMatch(x -> x <= 1);
    }

    @Test
    void whereThereIsNoOtherPointItStays() {
        DoubleUnaryOperator isolated = x -> Math.sqrt(-x * x);
        ChangingPoint point = at(0);

        point.change(isolated);

        assertThat(point.changes()).isFalse();
        point.next(3);
        assertThat(point.array()[0]).isZero();
    }

    @Test
    void itStaysUntilItIsToldToChangeAndCanBeRestored() {
        ChangingPoint point = at(2);
        point.next(1);
        assertThat(point.array()[0]).isEqualTo(2);

        point.change(x -> 1);
        point.next(1);
        assertThat(point.array()[0]).isNotEqualTo(2);
        point.same(1);
        assertThat(point.array()[0]).isEqualTo(2);
        point.next(1);
        point.restore();

        assertThat(point.array()[0]).isEqualTo(2);
    }
}
