package dev.gradgap.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class HtmlTextTest {

    @Test
    void onlyWhatIsGivenAsMarkupIsMarkup() {
        HtmlText html = new HtmlText().markup("<b>").text("<i>").markup("</b>");
        html.paragraph("quiet", "1 < 2");
        html.paragraph("", "&");

        assertThat(html).hasToString("<b>&lt;i&gt;</b><p class=\"quiet\">1 &lt; 2</p>\n<p>&amp;</p>\n");
    }

    @Test
    void aTableHasALabelAHeaderAndItsRows() {
        HtmlText html = new HtmlText();
        html.table("\"all\"", List.of("a", "<b>"), List.of(List.of("1", "2 & 3")));

        assertThat(html.toString())
                .contains("aria-label=\"&quot;all&quot;\"")
                .contains("<tr><th scope=\"col\">a</th><th scope=\"col\">&lt;b&gt;</th></tr>")
                .contains("<tr><td>1</td><td>2 &amp; 3</td></tr>");
    }
}
