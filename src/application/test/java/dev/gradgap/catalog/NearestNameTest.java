package dev.gradgap.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestNameTest {

    private static final List<String> NAMES = List.of("rosenbrock", "mlp", "chain", "graph-reverse", "graph-forward");

    @ParameterizedTest
    @CsvSource({"rosenbrok,rosenbrock", "ROSENBROCK,rosenbrock", "mpl,mlp", "cahin,chain", "reverse,graph-reverse"})
    void theNearestNameIsSuggested(String typed, String meant) {
        assertThat(NearestName.of(typed, NAMES)).contains(meant);
    }

    @ParameterizedTest
    @CsvSource({"banana", "x", "helmholtz"})
    void nothingIsSuggestedWhereNothingIsNear(String typed) {
        assertThat(NearestName.hint(typed, NAMES)).isEmpty();
    }

    /** The textbook pairs of the Levenshtein distance, and a swap, which counts once. */
    @ParameterizedTest
    @CsvSource({"kitten,sitting,3", "saturday,sunday,3", "flaw,lawn,2", "ca,ac,1", "same,same,0"})
    void distancesAreThoseOfTheTextbook(String a, String b, int distance) {
        assertThat(NearestName.distance(a, b)).isEqualTo(distance);
    }

    @Property(tries = 200)
    void distanceIsSymmetricAndAtMostTheLongerLength(
            @ForAll @AlphaChars @StringLength(max = 8) String a, @ForAll @AlphaChars @StringLength(max = 8) String b) {
        assertThat(NearestName.distance(a, b))
                .isEqualTo(NearestName.distance(b, a))
                .isBetween(Math.abs(a.length() - b.length()), Math.max(a.length(), b.length()));
    }

    @Test
    void aTextOfAMillionLettersIsAnsweredAtOnce() {
        assertThat(NearestName.of("x".repeat(1_000_000), NAMES)).isEmpty();
    }
}
