package dev.gradgap.text;

import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** Markdown as it grows: what is given as text is escaped. */
public final class MarkdownText {

    private final StringBuilder markdown = new StringBuilder();

    /** Adds markup, as it is. */
    public MarkdownText markup(String markup) {
        markdown.append(markup);
        return this;
    }

    /** Adds text, which can neither end a row, a line or a table nor become markup or a link. */
    public MarkdownText text(String text) {
        markdown.append(escape(text));
        return this;
    }

    /** Adds a line that is an item of a list. */
    public void item(String text) {
        markup("- ").text(text).markup("\n");
    }

    /**
     * Adds a table; before it should be an empty line.
     *
     * @param header the names of the columns
     * @param rows as many values each
     */
    public void table(List<String> header, List<List<String>> rows) {
        row(header);
        row(Collections.nCopies(header.size(), "---"));
        rows.forEach(this::row);
    }

    private void row(List<String> values) {
        markup(values.stream().map(MarkdownText::escape).collect(Collectors.joining(" | ", "| ", " |\n")));
    }

    private static String escape(String text) {
        return text.replace("\\", "\\\\")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("|", "\\|")
                .replace("`", "\\`")
                .replace("*", "\\*")
                .replace("](", "]\\(")
                .replaceAll("\\R", " ");
    }

    @Override
    public String toString() {
        return markdown.toString();
    }
}
