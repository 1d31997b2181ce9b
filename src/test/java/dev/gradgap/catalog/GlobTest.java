package dev.gradgap.catalog;

import static org.assertj.core.api.Assertions.assertThat;

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
}
