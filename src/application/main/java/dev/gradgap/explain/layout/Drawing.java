package dev.gradgap.explain.layout;

import java.util.List;

/**
 * Where everything is. Rectangles of nodes and of labels are disjoint, and no line touches a rectangle but the nodes that it
 * joins and its own label, above and below which it ends.
 *
 * @param nodes the rectangle of each node
 * @param labels the rectangle of each edge's label, in the order of the edges
 * @param lines the line of each edge, upwards, in the order of the edges
 * @param size of the whole
 */
public record Drawing(List<Box> nodes, List<Box> labels, List<Line> lines, Size size) {

    public Drawing {
        nodes = List.copyOf(nodes);
        labels = List.copyOf(labels);
        lines = List.copyOf(lines);
    }

    /**
     * An edge's line: through its points in turn, upright at each of them.
     *
     * @param below from the lower node to the label
     * @param above from the label to the upper node
     */
    public record Line(List<Point> below, List<Point> above) {

        public Line {
            below = List.copyOf(below);
            above = List.copyOf(above);
        }
    }
}
