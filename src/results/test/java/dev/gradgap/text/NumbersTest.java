package dev.gradgap.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradgap.statistics.Interval;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    0 | 0
                    1 | 1.00
                    0.01234 | 0.0123
                    12.345 | 12.3
                    999.4 | 999
                    1234567 | 1,230,000
                    1e-9 | 1.00e-09
                    3e20 | 3.00e+20
                    NaN | unknown
                    Infinity | unknown
                    """)
    void aNumberHasThreeSignificantDigits(double value, String text) {
        assertThat(Numbers.plain(value)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    0.5 | 0.500 ns
                    1 | 1.00 ns
                    999.7 | 1.00 µs
                    1500 | 1.50 µs
                    2.5e6 | 2.50 ms
                    9e10 | 90.0 s
                    1.8e11 | 3.00 min
                    1.8e13 | 5.00 h
                    4e15 | 46.3 days
                    1e17 | 3.17 years
                    NaN | unknown
                    """)
    void aDurationHasAUnitOfItsSize(double nanoseconds, String text) {
        assertThat(Numbers.duration(nanoseconds)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"1,1", "512,512", "1000,1000", "1024,1K", "16384,16K", "1048576,1M", "1048577,1048577", "0.5,0.500"})
    void aSizeIsShortWhereItIsAPowerOfTwo(double inputs, String text) {
        assertThat(Numbers.size(inputs)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"1,1", "10,10", "100,100", "0.1,0.1", "0.01,0.01"})
    void aTickHasNoTrailingZeros(double value, String text) {
        assertThat(Numbers.count(value)).isEqualTo(text);
    }

    @Test
    void anUnknownIntervalIsLeftOut() {
        assertThat(Numbers.interval(Interval.unknown(2))).isEqualTo("2.00");
        assertThat(Numbers.interval(new Interval(2, 1, 3))).isEqualTo("2.00 [1.00, 3.00]");
    }
}
