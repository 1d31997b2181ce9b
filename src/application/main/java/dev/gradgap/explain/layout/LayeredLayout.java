package dev.gradgap.explain.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Draws a graph in layers, edges leading upwards. The same graph gives the same numbers on every JVM. Time grows with the
 * square of the number of edges that pass a layer: for hundreds of nodes, not for thousands.
 */
public final class LayeredLayout {

    private static final double MARGIN = 12;
    private static final double LEAST_RISE = 20;
    private static final double MOST_RISE = 80;
    private static final double RISE_PER_RUN = 0.2; // a line that runs far rises more, or it would be flat
    private static final double BETWEEN_ENDS = 14;
    private static final double CORNER = 10;

    private final LayeredGraph graph;
    private final List<List<Integer>> layers;
    private final double[] x;
    private final double[] y;
    private final double width;
    private final double height;

    private LayeredLayout(LayeredGraph graph) {
        this.graph = graph;
        layers = Ordering.of(graph);
        x = Placement.of(graph, layers);
        double left = IntStream.range(0, x.length)
                .mapToDouble(vertex -> x[vertex] - graph.size(vertex).width() / 2)
                .min()
                .orElse(0);
        for (int vertex = 0; vertex < x.length; vertex++) {
            x[vertex] += MARGIN - left;
        }
        width = MARGIN
                + IntStream.range(0, x.length)
                        .mapToDouble(vertex -> x[vertex] + graph.size(vertex).width() / 2)
                        .max()
                        .orElse(0);
        y = new double[layers.size()];
        height = stack();
    }

    /**
     * The drawing of a graph without cycles.
     *
     * @param nodes the size of each node
     * @param links the edges; several may join the same nodes
     */
    public static Drawing of(List<Size> nodes, List<Link> links) {
        return new LayeredLayout(new LayeredGraph(nodes, links)).drawing();
    }

    private double thickness(int layer) {
        return layers.get(layer).stream()
                .mapToDouble(vertex -> graph.size(vertex).height())
                .max()
                .orElse(0);
    }

    /** Sets the ordinate of each layer's middle, the uppermost layer first, and returns that of the lower edge. */
    private double stack() {
        double edge = MARGIN;
        for (int layer = layers.size() - 1; layer >= 0; layer--) {
            y[layer] = edge + thickness(layer) / 2;
            edge += thickness(layer) + (layer == 0 ? MARGIN : rise(layer));
        }
        return edge;
    }

    /** The space below a layer. */
    private double rise(int layer) {
        double run = layers.get(layer).stream()
                .flatMapToDouble(
                        vertex -> graph.lower(vertex).stream().mapToDouble(below -> Math.abs(x[vertex] - x[below])))
                .max()
                .orElse(0);
        return Math.min(MOST_RISE, Math.max(LEAST_RISE, RISE_PER_RUN * run));
    }

    private Drawing drawing() {
        List<Box> nodes = new ArrayList<>();
        for (int node = 0; node < graph.vertices() && !graph.isDummy(node); node++) {
            nodes.add(box(node));
        }
        List<List<Integer>> paths = graph.paths();
        List<Box> labels = new ArrayList<>();
        List<Drawing.Line> lines = new ArrayList<>();
        for (int e = 0; e < paths.size(); e++) {
            List<Integer> path = paths.get(e);
            int label = path.get(path.size() - 2);
            labels.add(box(label));
            lines.add(line(e, path));
        }
        return new Drawing(nodes, labels, lines, new Size(width, height));
    }

    private Box box(int vertex) {
        return Box.around(x[vertex], y[graph.layerOf(vertex)], graph.size(vertex));
    }

    private Drawing.Line line(int e, List<Integer> path) {
        int from = path.get(0);
        int to = path.get(path.size() - 1);
        int label = path.get(path.size() - 2);
        List<Point> below = new ArrayList<>();
        below.add(new Point(end(e, from, true), box(from).y()));
        below.add(new Point(end(e, from, true), top(from)));
        for (int vertex : path.subList(1, path.size() - 2)) {
            below.add(new Point(x[vertex], bottom(vertex)));
            below.add(new Point(x[vertex], top(vertex)));
        }
        below.add(new Point(x[label], bottom(label)));
        below.add(new Point(x[label], box(label).bottom()));
        List<Point> above = List.of(
                new Point(x[label], box(label).y()),
                new Point(x[label], top(label)),
                new Point(end(e, to, false), bottom(to)),
                new Point(end(e, to, false), box(to).bottom()));
        return new Drawing.Line(below, above);
    }

    /** The upper edge of a vertex's layer. */
    private double top(int vertex) {
        int layer = graph.layerOf(vertex);
        return y[layer] - thickness(layer) / 2;
    }

    private double bottom(int vertex) {
        int layer = graph.layerOf(vertex);
        return y[layer] + thickness(layer) / 2;
    }

    /** Where an edge meets a node: ends stand side by side, in the order of what they lead to. */
    private double end(int e, int node, boolean upper) {
        List<List<Integer>> paths = graph.paths();
        List<Integer> ends = IntStream.range(0, paths.size())
                .filter(other -> node == (upper ? first(paths.get(other)) : last(paths.get(other))))
                .boxed()
                .sorted(Comparator.comparingDouble(other -> x[next(paths.get(other), upper)]))
                .toList();
        double room = graph.size(node).width() - 2 * CORNER;
        double step = Math.min(BETWEEN_ENDS, Math.max(0, room) / Math.max(1, ends.size() - 1));
        return x[node] + (ends.indexOf(e) - (ends.size() - 1) / 2.0) * step;
    }

    private static int next(List<Integer> path, boolean upper) {
        return upper ? path.get(1) : path.get(path.size() - 2);
    }

    private static int first(List<Integer> path) {
        return path.get(0);
    }

    private static int last(List<Integer> path) {
        return path.get(path.size() - 1);
    }
}
