package dev.gradgap.text;

import java.util.List;

/** HTML as it grows: what is given as text is escaped. */
public final class HtmlText {

    private final StringBuilder html = new StringBuilder();

    /** Adds markup, as it is. */
    public HtmlText markup(String markup) {
        html.append(markup);
        return this;
    }

    /** Adds text inside of an element or of an attribute in double quotes. */
    public HtmlText text(String text) {
        html.append(Xml.escape(text));
        return this;
    }

    /** Adds a paragraph of a class; of none, if it is empty. */
    public void paragraph(String style, String text) {
        markup(style.isEmpty() ? "<p>" : "<p class=\"" + style + "\">")
                .text(text)
                .markup("</p>\n");
    }

    /**
     * Adds a table that can be scrolled, by keyboard too, if it is larger than the page.
     *
     * @param label what it is a table of
     * @param header the names of the columns
     * @param rows as many values each
     */
    public void table(String label, List<String> header, List<List<String>> rows) {
        markup("<div class=\"table\" role=\"region\" tabindex=\"0\" aria-label=\"")
                .text(label)
                .markup("\"><table><thead><tr>");
        header.forEach(name -> markup("<th scope=\"col\">").text(name).markup("</th>"));
        markup("</tr></thead><tbody>\n");
        for (List<String> row : rows) {
            markup("<tr>");
            row.forEach(value -> markup("<td>").text(value).markup("</td>"));
            markup("</tr>\n");
        }
        markup("</tbody></table></div>\n");
    }

    @Override
    public String toString() {
        return html.toString();
    }
}
