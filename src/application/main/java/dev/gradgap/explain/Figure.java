package dev.gradgap.explain;

import dev.gradgap.explain.Explanation.Edge;
import dev.gradgap.explain.layout.Box;
import dev.gradgap.explain.layout.Drawing;
import dev.gradgap.explain.layout.LayeredLayout;
import dev.gradgap.explain.layout.Link;
import dev.gradgap.explain.layout.Point;
import dev.gradgap.explain.layout.Size;
import dev.gradgap.text.Xml;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A graph as SVG: inputs at the bottom, operations above, in every node some lines of text, on every edge its local partial.
 * Constants stand in the formulas and are not drawn.
 */
final class Figure {

    private static final double FONT = 14;
    private static final double LINE_HEIGHT = 19;
    private static final double BASELINE = 14;
    private static final double PADDING = 10;
    private static final double SIDE = 14;
    private static final double LABEL_PADDING = 3;
    private static final double ARROW = 7;
    private static final double BORDER = 3.5;

    /** What stands in the picture. */
    interface Content {

        /** The lines of a node's text; in each, texts that stand in the same place, to be shown one at a time. */
        List<List<Label>> node(int node);

        /** An edge's label. */
        Label edge(int index, Edge edge);

        /** More attributes of a node's group of elements. */
        String nodeAttributes(int node);

        /** More attributes of an edge's group of elements. */
        String edgeAttributes(int index);
    }

    /**
     * A line of text.
     *
     * @param style its class in {@link Style}: name, value, derivative or partial
     * @param text not escaped
     * @param attributes more attributes, each after a space
     */
    record Label(String style, String text, String attributes) {

        Label(String style, String text) {
            this(style, text, "");
        }
    }

    private final Explanation explanation;
    private final Content content;
    private final List<Edge> edges;
    private final List<Integer> nodes;
    private final Drawing drawing;
    private final StringBuilder svg = new StringBuilder();

    Figure(Explanation explanation, Content content) {
        this.explanation = explanation;
        this.content = content;
        edges = explanation.edges();
        nodes = explanation.nodes();
        drawing = layout();
    }

    private Drawing layout() {
        Map<Integer, Integer> positions = new HashMap<>();
        List<Size> sizes = new ArrayList<>();
        for (int node : nodes) {
            positions.put(node, sizes.size());
            List<List<Label>> lines = content.node(node);
            double width = lines.stream()
                    .flatMap(List::stream)
                    .mapToDouble(label -> TextMetric.width(label.text(), FONT))
                    .max()
                    .orElse(0);
            sizes.add(new Size(width + 2 * SIDE, lines.size() * LINE_HEIGHT + PADDING));
        }
        List<Link> links = new ArrayList<>();
        for (int e = 0; e < edges.size(); e++) {
            double width = TextMetric.width(content.edge(e, edges.get(e)).text(), FONT) + 2 * LABEL_PADDING;
            Edge edge = edges.get(e);
            links.add(new Link(positions.get(edge.from()), positions.get(edge.to()), new Size(width, LINE_HEIGHT)));
        }
        return LayeredLayout.of(sizes, links);
    }

