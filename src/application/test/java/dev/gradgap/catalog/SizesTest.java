package dev.gradgap.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradgap.text.UserError;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SizesTest {

    @Test
    void aListKeepsItsOrderAndGivesEachSizeOnce() {
        assertThat(Sizes.parse("--inputs", "4, 1,2,4")).containsExactly(4, 1, 2);
    }

    @Test
    void kiloAndMegaAreBinary() {
        assertThat(Sizes.parse("--inputs", "1K,1k,3M,2047M")).containsExactly(1024, 3 * 1048576, 2047 * 1048576);
    }

    @Test
    void aRangeIsItsEndsAndThePowersOfTwoBetween() {
        assertThat(Sizes.parse("--inputs", "1..1K")).containsExactly(1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024);
        assertThat(Sizes.parse("--inputs", "3..20")).containsExactly(3, 4, 8, 16, 20);
        assertThat(Sizes.parse("--inputs", "5..5")).containsExactly(5);
    }

    @Test
    void aRangeReachesTheLargestInt() {
        List<Integer> sizes = Sizes.parse("--inputs", "1000000000..2147483647");
        assertThat(sizes).containsExactly(1_000_000_000, 1 << 30, Integer.MAX_VALUE);
    }

    @Property
    void everySizeReadsBack(@ForAll @IntRange(min = 1) int size) {
        assertThat(Sizes.parse("--inputs", Integer.toString(size))).containsExactly(size);
        assertThat(Sizes.parseOne("--inputs", "+0" + size)).isEqualTo(size);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    0                     | --inputs: '0' is too small; sizes start at 1
                    000                   | --inputs: '000' is too small; sizes start at 1
                    -5                    | --inputs: '-5' is too small; sizes start at 1
                    0..4                  | --inputs: '0' is too small; sizes start at 1
                    2147483648            | --inputs: '2147483648' is too large; sizes end at 2147483647
                    2048M                 | --inputs: '2048M' is too large; sizes end at 2147483647
                    99999999999999999999M | --inputs: '99999999999999999999M' is too large; sizes end at 2147483647
                    9223372036854775807K  | --inputs: '9223372036854775807K' is too large; sizes end at 2147483647
                    8..2                  | --inputs: the range '8..2' runs backwards; write 2..8
                    """)
    void sizesOutOfRangeAreNamed(String text, String message) {
        assertThatThrownBy(() -> Sizes.parse("--inputs", text))
                .isInstanceOf(UserError.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource({"many", "1.5", "1e3", "1G", "1 2", "0x10", "1...8", "١٢", "१", "NaN", "K"})
    void whatIsNoSizeIsAnsweredByHowSizesAreWritten(String text) {
        assertThatThrownBy(() -> Sizes.parse("--inputs", text))
                .isInstanceOf(UserError.class)
                .hasMessageStartingWith("--inputs: '")
                .hasMessageEndingWith("is not a size; " + Sizes.SYNTAX);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            delimiter = '|',
            value = {"\"\"", "1,,2", "1,", ",", "1..", "..4"})
    void aMissingSizeIsNoticed(String text) {
        assertThatThrownBy(() -> Sizes.parse("suite.toml:3: inputs", text))
                .isInstanceOf(UserError.class)
                .hasMessage("suite.toml:3: inputs: a size is missing in '" + text + "'; " + Sizes.SYNTAX);
    }

    @Test
    void oneSizeMayNotBeSeveral() {
        assertThatThrownBy(() -> Sizes.parseOne("--inputs", "1..4"))
                .isInstanceOf(UserError.class)
                .hasMessage("--inputs: '1..4' is 3 sizes; give one");
    }
}
