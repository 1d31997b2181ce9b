package dev.gradgap.explain.layout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Abscissas of the vertices of an ordered layered graph: long edges are straight, vertices stand above the median of their
 * neighbours where there is room. Four extreme placements, each of vertical blocks pushed as far as they go to one side, are
 * averaged; as every one of them keeps neighbours in a layer apart, so does their average.
 *
 * <p>Source: U. Brandes and B. Köpf, Fast and simple horizontal coordinate assignment, Graph Drawing 2001, LNCS 2265, 2002.
 * The compaction is by longest paths between whole blocks, which avoids the fault of the published one (U. Brandes, J.
 * Walter and J. Zink, Erratum, arXiv:2008.01252, 2020).
 */
final class Placement {

    private static final double BETWEEN_NODES = 30;
    private static final double BETWEEN_LINES = 14;

    private final LayeredGraph graph;
    private final List<List<Integer>> layers;
    private final Set<List<Integer>> conflicts;

    private Placement(LayeredGraph graph, List<List<Integer>> layers) {
        this.graph = graph;
        this.layers = layers;
        conflicts = conflicts();
    }

    /**
     * The abscissa of the centre of each vertex.
     *
     * @param layers the vertices of each layer from left to right
     */
    static double[] of(LayeredGraph graph, List<List<Integer>> layers) {
        return new Placement(graph, layers).balanced();
    }

    private double[] balanced() {
        List<double[]> extremes = new ArrayList<>();
        for (boolean upwards : new boolean[] {true, false}) {
            for (boolean leftmost : new boolean[] {true, false}) {
                extremes.add(extreme(upwards, leftmost));
            }
        }
        align(extremes);
        double[] x = new double[graph.vertices()];
        for (int vertex = 0; vertex < x.length; vertex++) {
            double[] four = new double[extremes.size()];
            for (int e = 0; e < four.length; e++) {
                four[e] = extremes.get(e)[vertex];
            }
            Arrays.sort(four);
            x[vertex] = (four[1] + four[2]) / 2;
        }
        return x;
    }

    /** Moves all over the narrowest: those pushed to the left share its left edge, the others its right edge. */
    private void align(List<double[]> extremes) {
        double[] narrowest = Collections.min(extremes, Comparator.comparingDouble(x -> right(x) - left(x)));
        double left = left(narrowest);
        double right = right(narrowest);
        for (int e = 0; e < extremes.size(); e++) {
            double[] x = extremes.get(e);
            double shift = e % 2 == 0 ? left - left(x) : right - right(x);
            for (int vertex = 0; vertex < x.length; vertex++) {
                x[vertex] += shift;
            }
        }
    }

    private double left(double[] x) {
        double left = Double.POSITIVE_INFINITY;
        for (int vertex = 0; vertex < x.length; vertex++) {
            left = Math.min(left, x[vertex] - graph.size(vertex).width() / 2);
        }
        return left;
    }

    private double right(double[] x) {
        double right = Double.NEGATIVE_INFINITY;
        for (int vertex = 0; vertex < x.length; vertex++) {
            right = Math.max(right, x[vertex] + graph.size(vertex).width() / 2);
        }
        return right;
    }

    /** The edges that cross an edge between two dummies, which shall be straight (type 1 conflicts). */
    private Set<List<Integer>> conflicts() {
        Set<List<Integer>> found = new HashSet<>();
        int[] position = positions(layers);
        for (int layer = 1; layer < layers.size(); layer++) {
            List<Integer> above = layers.get(layer);
            int checked = 0;
            int leftLimit = 0;
            for (int p = 0; p < above.size(); p++) {
                int straight = dummyBelow(above.get(p));
                if (straight < 0 && p < above.size() - 1) {
                    continue;
                }
                int rightLimit = straight < 0 ? layers.get(layer - 1).size() : position[straight];
                for (; checked <= p; checked++) {
                    int vertex = above.get(checked);
                    for (int below : graph.lower(vertex)) {
                        boolean crosses = position[below] < leftLimit || position[below] > rightLimit;
                        if (crosses && !(graph.isDummy(below) && graph.isDummy(vertex))) {
                            found.add(List.of(below, vertex));
                        }
                    }
                }
                leftLimit = rightLimit;
            }
        }
        return found;
    }

