package dev.gradgap.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.gradgap.statistics.CrossoverEstimate.Status;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;
import org.junit.jupiter.api.Test;

class CrossoverFitTest {

    private static final double[] X = {1, 4, 16, 64, 256};

    @Property(tries = 200)
    void aPowerLawCrossesWhereItsFormulaSays(
            @ForAll @DoubleRange(min = 1.01, max = 250) double crossing,
            @ForAll @DoubleRange(min = 0.2, max = 3) double exponent,
            @ForAll @DoubleRange(min = 1, max = 1.5) double band) {
        Interval[] ratio = Arrays.stream(X)
                .mapToObj(x -> around(Math.pow(x / crossing, exponent), band))
                .toArray(Interval[]::new);
        CrossoverEstimate estimate = CrossoverFit.of(X, ratio);
        assertThat(estimate.status()).isEqualTo(Status.FOUND);
        Interval at = estimate.at().orElseThrow();
        // a band of factor b around a power law of exponent p crosses 1 a factor b^(1/p) earlier and later
        double spread = Math.pow(band, 1 / exponent);
        assertThat(at.estimate() / crossing).isCloseTo(1, within(1e-9));
        assertThat(at.low() / Math.max(1, crossing / spread)).isCloseTo(1, within(1e-9));
        assertThat(at.high() / Math.min(256, crossing * spread)).isCloseTo(1, within(1e-9));
    }

    @Property(tries = 100)
    void aWiderBandNeverNarrowsTheInterval(
            @ForAll @DoubleRange(min = 1, max = 2) double band, @ForAll @DoubleRange(min = 1, max = 2) double wider) {
        double[] ratios = {0.5, 1.1, 0.95, 1.3, 4};
        Interval narrow = at(X, withBand(ratios, band));
        Interval wide = at(X, withBand(ratios, band * wider));
        assertThat(wide.low()).isLessThanOrEqualTo(narrow.low());
        assertThat(wide.high()).isGreaterThanOrEqualTo(narrow.high());
    }

    @Test
    void aRatioAboveOneThroughoutCrossesBelow() {
        assertThat(CrossoverFit.of(X, withBand(new double[] {1.1, 2, 3, 4, 5}, 1.5))
                        .status())
                .isEqualTo(Status.BELOW);
        assertThat(CrossoverFit.of(X, withBand(new double[] {1, 2, 3, 4, 5}, 1.5))
                        .at())
                .isEmpty();
    }

    @Test
    void aRatioBelowOneThroughoutCrossesAbove() {
        CrossoverEstimate estimate = CrossoverFit.of(X, withBand(new double[] {0.1, 0.2, 0.3, 0.4, 0.99}, 1.5));
        assertThat(estimate.status()).isEqualTo(Status.ABOVE);
        assertThat(estimate.at()).isEmpty();
    }

    @Test
    void aRatioThatOnlyFallsHasNotYetCrossedUpwards() {
        assertThat(CrossoverFit.of(X, withBand(new double[] {1.2, 0.9, 0.8, 0.7, 0.6}, 1.1))
                        .status())
                .isEqualTo(Status.ABOVE);
    }

    @Test
    void aRatioThatIsOneAtAMeasuredXCrossesThere() {
        assertThat(at(X, withBand(new double[] {0.5, 0.8, 1, 2, 3}, 1.01)).estimate())
                .isCloseTo(16, within(1e-12));
    }

    @Test
    void ofSeveralCrossingsTheFirstIsTheEstimateAndTheIntervalContainsAll() {
        double[] ratios = {0.8, 1.25, 0.8, 1.25, 5};
        Interval at = at(X, withBand(ratios, 1.1));
        assertThat(at.estimate()).isCloseTo(2, within(1e-12)); // half-way from 1 to 4 on a log axis
        assertThat(at.low()).isBetween(1.0, 2.0);
        assertThat(at.high()).isBetween(32.0, 64.0); // the last crossing is at 32
    }

