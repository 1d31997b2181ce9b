package dev.gradgap.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class SkewedMeanTest {

    @Property(tries = 200)
    void theQuantileSolvesHallsCubic(
            @ForAll @DoubleRange(min = -2, max = 2) double skewness,
            @ForAll @DoubleRange(min = -13, max = 13) double t) {
        double x = new SkewedMean(skewness, skewness).quantile(t);
        // Hall 1992, with skewness standing for that of the values over sqrt(n)
        double transformed = x + skewness * x * x / 3 + skewness * skewness * x * x * x / 27 + skewness / 6;
        assertThat(transformed).isCloseTo(t, within(1e-7));
    }

    @Property(tries = 200)
    void quantilesIncrease(
            @ForAll @DoubleRange(min = -2, max = 2) double skewness,
            @ForAll @DoubleRange(min = -2, max = 2) double covariance,
            @ForAll @DoubleRange(min = -13, max = 13) double t) {
        SkewedMean mean = new SkewedMean(skewness, covariance);
        assertThat(mean.quantile(t + 0.01)).isGreaterThan(mean.quantile(t));
    }

    @Test
    void withoutSkewnessTheQuantileIsStudents() {
        assertThat(new SkewedMean(0, 0).quantile(2.571)).isEqualTo(2.571);
    }

    @Test
    void theSeriesForSmallSkewnessJoinsTheClosedForm() {
        double below = new SkewedMean(2.99e-6, 2.99e-6).quantile(2);
        double above = new SkewedMean(3.01e-6, 3.01e-6).quantile(2);
        assertThat(above - below).isCloseTo(-(4.0 / 3 + 1.0 / 6) * 2e-8, within(1e-9));
    }
}
