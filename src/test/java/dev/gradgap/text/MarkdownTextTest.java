package dev.gradgap.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MarkdownTextTest {

    @Test
    void aNameEndsNeitherItsRowNorItsTableAndIsNoMarkup() {
        MarkdownText markdown = new MarkdownText();
        markdown.table(List.of("a", "b"), List.of(List.of("x|y", "<script>\n| z")));

        assertThat(markdown).hasToString("| a | b |\n| --- | --- |\n| x\\|y | &lt;script&gt; \\| z |\n");
    }

    @Test
    void aTextIsNoLinkAndNoCode() {
        MarkdownText markdown = new MarkdownText().markup("**");
        markdown.item("[here](there) `code` *");

        assertThat(markdown).hasToString("**- [here]\\(there) \\`code\\` \\*\n");
    }
}