    @Test
    void aFallBelowOneAtTheEndLeavesTheIntervalOpenUpwards() {
        Interval at = at(X, withBand(new double[] {0.5, 2, 3, 2, 0.9}, 1.01));
        assertThat(at.estimate()).isCloseTo(2, within(1e-12));
        assertThat(at.high()).isEqualTo(256);
    }

    @Test
    void oneUnknownIntervalMakesThatOfTheCrossingUnknown() {
        Interval[] ratio = withBand(new double[] {0.5, 0.8, 1.25, 2, 3}, 1.01);
        ratio[4] = Interval.unknown(3);
        Interval at = at(X, ratio);
        assertThat(at.estimate()).isCloseTo(8, within(1e-12));
        assertThat(at.isKnown()).isFalse();
    }

    @Test
    void boundsOfZeroAndInfinityStillGiveANumber() {
        Interval[] ratio = {new Interval(0.5, 0, Double.POSITIVE_INFINITY), new Interval(2, 0, Double.POSITIVE_INFINITY)
        };
        assertThat(at(new double[] {1, 4}, ratio)).isEqualTo(new Interval(2, 1, 4));
        Interval[] sure = {new Interval(0.5, 0, 0.5), new Interval(2, 2, Double.POSITIVE_INFINITY)};
        assertThat(at(new double[] {1, 4}, sure).low()).isBetween(1.0, 1.01);
    }

    @Test
    void fewerThanTwoPointsAreTooFew() {
        assertThat(CrossoverFit.of(new double[0], new Interval[0]).status()).isEqualTo(Status.UNKNOWN);
        assertThat(CrossoverFit.of(new double[] {1}, withBand(new double[] {2}, 1.1))
                        .status())
                .isEqualTo(Status.UNKNOWN);
    }

    @Test
    void coversTheTrueCrossingAtLeastInNinetyFivePercent() {
        RandomGenerator random = new Well19937c(5);
        int runs = 1500;
        int covered = 0;
        for (int run = 0; run < runs; run++) {
            Interval[] ratio = new Interval[X.length];
            for (int i = 0; i < X.length; i++) {
                double truth = X[i] / 9;
                double[] forks = new double[5];
                Arrays.setAll(forks, f -> truth * Math.exp(0.1 * random.nextGaussian()));
                ratio[i] = ForkStatistics.interval(forks);
            }
            Interval at = at(X, ratio);
            if (at.low() <= 9 && 9 <= at.high()) {
                covered++;
            }
        }
        // the true rate is 0.95 at a measured x and more between two; three standard errors are 0.017
        assertThat(covered / (double) runs).isBetween(0.95 - 0.017, 0.995);
    }

    @Test
    void rejectsXThatDoesNotAscendAndRatiosThatAreNotPositive() {
        Interval[] two = withBand(new double[] {1, 2}, 1.1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CrossoverFit.of(new double[] {2, 2}, two))
                .withMessage("x: value 1 is 2.0 after 2.0; they must be positive, finite and strictly ascending");
        assertThatIllegalArgumentException().isThrownBy(() -> CrossoverFit.of(new double[] {0, 2}, two));
        assertThatIllegalArgumentException().isThrownBy(() -> CrossoverFit.of(X, two));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CrossoverFit.of(new double[] {1, 2}, withBand(new double[] {1, 0}, 1)))
                .withMessageStartingWith("ratios: value 1 is 0.0");
    }

    private static Interval at(double[] x, Interval[] ratio) {
        return CrossoverFit.of(x, ratio).at().orElseThrow();
    }

    private static Interval[] withBand(double[] ratios, double band) {
        return Arrays.stream(ratios).mapToObj(r -> around(r, band)).toArray(Interval[]::new);
    }

    private static Interval around(double ratio, double band) {
        return new Interval(ratio, ratio / band, ratio * band);
    }
}
