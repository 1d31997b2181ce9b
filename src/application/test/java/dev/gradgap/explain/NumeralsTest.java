package dev.gradgap.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumeralsTest {

    @ParameterizedTest
    @CsvSource({
        "2, = 2",
        "-4, = -4",
        "0, = 0",
        "0.5, = 0.5",
        "0.1, = 0.1",
        "1234567, = 1234567",
        "999999999, = 999999999",
        "1e9, = 1e9",
        "1e-300, = 1e-300",
        "2.5e-5, = 0.000025",
        "2.5e-6, = 2.5e-6",
        "0.333333333333333333, ≈ 0.333333",
        "-0.66666666666666666, ≈ -0.666667",
        "0.30000000000000004, ≈ 0.3",
        "1234567.5, ≈ 1234570",
        "1.23456789e20, ≈ 1.23457e20",
        "0.99999999, ≈ 1",
        "NaN, = NaN",
        "-Infinity, = -Infinity"
    })
    void numbersHaveSixDigitsAndASignThatTellsWhetherAnyWereLost(double x, String expected) {
        assertThat(Numerals.equal(x)).isEqualTo(expected);
    }

    @Property
    void theEqualsSignNeverLies(@ForAll double x) {
        if (Numerals.isExact(x)) {
            assertThat(Double.parseDouble(Numerals.rounded(x))).isEqualTo(x);
        } else {
            assertThat(Double.parseDouble(Numerals.rounded(x)))
                    .isCloseTo(x, org.assertj.core.data.Percentage.withPercentage(0.001));
        }
    }

    @Property
    void fullNumbersReadBackExactly(@ForAll double x) {
        assertThat(Double.parseDouble(Numerals.full(x))).isEqualTo(x);
    }

    @Test
    void fullNumbersAreTheShortestThatReadBack() {
        assertThat(Numerals.full(1.0 / 3)).isEqualTo("0.3333333333333333");
        assertThat(Numerals.full(2e-3)).isEqualTo("0.002");
        assertThat(Numerals.full(Math.PI)).isEqualTo("3.141592653589793");
        assertThat(Numerals.full(Double.MIN_VALUE)).isEqualTo("4.94066e-324");
    }

    @Test
    void theLocaleChangesNothing() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(Numerals.equal(-1234.5)).isEqualTo("= -1234.5");
        } finally {
            Locale.setDefault(before);
        }
    }
}