    /** The dummy below a dummy; -1 if there is none. */
    private int dummyBelow(int vertex) {
        return graph.isDummy(vertex) && graph.isDummy(graph.lower(vertex).get(0))
                ? graph.lower(vertex).get(0)
                : -1;
    }

    private int[] positions(List<List<Integer>> ordered) {
        int[] position = new int[graph.vertices()];
        for (List<Integer> layer : ordered) {
            for (int p = 0; p < layer.size(); p++) {
                position[layer.get(p)] = p;
            }
        }
        return position;
    }

    private double[] extreme(boolean upwards, boolean leftmost) {
        List<List<Integer>> ordered = new ArrayList<>();
        for (List<Integer> layer : layers) {
            List<Integer> copy = new ArrayList<>(layer);
            if (!leftmost) {
                Collections.reverse(copy);
            }
            ordered.add(copy);
        }
        double[] x = compact(ordered, blocks(ordered, upwards));
        if (!leftmost) {
            for (int vertex = 0; vertex < x.length; vertex++) {
                x[vertex] = -x[vertex];
            }
        }
        return x;
    }

    /** The block of each vertex, named after one of its vertices: vertices one above the other, each the other's median. */
    private int[] blocks(List<List<Integer>> ordered, boolean upwards) {
        int[] position = positions(ordered);
        int[] block = new int[graph.vertices()];
        Arrays.setAll(block, vertex -> vertex);
        List<List<Integer>> sequence = new ArrayList<>(ordered);
        if (!upwards) {
            Collections.reverse(sequence);
        }
        for (List<Integer> layer : sequence) {
            int last = -1;
            for (int vertex : layer) {
                List<Integer> neighbours = new ArrayList<>(upwards ? graph.lower(vertex) : graph.upper(vertex));
                neighbours.sort(Comparator.comparingInt(neighbour -> position[neighbour]));
                for (int m = (neighbours.size() - 1) / 2; m <= neighbours.size() / 2 && m < neighbours.size(); m++) {
                    int median = neighbours.get(m);
                    boolean conflict = conflicts.contains(upwards ? List.of(median, vertex) : List.of(vertex, median));
                    if (block[vertex] == vertex && position[median] > last && !conflict) {
                        block[vertex] = block[median];
                        last = position[median];
                    }
                }
            }
        }
        return block;
    }

    /** Every block as far left as its left neighbours allow, then as far right as its right neighbours then allow. */
    private double[] compact(List<List<Integer>> ordered, int[] block) {
        List<List<Gap>> gaps = new ArrayList<>();
        int[] waiting = new int[block.length];
        for (int vertex = 0; vertex < block.length; vertex++) {
            gaps.add(new ArrayList<>());
        }
        for (List<Integer> layer : ordered) {
            for (int p = 1; p < layer.size(); p++) {
                int left = layer.get(p - 1);
                int right = layer.get(p);
                gaps.get(block[left]).add(new Gap(block[right], separation(left, right)));
                waiting[block[right]]++;
            }
        }
        double[] x = new double[block.length];
        List<Integer> sequence = new ArrayList<>();
        for (int vertex = 0; vertex < block.length; vertex++) {
            if (block[vertex] == vertex && waiting[vertex] == 0) {
                sequence.add(vertex);
            }
        }
        for (int s = 0; s < sequence.size(); s++) {
            for (Gap gap : gaps.get(sequence.get(s))) {
                x[gap.right] = Math.max(x[gap.right], x[sequence.get(s)] + gap.separation);
                if (--waiting[gap.right] == 0) {
                    sequence.add(gap.right);
                }
            }
        }
        for (int s = sequence.size() - 1; s >= 0; s--) {
            int left = sequence.get(s);
            gaps.get(left).stream()
                    .mapToDouble(gap -> x[gap.right] - gap.separation)
                    .min()
                    .ifPresent(limit -> x[left] = limit);
        }
        double[] all = new double[block.length];
        Arrays.setAll(all, vertex -> x[block[vertex]]);
        return all;
    }

    /** The least distance between the centres of neighbours in a layer. */
    private double separation(int left, int right) {
        return (graph.size(left).width() + space(left) + graph.size(right).width() + space(right)) / 2;
    }

    private double space(int vertex) {
        return graph.isDummy(vertex) ? BETWEEN_LINES : BETWEEN_NODES;
    }

    /** The least distance from one block to another at its right. */
    private record Gap(int right, double separation) {}
}
