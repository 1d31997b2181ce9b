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
    void aTextCallsNobodyAndRefersToNothing() {
        MarkdownText markdown = new MarkdownText();
        markdown.item("@octocat, me@home, #1, GH-12, https://github.com/o/r/issues/1, www.example.org; a @ b # c");

        assertThat(markdown)
                .hasToString(
                        "- @&#8203;octocat, me@&#8203;home, #&#8203;1, GH-&#8203;12, https:&#8203;//github.com/o/r/issues/1,"
                                + " www&#8203;.example.org; a @ b # c\n");
    }

    @Test
    void whatNobodySeesIsShown() {
        MarkdownText markdown = new MarkdownText();
        markdown.item("a\u001b[31m\u0007\u009b1mb\u202ec\u200bd");

        assertThat(markdown).hasToString("- a\uFFFD[31m\uFFFD\uFFFD1mb\uFFFDc\uFFFDd\n");
    }

    @Test
    void aTextIsNoLinkAndNoCode() {
        MarkdownText markdown = new MarkdownText().markup("**");
        markdown.item("[here](there) `code` *");

        assertThat(markdown).hasToString("**- [here]\\(there) \\`code\\` \\*\n");
    }
}
