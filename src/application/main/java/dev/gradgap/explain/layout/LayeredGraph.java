package dev.gradgap.explain.layout;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A graph in which every edge leads from one layer to the next. Nodes are in the even layers, each as low as its operands
 * allow (longest-path layering); a longer edge is a path over dummy vertices, and the last of them, in the odd layer just
 * below the edge's upper node, is as large as the edge's label. So labels have layers of their own.
 *
 * <p>Source: Healy and Nikolov, 2013, sec. 13.3 (layering and proper layering); labels as dummies: E. R. Gansner, E.
 * Koutsofios, S. C. North and K.-P. Vo, A technique for drawing directed graphs, IEEE Transactions on Software
 * Engineering 19(3), 1993, sec. 5.3.
 */
final class LayeredGraph {

    private final int nodes;
    private final List<Size> sizes;
    private final List<Integer> layerOf = new ArrayList<>();
    private final List<List<Integer>> lower = new ArrayList<>();
    private final List<List<Integer>> upper = new ArrayList<>();
    private final List<List<Integer>> layers = new ArrayList<>();
    private final List<List<Integer>> paths = new ArrayList<>();

    LayeredGraph(List<Size> nodeSizes, List<Link> links) {
        nodes = nodeSizes.size();
        sizes = new ArrayList<>(nodeSizes);
        for (int layer : layering(links)) {
            place(layer);
        }
        for (Link link : links) {
            paths.add(path(link));
        }
    }

    /** Nodes are numbered from operands to their users, so one pass finds the longest paths. */
    private int[] layering(List<Link> links) {
        List<List<Integer>> operands = new ArrayList<>();
        for (int node = 0; node < nodes; node++) {
            operands.add(new ArrayList<>());
        }
        links.forEach(link -> operands.get(link.to()).add(link.from()));
        int[] layer = new int[nodes];
        for (int node = 0; node < nodes; node++) {
            layer[node] = operands.get(node).stream()
                    .mapToInt(operand -> layer[operand] + 2)
                    .max()
                    .orElse(0);
        }
        return layer;
    }

    private int place(int layer) {
        int vertex = layerOf.size();
        layerOf.add(layer);
        lower.add(new ArrayList<>());
        upper.add(new ArrayList<>());
        while (layers.size() <= layer) {
            layers.add(new ArrayList<>());
        }
        layers.get(layer).add(vertex);
        return vertex;
    }

    private List<Integer> path(Link link) {
        List<Integer> path = new ArrayList<>();
        path.add(link.from());
        int last = layerOf.get(link.to()) - 1;
        for (int layer = layerOf.get(link.from()) + 1; layer <= last; layer++) {
            sizes.add(layer == last ? link.label() : Size.NONE);
            path.add(place(layer));
        }
        path.add(link.to());
        for (int p = 1; p < path.size(); p++) {
            upper.get(path.get(p - 1)).add(path.get(p));
            lower.get(path.get(p)).add(path.get(p - 1));
        }
        return path;
    }

    /** The vertices: nodes from 0 on, then dummies. */
    int vertices() {
        return layerOf.size();
    }

    boolean isDummy(int vertex) {
        return vertex >= nodes;
    }

    Size size(int vertex) {
        return sizes.get(vertex);
    }

    int layerOf(int vertex) {
        return layerOf.get(vertex);
    }

    /** The vertices of each layer, from the lowest layer up, as they were found. */
    List<List<Integer>> layers() {
        return Collections.unmodifiableList(layers);
    }

    /** The vertices in the layer below that a vertex is joined with. */
    List<Integer> lower(int vertex) {
        return Collections.unmodifiableList(lower.get(vertex));
    }

    /** The vertices in the layer above that a vertex is joined with. */
    List<Integer> upper(int vertex) {
        return Collections.unmodifiableList(upper.get(vertex));
    }

    /** The vertices of each edge, upwards; the last but one is its label. */
    List<List<Integer>> paths() {
        return Collections.unmodifiableList(paths);
    }
}
