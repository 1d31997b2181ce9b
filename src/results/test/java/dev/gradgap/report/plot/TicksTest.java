package dev.gradgap.report.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TicksTest {

    private static final double SECOND = 1e9;
    private static final double DAY = 86_400 * SECOND;

    private static String labels(List<Tick> ticks) {
        return ticks.stream().map(Tick::label).collect(Collectors.joining(", "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    0.7 | 1500 | 1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1K
                    0.7 | 1500000 | 1, 4, 16, 64, 256, 1K, 4K, 16K, 64K, 256K, 1M
                    3 | 17 | 4, 8, 16
                    """)
    void sizesArePowersOfTwo(double low, double high, String labels) {
        assertThat(labels(Ticks.sizes(low, high))).isEqualTo(labels);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    80 | 20000 | 10², 10³, 10⁴
                    0.5 | 1e30 | 10⁰, 10², 10⁴, 10⁶, 10⁸, 10¹⁰, 10¹², 10¹⁴, 10¹⁶, 10¹⁸, 10²⁰, 10²², 10²⁴, 10²⁶, 10²⁸, 10³⁰
                    1e-3 | 0.02 | 10⁻³, 10⁻²
                    """)
    void powersOfTenAreWrittenAsSuch(double low, double high, String labels) {
        assertThat(labels(Ticks.powers(low, high))).isEqualTo(labels);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    0.3 | 40 | 0.5, 1, 2, 5, 10, 20
                    0.3 | 1500000 | 1, 10, 100, 1,000, 10,000, 100,000, 1,000,000
                    0.9 | 1.1 | 0.9, 1
                    35 | 80 | 40, 50, 60, 70, 80
                    """)
    void aShortRangeOfRatiosHasDoublesAndFives(double low, double high, String labels) {
        assertThat(labels(Ticks.ratios(low, high))).isEqualTo(labels);
    }

    @Test
    void durationsGoFromNanosecondsToDaysInTheUnitsOfPeople() {
        assertThat(labels(Ticks.durations(5, 2 * DAY)))
                .isEqualTo("10 ns, 100 ns, 1 µs, 10 µs, 100 µs, 1 ms, 10 ms, 100 ms, 1 s, 10 s, 1 min, 10 min, 1 h, 1"
                        + " day");
        assertThat(labels(Ticks.durations(40 * SECOND, 3 * DAY)))
                .isEqualTo("1 min, 2 min, 5 min, 10 min, 20 min, 1 h, 2 h, 5 h, 10 h, 1 day, 2 days");
        assertThat(labels(Ticks.durations(1, 1e4 * 366 * DAY)))
                .isEqualTo("1 ns, 1 µs, 1 ms, 1 s, 1 min, 1 h, 1 day, 1 year");
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-300, 1e-9, 1, 1e9, 1e18, 1e280})
    void everyRangeHasAFewTicksInsideItInAscendingOrder(double low) {
        for (double span : new double[] {10, 1e3, 1e6, 1e12, 1e20}) {
            double high = low * span;
            for (List<Tick> ticks : List.of(Ticks.durations(low, high), Ticks.ratios(low, high))) {
                assertThat(ticks).hasSizeBetween(1, 17);
                assertThat(ticks).extracting(Tick::value).isSorted().allMatch(value -> value >= low && value <= high);
            }
        }
    }
}
