package dev.gradgap.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LooksTest {

    @Test
    void eachLookHasHalfAsManyPairsAgainUpToTheMost() {
        Looks looks = new Looks(0.01, 10, 40);
        assertThat(new int[] {looks.pairs(0), looks.pairs(1), looks.pairs(2), looks.pairs(3), looks.pairs(4)})
                .containsExactly(10, 15, 23, 34, 40);
        assertThat(looks.isLast(3)).isFalse();
        assertThat(looks.isLast(4)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"10, 40", "10, 10", "2, 1000", "7, 8"})
    void theLooksTogetherSpendAlphaAndNoMore(int first, int most) {
        Looks looks = new Looks(0.01, first, most);
        double spent = 0;
        int look = 0;
        while (true) {
            spent += looks.level(look);
            if (looks.isLast(look)) {
                break;
            }
            assertThat(looks.pairs(look + 1)).isGreaterThan(looks.pairs(look));
            look++;
        }
        assertThat(spent).isCloseTo(0.01, within(1e-15));
    }

    @ParameterizedTest
    @CsvSource({"0, 2, 2", "1, 2, 2", "NaN, 2, 2", "0.01, 1, 2", "0.01, 3, 2"})
    void whatCannotBeIsRefused(double alpha, int first, int most) {
        assertThatThrownBy(() -> new Looks(alpha, first, most)).isInstanceOf(IllegalArgumentException.class);
    }
}
