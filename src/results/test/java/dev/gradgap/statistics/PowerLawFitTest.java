package dev.gradgap.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PowerLawFitTest {

    private static final int RUNS = 3000;

    /** NIST Statistical Reference Datasets, linear regression, Norris: y and x in turn. */
    private static final double[] NORRIS = {
        0.1, 0.2, 338.8, 337.4, 118.1, 118.2, 888.0, 884.6, 9.2, 10.1, 228.1, 226.5, 668.5, 666.3, 998.5, 996.3, 449.1,
        448.6, 778.9, 777.0, 559.2, 558.2, 0.3, 0.4, 0.1, 0.6, 778.1, 775.5, 668.8, 666.9, 339.3, 338.0, 448.9, 447.5,
        10.8, 11.6, 557.7, 556.0, 228.3, 228.1, 998.0, 995.8, 888.8, 887.6, 119.6, 120.2, 0.3, 0.3, 0.6, 0.3, 557.6,
        556.8, 339.3, 339.1, 888.0, 887.2, 998.5, 999.0, 778.9, 779.0, 10.2, 11.1, 117.6, 118.3, 228.9, 229.2, 668.4,
        669.1, 449.2, 448.9, 0.2, 0.5
    };

    @Test
    void agreesWithTheCertifiedRegressionOfNist() {
        int n = NORRIS.length / 2;
        double[] x = new double[n];
        double[] y = new double[n];
        double scale = 10; // exp(999) overflows
        for (int i = 0; i < n; i++) {
            y[i] = Math.exp(NORRIS[2 * i] / scale);
            x[i] = Math.exp(NORRIS[2 * i + 1] / scale);
        }
        PowerLaw law = PowerLawFit.fit(x, y).orElseThrow();
        double t34 = 2.0322445093177186;
        double slopeError = 0.429796848199937e-3;
        assertThat(law.points()).isEqualTo(36);
        assertThat(law.exponent().estimate()).isCloseTo(1.00211681802045, within(1e-12));
        assertThat(law.exponent().low()).isCloseTo(1.00211681802045 - t34 * slopeError, within(1e-11));
        assertThat(law.exponent().high()).isCloseTo(1.00211681802045 + t34 * slopeError, within(1e-11));
        assertThat(scale * Math.log(law.coefficient())).isCloseTo(-0.262323073774029, within(1e-10));
        assertThat(law.rSquared()).isCloseTo(0.999993745883712, within(1e-13));
    }

    @Test
    void agreesWithAnscombesFirstSet() {
        double[] x = exponentials(10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5);
        double[] y = exponentials(8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68);
        PowerLaw law = PowerLawFit.fit(x, y).orElseThrow();
        assertThat(law.exponent().estimate()).isCloseTo(0.5001, within(5e-5));
        assertThat(Math.log(law.coefficient())).isCloseTo(3.0001, within(5e-5));
        assertThat(law.rSquared()).isCloseTo(0.6665, within(5e-5));
        // standard error 0.1179, t with 9 degrees of freedom 2.262
        assertThat(law.exponent().high() - law.exponent().low()).isCloseTo(2 * 2.262 * 0.1179, within(2e-4));
    }

    @Property(tries = 100)
    void recoversAnExactPowerLawWhateverItsUnit(
            @ForAll @DoubleRange(min = -3, max = 3) double exponent, @ForAll @IntRange(min = -9, max = 9) int decade) {
        double coefficient = 3 * Math.pow(10, decade);
        double[] x = {1, 10, 100, 1e3, 1e6};
        double[] y =
                Arrays.stream(x).map(v -> coefficient * Math.pow(v, exponent)).toArray();
        PowerLaw law = PowerLawFit.fit(x, y).orElseThrow();
        assertThat(law.exponent().estimate()).isCloseTo(exponent, within(1e-12));
        assertThat(law.exponent().low()).isCloseTo(exponent, within(1e-6));
        assertThat(law.coefficient() / coefficient).isCloseTo(1, within(1e-11));
    }

    @Test
    void aConstantHasExponentZeroAndLeavesNothingUnexplained() {
        PowerLaw law = PowerLawFit.fit(new double[] {1, 10, 100}, new double[] {7, 7, 7})
                .orElseThrow();
        assertThat(law.exponent()).isEqualTo(new Interval(0, 0, 0));
        assertThat(law.rSquared()).isEqualTo(1);
        assertThat(law.coefficient()).isCloseTo(7, within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 6})
    void coversTheTrueExponentInNinetyFivePercent(int points) {
        RandomGenerator random = new Well19937c(points);
        double[] x = new double[points];
        Arrays.setAll(x, i -> Math.pow(4, i));
        int covered = 0;
        for (int run = 0; run < RUNS; run++) {
            double[] y = Arrays.stream(x)
                    .map(v -> 3 * v * Math.exp(0.1 * random.nextGaussian()))
                    .toArray();
            Interval exponent = PowerLawFit.fit(x, y).orElseThrow().exponent();
            if (exponent.low() <= 1 && 1 <= exponent.high()) {
                covered++;
            }
        }
        // three standard errors of a rate of 0.95 in 3,000 runs
        assertThat(covered / (double) RUNS).isCloseTo(0.95, within(0.012));
    }

    @Test
    void needsThreeDifferentX() {
        assertThat(PowerLawFit.fit(new double[] {1, 2}, new double[] {1, 2})).isEmpty();
        assertThat(PowerLawFit.fit(new double[] {1, 2, 2, 1}, new double[] {1, 2, 3, 4}))
                .isEmpty();
        assertThat(PowerLawFit.fit(new double[0], new double[0])).isEmpty();
    }

    @Test
    void rejectsWhatHasNoLogarithmOrNoPartner() {
        double[] three = {1, 2, 3};
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PowerLawFit.fit(new double[] {0, 1, 2}, three))
                .withMessageStartingWith("x: value 0 is 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PowerLawFit.fit(three, new double[] {1, 2, Double.NaN}))
                .withMessageStartingWith("y: value 2 is NaN");
        assertThatIllegalArgumentException().isThrownBy(() -> PowerLawFit.fit(three, new double[] {1, 2}));
    }

    private static double[] exponentials(double... values) {
        return Arrays.stream(values).map(Math::exp).toArray();
    }
}
