package dev.gradgap.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class XmlTest {

    @ParameterizedTest
    @CsvSource({"0, 0", "1.25, 1.3", "-0.04, 0", "-3.06, -3.1", "12.96, 13", "1e6, 1000000"})
    void coordinatesAreToATenthOfAPixel(double x, String expected) {
        assertThat(Xml.number(x)).isEqualTo(expected);
    }

    @Test
    void nothingInATextIsMarkupOrForbidden() {
        assertThat(Xml.escape("a<b>&\"'\u0001\uD800漢")).isEqualTo("a&lt;b&gt;&amp;&quot;&#39;\uFFFD\uFFFD漢");
        assertThat(Xml.escape("a\u009b\u202e\u200b😀")).isEqualTo("a\uFFFD\uFFFD\uFFFD😀");
    }
}
