package dev.gradgap.verify.program;

import dev.gradgap.graph.Graph;
import dev.gradgap.verify.rounding.Bounded;
import dev.gradgap.verify.rounding.RoundingBounds;
import dev.gradgap.workload.Seed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a program's derivatives are at one point, from the error analysis of its graph, with weights and a direction drawn
 * from a seed. Computed when first asked for.
 */
final class ReferencePoint {

    private final double[] x;
    private final RoundingBounds analysis;
    private final int outputs;
    private final double[] direction; // of all inputs of the graph
    private final List<double[]> weights = new ArrayList<>();
    private final Bounded values;
    private final List<Bounded> rows = new ArrayList<>();
    private final List<Bounded> adjoints = new ArrayList<>();
    private final List<Bounded> tangents = new ArrayList<>();

    /**
     * A point.
     *
     * @param graph of an {@link UnfoldedFunction}
     * @param x the point, without the added input
     */
    ReferencePoint(Graph graph, double[] x, Seed seed) {
        this.x = x.clone();
        outputs = graph.outputs();
        direction = Arrays.copyOf(signs(x.length, seed), graph.inputs());
        weights.add(signs(outputs, seed));
        weights.add(some(outputs, seed));
        weights.add(one(outputs, seed.nextInt(outputs)));
        analysis = new RoundingBounds(graph);
        analysis.at(graphPoint());
        values = analysis.outputs();
    }

    /** Random signs with sizes between 1/2 and 1. */
    private static double[] signs(int length, Seed seed) {
        double[] vector = new double[length];
        for (int i = 0; i < length; i++) {
            double size = seed.nextDouble(0.5, 1);
            vector[i] = seed.nextLong() < 0 ? -size : size;
        }
        return vector;
    }

    /** As signs, but about half of them are 0. */
    private static double[] some(int length, Seed seed) {
        double[] vector = signs(length, seed);
        for (int i = 0; i < length; i++) {
            if (seed.nextLong() < 0) {
                vector[i] = 0;
            }
        }
        return vector;
    }

    private static double[] one(int length, int position) {
        double[] vector = new double[length];
        vector[position] = 1;
        return vector;
    }

    /** A copy of the point. */
    double[] x() {
        return x.clone();
    }

    /** The point with the value of the added input. */
    double[] graphPoint() {
        double[] all = Arrays.copyOf(x, x.length + 1);
        all[x.length] = UnfoldedFunction.BELOW_ALL;
        return all;
    }

    boolean isAt(double[] point) {
        return Arrays.equals(x, point);
    }

    Bounded values() {
        return values;
    }

    /** A row of the Jacobian, and the derivative by the added input behind it. */
    Bounded row(int output) {
        while (rows.size() <= output) {
            rows.add(analysis.pullBack(one(outputs, rows.size())));
        }
        return rows.get(output);
    }

    double[] direction() {
        return Arrays.copyOf(direction, x.length);
    }

    /** The derivatives of the outputs along the direction. */
    Bounded tangents() {
        if (tangents.isEmpty()) {
            tangents.add(analysis.pushForward(direction));
        }
        return tangents.get(0);
    }

    /** The number of different weights of the outputs. */
    int weights() {
        return weights.size();
    }

    /** Weights of the outputs: 0 for random ones, 1 for some that are 0, 2 for a single output. */
    double[] weights(int k) {
        return weights.get(k).clone();
    }

    /** The weighted sum of the rows of the Jacobian, and of the derivatives by the added input behind it. */
    Bounded adjoints(int k) {
        while (adjoints.size() <= k) {
            adjoints.add(analysis.pullBack(weights.get(adjoints.size())));
        }
        return adjoints.get(k);
    }
}
