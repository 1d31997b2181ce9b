package dev.gradgap.graph;

import static dev.gradgap.engine.FiftyDigits.ulps;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gradgap.engine.FiftyDigits;
import dev.gradgap.engine.FiftyDigits.Row;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Value and partials of every operation against 50 digits, over the whole range of doubles. */
@Tag("thorough")
class OperationFiftyDigitsTest {

    private static final double VALUE_ULPS = 2.5; // what java.lang.Math promises at most
    private static final double PARTIAL_ULPS = 5;

    @ParameterizedTest
    @EnumSource
    void valueAndPartialsAreRightToTheirLastDigits(Operation operation) {
        assertThat(FiftyDigits.of(operation)).hasSizeGreaterThan(10);
        SoftAssertions softly = new SoftAssertions();
        for (Row row : FiftyDigits.of(operation)) {
            double value = operation.value(row.x(), row.y());
            double first = operation.firstPartial(row.x(), row.y(), value);
            double second = operation.secondPartial(row.x(), row.y(), value);
            softly.assertThat(ulps(value, row.value()))
                    .as("value %s of %s", value, row)
                    .isLessThanOrEqualTo(VALUE_ULPS);
            softly.assertThat(ulps(first, row.first()))
                    .as("partial %s by x of %s", first, row)
                    .isLessThanOrEqualTo(PARTIAL_ULPS);
            softly.assertThat(row.ulpsOfSecond(second))
                    .as("partial %s by y of %s", second, row)
                    .isLessThanOrEqualTo(PARTIAL_ULPS);
        }
        softly.assertAll();
    }
}
