package dev.gradgap.report.page;

import dev.gradgap.report.Html;
import java.util.List;

/** The body of the page as it grows: what is given as text is escaped. */
final class PageText {

    private final StringBuilder html = new StringBuilder();

    /** Markup, as it is. */
    PageText markup(String markup) {
        html.append(markup);
        return this;
    }

    /** Text inside of an element or of an attribute in double quotes. */
    PageText text(String text) {
        html.append(Html.escape(text));
        return this;
    }

    /** A paragraph of a class of report.css; of none, if it is empty. */
    void paragraph(String style, String text) {
        markup(style.isEmpty() ? "<p>" : "<p class=\"" + style + "\">").text(text).markup("</p>\n");
    }

    /** A table that scrolls by itself if it is larger than the page. */
    void table(String label, List<String> headings, List<List<String>> rows) {
        markup("<div class=\"table\" role=\"region\" tabindex=\"0\" aria-label=\"")
                .text(label)
                .markup("\"><table><thead><tr>");
        headings.forEach(
                heading -> markup("<th scope=\"col\">").text(heading).markup("</th>"));
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
