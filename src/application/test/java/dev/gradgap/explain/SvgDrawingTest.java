package dev.gradgap.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradgap.explain.layout.Box;
import dev.gradgap.graph.GraphBuilder;
import dev.gradgap.graph.Operation;
import dev.gradgap.graph.Tracer;
import dev.gradgap.text.Contrast;
import dev.gradgap.workload.Workload;
import dev.gradgap.workload.WorkloadFamily;
import dev.gradgap.workload.family.BuiltInWorkloads;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class SvgDrawingTest {

    private static final double ASCENT = 14;
    private static final double LINE_HEIGHT = 19;

    private static Explanation explanation(String workload, int inputs, Map<String, String> parameters) {
        WorkloadFamily family = new BuiltInWorkloads()
                .families().stream()
                        .filter(candidate -> candidate.name().equals(workload))
                        .findFirst()
                        .orElseThrow()
                        .with(parameters);
        Workload member = family.create(inputs, 1);
        return new Explanation(workload, Tracer.trace(member.function()), member.point(), family::inputName);
    }

    private static Document document(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<Element> elements(Element parent, String name, String style) {
        NodeList found = parent.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int e = 0; e < found.getLength(); e++) {
            Element element = (Element) found.item(e);
            if (element.getAttribute("class").equals(style)) {
                elements.add(element);
            }
        }
        return elements;
    }

    private static double number(Element element, String attribute) {
        return Double.parseDouble(element.getAttribute(attribute));
    }

    private static Box rectangle(Element rect) {
        return new Box(number(rect, "x"), number(rect, "y"), number(rect, "width"), number(rect, "height"));
    }

    private static Box text(Element text) {
        double width = number(text, "textLength");
        return new Box(number(text, "x") - width / 2, number(text, "y") - ASCENT, width, LINE_HEIGHT);
    }

    private static List<Element> texts(Element group) {
        List<Element> texts = new ArrayList<>();
        for (String style : List.of("name", "value", "derivative", "partial")) {
            texts.addAll(elements(group, "text", style));
        }
        return texts;
    }

    /** Read from the SVG itself, as a viewer would. */
    @ParameterizedTest
    @CsvSource({
        "lecture, 2, ''",
        "backprop, 3, ''",
        "gates, 4, ''",
        "product, 5, ''",
        "rosenbrock, 5, ''",
        "chain, 8, ''",
        "tree, 8, ''",
        "mlp, 29, ''",
        "random, 6, 8",
        "bratu, 4, ''"
    })
    void nodesAndLabelsAreDisjointAndTextsInsideTheirNodes(String workload, int inputs, String operations)
            throws Exception {
        Map<String, String> parameters = operations.isEmpty() ? Map.of() : Map.of("operations", operations);
        Explanation explanation = explanation(workload, inputs, parameters);
        Element svg =
                document(SvgDrawing.render(explanation, OptionalInt.empty())).getDocumentElement();
        List<Box> boxes = new ArrayList<>();
        for (Element node : elements(svg, "g", "node")) {
            Box box = rectangle(elements(node, "rect", "box").get(0));
            boxes.add(box);
            List<Element> lines = texts(node);
            for (int a = 0; a < lines.size(); a++) {
                assertThat(contains(box, text(lines.get(a)))).isTrue();
                for (int b = a + 1; b < lines.size(); b++) {
                    assertThat(text(lines.get(a)).overlaps(text(lines.get(b)))).isFalse();
                }
            }
        }
        assertThat(boxes).hasSameSizeAs(explanation.nodes());
        List<Element> labels = elements(svg, "g", "edge").stream()
                .flatMap(edge -> texts(edge).stream())
                .toList();
        assertThat(labels).hasSameSizeAs(explanation.edges());
        labels.forEach(label -> boxes.add(text(label)));
        for (int a = 0; a < boxes.size(); a++) {
            for (int b = a + 1; b < boxes.size(); b++) {
                assertThat(boxes.get(a).overlaps(boxes.get(b))).isFalse();
            }
        }
    }

    private static boolean contains(Box outer, Box inner) {
        return inner.x() >= outer.x()
                && inner.x() + inner.width() <= outer.x() + outer.width()
                && inner.y() >= outer.y()
                && inner.bottom() <= outer.bottom();
    }

    @Test
    void theLectureHasTheNumbersOfTheLecture() throws Exception {
        Element svg = document(SvgDrawing.render(explanation("lecture", 2, Map.of()), OptionalInt.empty()))
                .getDocumentElement();

        assertThat(elements(svg, "text", "derivative"))
                .extracting(Element::getTextContent)
                .containsExactly(
                        "de/da = 2",
                        "de/db = 5",
                        "de/dc = 2",
                        "de/dd = 3",
                        "de/de = 1",
                        "red: derivative of e, by reverse mode");
        assertThat(elements(svg, "text", "partial"))
                .extracting(Element::getTextContent)
                .contains("∂c/∂a = 1", "∂c/∂b = 1", "∂d/∂b = 1", "∂e/∂c = 2", "∂e/∂d = 3");
        assertThat(svg.getElementsByTagName("desc").item(0).getTextContent()).contains("b = 1, de/db = 5.");
    }

    @Test
    void aForwardPassCanBeDrawn() throws Exception {
        Element svg = document(SvgDrawing.render(explanation("lecture", 2, Map.of()), OptionalInt.of(1)))
                .getDocumentElement();

        assertThat(elements(svg, "text", "derivative"))
                .extracting(Element::getTextContent)
                .contains("da/db = 0", "dc/db = 1", "de/db = 5", "red: derivative with respect to b, by forward mode");
    }

    @Test
    void namesOfUsersAreText() throws Exception {
        GraphBuilder builder = new GraphBuilder(1);
        builder.output(builder.apply(Operation.MULTIPLY, 0, 0));
        Explanation explanation = new Explanation(
                "<script>alert(1)</script>", builder.build(), new double[] {3}, i -> "\"a<b>&'\u0001\ud800漢");
        String svg = SvgDrawing.render(explanation, OptionalInt.empty());

        assertThat(svg).doesNotContain("<script");
        Element root = document(svg).getDocumentElement();
        assertThat(root.getElementsByTagName("title").item(0).getTextContent()).isEqualTo("<script>alert(1)</script>");
        assertThat(elements(root, "text", "name").get(0).getTextContent()).isEqualTo("\"a<b>&'\uFFFD\uFFFD漢");
    }

    /** From the colours as they stand in the file. */
    @Test
    void everyTextHasContrastInLightAndInDark() {
        String[] css = Style.standalone().split("@media", -1);
        assertThat(css).hasSize(2);
        for (String theme : css) {
            for (String text : List.of("name", "value", "derivative", "partial")) {
                for (String behind : List.of("paper", "box")) {
                    assertThat(Contrast.of(fill(theme, text), fill(theme, behind)))
                            .as("%s on %s", text, behind)
                            .isGreaterThan(4.5);
                }
            }
        }
    }

    private static int fill(String css, String style) {
        Matcher matcher =
                Pattern.compile("\\." + style + " \\{ fill: #([0-9a-f]{6})").matcher(css);
        assertThat(matcher.find()).as(style).isTrue();
        return Integer.parseInt(matcher.group(1), 16);
    }
}
