package dev.gradgap.text;

import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Markdown as it grows: what is given as text is escaped. */
public final class MarkdownText {

    /**
     * Where a page that Markdown is posted to would call somebody or refer to something: @name, #1, GH-1 and addresses. It
     * looks at the text that it shows, so that no escape in the Markdown helps; only what stands in between does.
     */
    private static final Pattern CALLS = Pattern.compile("[@#](?=\\w)|(?i:GH-)(?=\\d)|:(?=//)|(?i:www)(?=\\.)");

    private static final Pattern ENDS_OF_LINES = Pattern.compile("\\R");

    /** A space of no width, written so that it is seen in the file. */
    private static final String APART = "&#8203;";

    private final StringBuilder markdown = new StringBuilder();

    /** Adds markup, as it is. */
    public MarkdownText markup(String markup) {
        markdown.append(markup);
        return this;
    }

    /** Adds text, which can neither end a row, a line or a table nor become markup, a link, a mention or a reference. */
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
        String escaped = PlainText.seen(ENDS_OF_LINES.matcher(text).replaceAll(" "), "\uFFFD")
                .replace("\\", "\\\\")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("|", "\\|")
                .replace("`", "\\`")
                .replace("*", "\\*")
                .replace("](", "]\\(");
        return CALLS.matcher(escaped).replaceAll("$0" + APART);
    }

    @Override
    public String toString() {
        return markdown.toString();
    }
}
