package dev.gradgap.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobTest {

    @ParameterizedTest
    @CsvSource({
        "*,anything,true",
        "graph-*,graph-reverse,true",
        "graph*,graph,true",
        "graph-*,overloading-graph-reverse,false",
        "*-4,graph-forward-4,true",
        "*-4,graph-forward-16,false",
        "ml?,mlp,true",
        "ml?,ml,false",
        "a.c,abc,false",
        "[ab],a,false",
        "a\\E*,a\\Eb,true"
    })
    void starsAndQuestionMarksAreTheOnlySpecialCharacters(String glob, String name, boolean matches) {
        assertThat(new Glob(glob).matches(name)).isEqualTo(matches);
    }

    @Property
    void itMatchesWhatTheRegularExpressionMatches(
            @ForAll @Chars({'a', 'b', '*', '?'}) @StringLength(max = 8) String glob,
            @ForAll @CharRange(from = 'a', to = 'b') @StringLength(max = 12) String name) {
        String expression = glob.replace("*", ".*").replace('?', '.');
        assertThat(new Glob(glob).matches(name)).isEqualTo(Pattern.matches(expression, name));
    }

    @Test
    void aQuestionMarkIsOneCharacterEvenOfTwoChars() {
        assertThat(new Glob("?-*").matches("😀-😀")).isTrue();
    }

    @Test
    @Timeout(5)
    void manyStarsTakeNoLongerThanOne() {
        assertThat(new Glob("*".repeat(1000) + "b").matches("a".repeat(10_000))).isFalse();
        assertThat(new Glob("a*".repeat(1000) + "b").matches("a".repeat(10_000)))
                .isFalse();
    }
}
