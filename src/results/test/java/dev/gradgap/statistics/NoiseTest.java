package dev.gradgap.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.gradgap.statistics.noise.Noise;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoiseTest {

    @ParameterizedTest
    @CsvSource({"2, 2.44", "3, 1.82", "10, 1.33"})
    void recoversTheNoiseOfCellsThatAreAllAlike(int forks, double scatter) {
        // scatter: sqrt of the 90th over the 50th percentile of chi-squared with forks - 1 degrees of freedom
        RandomGenerator random = new Well19937c(forks);
        List<double[]> cells = new ArrayList<>();
        for (int cell = 0; cell < 4000; cell++) {
            double[] values = new double[forks];
            Arrays.setAll(values, i -> 250 * (1 + 0.02 * random.nextGaussian()));
            cells.add(values);
        }
        Noise noise = Noise.of(cells).orElseThrow();
        assertThat(noise.cells()).isEqualTo(4000);
        assertThat(noise.median()).isCloseTo(0.02, within(0.001));
        assertThat(noise.percentile90()).isCloseTo(0.02 * scatter, within(0.0015));
    }

    @Test
    void aCellOfTwoForksHasItsMedianUnbiasedCoefficientOfVariation() {
        // s = ln(1.1) / sqrt(2); chi-squared with 1 degree of freedom has median 0.454936
        double sigma = Math.log(1.1) / Math.sqrt(2 * 0.45493642311957283);
        Noise noise = Noise.of(List.of(new double[] {100, 110})).orElseThrow();
        assertThat(noise.median()).isCloseTo(Math.sqrt(Math.exp(sigma * sigma) - 1), within(1e-9));
        assertThat(noise.percentile90()).isEqualTo(noise.median());
    }

    @Test
    void aSingleNoisyCellDoesNotMoveTheMedian() {
        List<double[]> cells = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            cells.add(new double[] {100, 101});
        }
        double median = Noise.of(cells).orElseThrow().median();
        cells.add(new double[] {100, 300});
        Noise noise = Noise.of(cells).orElseThrow();
        assertThat(noise.median()).isEqualTo(median);
        assertThat(noise.percentile90()).isGreaterThan(10 * median);
    }

    @Test
    void cellsOfOneForkAreLeftOut() {
        assertThat(Noise.of(List.of())).isEmpty();
        assertThat(Noise.of(List.of(new double[] {1}, new double[0]))).isEmpty();
        assertThat(Noise.of(List.of(new double[] {1}, new double[] {3, 3}))).contains(new Noise(0, 0, 1));
    }

    @Property(tries = 100)
    void theUnitOfACellDoesNotMatter(@ForAll @IntRange(min = -9, max = 9) int decade) {
        double factor = 3 * Math.pow(10, decade);
        Noise noise = Noise.of(List.of(new double[] {4, 5, 6})).orElseThrow();
        Noise scaled = Noise.of(List.of(new double[] {4 * factor, 5 * factor, 6 * factor}))
                .orElseThrow();
        assertThat(scaled.median()).isCloseTo(noise.median(), within(1e-12));
    }

    @Test
    void rejectsTimesThatAreNotPositive() {
        assertThatIllegalArgumentException().isThrownBy(() -> Noise.of(List.of(new double[] {1, 0})));
    }
}