    /**
     * The picture.
     *
     * @param id begins every id in it, so that several pictures fit into one page
     * @param description what a reader who does not see the picture is told
     * @param key lines of text below the picture
     * @param head what comes first inside of the picture
     */
    String render(String id, String description, List<Label> key, String head) {
        Size size = drawing.size();
        double keyWidth = 2 * PADDING
                + key.stream()
                        .mapToDouble(label -> TextMetric.width(label.text(), FONT))
                        .max()
                        .orElse(0);
        double width = Math.max(size.width(), keyWidth);
        double height = size.height() + key.size() * LINE_HEIGHT + (key.isEmpty() ? 0 : PADDING);
        double left = (size.width() - width) / 2;
        String box = Xml.number(left) + " 0 " + Xml.number(width) + " " + Xml.number(height);
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"graph\" role=\"img\" aria-labelledby=\"")
                .append(id)
                .append("-title ")
                .append(id)
                .append("-desc\" width=\"")
                .append(Xml.number(width))
                .append("\" height=\"")
                .append(Xml.number(height))
                .append("\" viewBox=\"")
                .append(box)
                .append("\">\n");
        element("title", id + "-title", explanation.title());
        element("desc", id + "-desc", description);
        svg.append(head);
        rectangle("paper", new Box(left, 0, width, height), 0, "");
        for (int e = 0; e < edges.size(); e++) {
            edge(e);
        }
        Set<Integer> outputs = outputs();
        for (int p = 0; p < nodes.size(); p++) {
            node(nodes.get(p), drawing.nodes().get(p), outputs.contains(nodes.get(p)));
        }
        for (int k = 0; k < key.size(); k++) {
            text(key.get(k), size.width() / 2, size.height() + k * LINE_HEIGHT);
        }
        return svg.append("</svg>\n").toString();
    }

    private Set<Integer> outputs() {
        Set<Integer> outputs = new HashSet<>();
        for (int j = 0; j < explanation.graph().outputs(); j++) {
            outputs.add(explanation.graph().output(j));
        }
        return outputs;
    }

    private void element(String name, String id, String text) {
        svg.append('<').append(name).append(" id=\"").append(id).append("\">");
        svg.append(Xml.escape(text)).append("</").append(name).append(">\n");
    }

    private void edge(int e) {
        Drawing.Line line = drawing.lines().get(e);
        svg.append("<g class=\"edge\"").append(content.edgeAttributes(e)).append("><path class=\"line\" d=\"");
        curve('M', line.below(), 0);
        curve('L', line.above(), ARROW);
        Point end = line.above().get(line.above().size() - 1);
        svg.append("\"/><path class=\"arrow\" d=\"M");
        point(new Point(end.x() - ARROW / 2, end.y() + ARROW));
        svg.append("L");
        point(new Point(end.x() + ARROW / 2, end.y() + ARROW));
        svg.append("L");
        point(end);
        svg.append("z\"/>");
        Box box = drawing.labels().get(e);
        Label label = content.edge(e, edges.get(e));
        rectangle("paper", box, 0, label.attributes());
        text(label, box.centre(), box.y());
        svg.append("</g>\n");
    }

    /** Through the points, upright at each: straight between points one above the other, an S between others. */
    private void curve(char begin, List<Point> points, double shorter) {
        svg.append(begin);
        point(points.get(0));
        for (int p = 1; p < points.size(); p++) {
            Point from = points.get(p - 1);
            Point to = points.get(p);
            Point end = p == points.size() - 1 ? new Point(to.x(), to.y() + shorter) : to;
            if (from.x() == end.x()) {
                svg.append('L');
            } else {
                double middle = (from.y() + to.y()) / 2;
                svg.append('C');
                point(new Point(from.x(), middle));
                svg.append(' ');
                point(new Point(to.x(), middle));
                svg.append(' ');
            }
            point(end);
        }
    }

    private void point(Point point) {
        svg.append(Xml.number(point.x())).append(',').append(Xml.number(point.y()));
    }

    private void node(int node, Box box, boolean output) {
        svg.append("<g class=\"node\"").append(content.nodeAttributes(node)).append('>');
        double corner = explanation.isOperation(node) ? 2 * PADDING : 3;
        rectangle("box", box, corner, "");
        if (output) {
            rectangle(
                    "border",
                    new Box(box.x() + BORDER, box.y() + BORDER, box.width() - 2 * BORDER, box.height() - 2 * BORDER),
                    Math.max(0, corner - BORDER),
                    "");
        }
        double y = box.y() + PADDING / 2;
        for (List<Label> line : content.node(node)) {
            for (Label label : line) {
                text(label, box.centre(), y);
            }
            y += LINE_HEIGHT;
        }
        svg.append("</g>\n");
    }

    private void rectangle(String style, Box box, double corner, String attributes) {
        svg.append("<rect class=\"").append(style).append("\" x=\"").append(Xml.number(box.x()));
        svg.append("\" y=\"").append(Xml.number(box.y())).append("\" width=\"").append(Xml.number(box.width()));
        svg.append("\" height=\"")
                .append(Xml.number(box.height()))
                .append("\" rx=\"")
                .append(Xml.number(corner))
                .append('"')
                .append(attributes)
                .append("/>\n");
    }

    /** A line of text below an ordinate, around an abscissa. */
    private void text(Label label, double centre, double top) {
        svg.append("<text class=\"").append(label.style()).append("\" x=\"").append(Xml.number(centre));
        svg.append("\" y=\"").append(Xml.number(top + BASELINE)).append("\" textLength=\"");
        svg.append(Xml.number(TextMetric.width(label.text(), FONT)))
                .append('"')
                .append(label.attributes())
                .append('>');
        svg.append(Xml.escape(label.text())).append("</text>");
    }
}
