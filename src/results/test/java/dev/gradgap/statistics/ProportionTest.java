package dev.gradgap.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ProportionTest {

    /** Clopper and Pearson's 95 % intervals as published tables have them, to four decimals. */
    @ParameterizedTest
    @CsvSource({
        "0, 20, 0, 0.1684",
        "1, 20, 0.0013, 0.2487",
        "2, 20, 0.0123, 0.3170",
        "10, 20, 0.2720, 0.7280",
        "20, 20, 0.8316, 1",
        "0, 10, 0, 0.3085",
        "5, 10, 0.1871, 0.8129",
        "1, 100, 0.0003, 0.0545"
    })
    void intervalsAreThoseOfTheTables(int count, int of, double low, double high) {
        Interval interval = new Proportion(count, of).interval(0.05);

        assertThat(interval.estimate()).isEqualTo((double) count / of);
        assertThat(interval.low()).isCloseTo(low, within(5e-5));
        assertThat(interval.high()).isCloseTo(high, within(5e-5));
    }

    /** Of 3 of 3 the lower bound has a closed form: (alpha / 2)^(1/3). */
    @ParameterizedTest
    @CsvSource({"0.05", "0.01", "0.2"})
    void theBoundOfAlwaysIsARoot(double alpha) {
        assertThat(new Proportion(3, 3).interval(alpha).low()).isCloseTo(Math.cbrt(alpha / 2), within(1e-8));
        assertThat(new Proportion(0, 3).interval(alpha).high()).isCloseTo(1 - Math.cbrt(alpha / 2), within(1e-8));
    }

    @Test
    void ofNothingNothingIsKnown() {
        Interval interval = new Proportion(0, 0).interval(0.05);

        assertThat(interval.estimate()).isNaN();
        assertThat(interval.low()).isZero();
        assertThat(interval.high()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"-1, 3", "4, 3", "0, -1"})
    void whatIsNoPartIsRefused(int count, int of) {
        assertThatThrownBy(() -> new Proportion(count, of)).isInstanceOf(IllegalArgumentException.class);
    }
}
