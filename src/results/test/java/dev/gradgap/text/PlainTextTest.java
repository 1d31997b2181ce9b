package dev.gradgap.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {

    /** Escape, bell, CSI, right-to-left override, isolate, zero-width space and joiner, byte order mark, half of a pair. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u001b", "\u0007", "\u009b", "\u202e", "\u2066", "\u200b", "\u200d", "\ufeff", "\ud800", "\uffff"
            })
    void whatNobodySeesIsReplaced(String character) {
        assertThat(PlainText.isAllSeen("a" + character + "b")).isFalse();
        assertThat(PlainText.oneLine("a" + character + "b")).isEqualTo("a?b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"é", "漢", "😀", "N² × µs", "a\u00a0b"})
    void whatIsSeenStays(String text) {
        assertThat(PlainText.isAllSeen(text)).isTrue();
        assertThat(PlainText.oneLine(text)).isEqualTo(text);
    }

    @Test
    void severalLinesBecomeOne() {
        assertThat(PlainText.oneLine(" a\r\n  b\u2028c\u0085\n d ")).isEqualTo("a b c d");
    }

    @Test
    void ofMegabytesTheMiddleIsLeftOut() {
        String text = PlainText.oneLine("begin" + " ".repeat(5_000_000) + "end");
        assertThat(text)
                .startsWith("begin ")
                .contains(" ... (4998008 characters left out) ... ")
                .endsWith(" end")
                .hasSizeLessThan(2100);
    }
}
