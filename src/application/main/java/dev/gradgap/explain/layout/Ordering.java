package dev.gradgap.explain.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Orders each layer so that few edges cross: sweeps up and down sort every layer by the medians of its neighbours in the
 * layer before, then neighbours that cross less when exchanged are exchanged; the best order met is kept.
 *
 * <p>Source: Gansner, Koutsofios, North and Vo, 1993, sec. 3 (weighted medians and transposition); P. Eades and N. C.
 * Wormald, Edge crossings in drawings of bipartite graphs, Algorithmica 11, 1994 (medians).
 */
final class Ordering {

    private static final int SWEEPS = 24;
    private static final int MOST_EXCHANGES = 50;

    private final LayeredGraph graph;
    private final int[] position;
    private List<List<Integer>> layers;

    private Ordering(LayeredGraph graph) {
        this.graph = graph;
        position = new int[graph.vertices()];
        layers = copy(graph.layers());
        layers.forEach(this::number);
    }

    /** The vertices of each layer from left to right, from the lowest layer up. */
    static List<List<Integer>> of(LayeredGraph graph) {
        return new Ordering(graph).best();
    }

    private List<List<Integer>> best() {
        // The lowest layer is in order already; where it need not change, inputs stay as a reader expects them.
        sweepUp();
        List<List<Integer>> best = copy(layers);
        int fewest = crossings();
        for (int sweep = 1; sweep < SWEEPS && fewest > 0; sweep++) {
            if (sweep % 2 == 1) {
                exchange();
            } else {
                sweepDown();
                sweepUp();
                exchange();
            }
            int crossings = crossings();
            if (crossings < fewest) {
                fewest = crossings;
                best = copy(layers);
            }
        }
        layers = best;
        return best;
    }

    private static List<List<Integer>> copy(List<List<Integer>> layers) {
        List<List<Integer>> copy = new ArrayList<>();
        layers.forEach(layer -> copy.add(new ArrayList<>(layer)));
        return copy;
    }

    private void number(List<Integer> layer) {
        for (int p = 0; p < layer.size(); p++) {
            position[layer.get(p)] = p;
        }
    }

    private void sweepUp() {
        for (int layer = 1; layer < layers.size(); layer++) {
            sort(layers.get(layer), false);
        }
    }

    private void sweepDown() {
        for (int layer = layers.size() - 2; layer >= 0; layer--) {
            sort(layers.get(layer), true);
        }
    }

    private void sort(List<Integer> layer, boolean byUpper) {
        double[] medians = new double[graph.vertices()];
        for (int vertex : layer) {
            medians[vertex] = median(neighbours(vertex, byUpper), position[vertex]);
        }
        layer.sort(Comparator.comparingDouble(vertex -> medians[vertex]));
        number(layer);
    }

    private List<Integer> neighbours(int vertex, boolean upper) {
        return upper ? graph.upper(vertex) : graph.lower(vertex);
    }

    /** The median position; between the two medians, nearer the side where the neighbours are closer together. */
    private double median(List<Integer> neighbours, double without) {
        int[] positions = neighbours.stream()
                .mapToInt(neighbour -> position[neighbour])
                .sorted()
                .toArray();
        int middle = positions.length / 2;
        if (positions.length == 0) {
            return without;
        }
        if (positions.length % 2 == 1) {
            return positions[middle];
        }
        int left = positions[middle - 1] - positions[0];
        int right = positions[positions.length - 1] - positions[middle];
        return left + right == 0
                ? (positions[middle - 1] + positions[middle]) / 2.0
                : (positions[middle - 1] * (double) right + positions[middle] * (double) left) / (left + right);
    }

    private void exchange() {
        boolean better = true;
        for (int round = 0; better && round < MOST_EXCHANGES; round++) {
            better = false;
            for (List<Integer> layer : layers) {
                for (int p = 0; p + 1 < layer.size(); p++) {
                    int left = layer.get(p);
                    int right = layer.get(p + 1);
                    int now = crossings(left, right, false) + crossings(left, right, true);
                    int exchanged = crossings(right, left, false) + crossings(right, left, true);
                    if (exchanged < now) {
                        layer.set(p, right);
                        layer.set(p + 1, left);
                        position[right] = p;
                        position[left] = p + 1;
                        better = true;
                    }
                }
            }
        }
    }

    /** The crossings of the edges of two vertices of one layer, the first of them on the left. */
    private int crossings(int left, int right, boolean upper) {
        int crossings = 0;
        for (int a : neighbours(left, upper)) {
            for (int b : neighbours(right, upper)) {
                if (position[a] > position[b]) {
                    crossings++;
                }
            }
        }
        return crossings;
    }

    private int crossings() {
        int crossings = 0;
        for (List<Integer> layer : layers) {
            for (int p = 0; p < layer.size(); p++) {
                for (int q = p + 1; q < layer.size(); q++) {
                    crossings += crossings(layer.get(p), layer.get(q), true);
                }
            }
        }
        return crossings;
    }
}
