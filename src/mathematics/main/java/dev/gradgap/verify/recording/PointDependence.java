package dev.gradgap.verify.recording;

import dev.gradgap.function.Branching;
import dev.gradgap.function.DifferentiableFunction;
import dev.gradgap.graph.Graph;
import dev.gradgap.graph.GraphFunction;
import dev.gradgap.graph.Tracer;
import dev.gradgap.workload.Seed;
import dev.gradgap.workload.Workload;
import java.util.Locale;
import java.util.Optional;

/**
 * Whether a function's sequence of operations depends on the point, as it must not: an engine that records it once would follow
 * at every other point the branch that was taken where it was recorded.
 *
 * <p>While it is recorded a function sees no values but those it has got hold of beforehand. So it is recorded again while its
 * sample point, which it may share, holds other numbers: all signs changed; random signs and sizes. Three recordings.
 */
public final class PointDependence {

    private static final int OTHER_POINTS = 2;

    private PointDependence() {}

    /**
     * Why an engine that {@linkplain dev.gradgap.engine.Engine#replays() replays} must not be used, in one line; empty if nothing is found. The
     * point's elements are changed meanwhile.
     *
     * @throws RuntimeException whatever the function throws at its sample point
     */
    public static Optional<String> of(Workload workload) {
        DifferentiableFunction function = workload.function();
        if (function instanceof GraphFunction || function instanceof Branching) {
            return Optional.empty(); // the one cannot, of the other it is known, and watched
        }
        Graph graph = Tracer.trace(function);
        double[] kept = workload.point().clone();
        Seed seed = new Seed(1);
        try {
            for (int other = 0; other < OTHER_POINTS; other++) {
                System.arraycopy(other(kept, other == 0, seed), 0, workload.point(), 0, kept.length);
                Optional<String> difference = difference(graph, Tracer.trace(function));
                if (difference.isPresent()) {
                    return Optional.of("its operations depend on the point (" + difference.get()
                            + "); a recorded graph would follow the branch taken where it was recorded");
                }
            }
            return Optional.empty();
        } finally {
            System.arraycopy(kept, 0, workload.point(), 0, kept.length);
        }
    }

    private static double[] other(double[] x, boolean opposite, Seed seed) {
        double[] other = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            double size = x[i] == 0 ? 1 : x[i];
            double factor = seed.nextDouble(0.5, 2);
            boolean negative = opposite || seed.nextLong() < 0;
            other[i] = size * (opposite ? 1 : factor) * (negative ? -1 : 1);
        }
        return other;
    }

    /** Where two graphs have other operations; constants may be others, for a function may have its point among its data. */
    private static Optional<String> difference(Graph graph, Graph other) {
        int count = Math.min(graph.operations(), other.operations());
        for (int k = 0; k < count; k++) {
            if (graph.code(k) != other.code(k)) {
                return Optional.of("operation " + k + " is " + name(graph, k) + ", elsewhere " + name(other, k));
            }
            if (place(graph, graph.first(k)) != place(other, other.first(k))
                    || place(graph, graph.second(k)) != place(other, other.second(k))) {
                return Optional.of("operation " + k + ", " + name(graph, k) + ", has other operands elsewhere");
            }
        }
        if (graph.operations() != other.operations()) {
            return Optional.of("operations: " + graph.operations() + ", elsewhere " + other.operations());
        }
        for (int j = 0; j < graph.outputs(); j++) {
            if (place(graph, graph.output(j)) != place(other, other.output(j))) {
                return Optional.of("output " + j + " is another node elsewhere");
            }
        }
        return Optional.empty();
    }

    private static String name(Graph graph, int k) {
        return graph.operation(k).name().toLowerCase(Locale.ROOT);
    }

    /** A node among inputs and operations, however many constants there are; constants are all one. */
    private static int place(Graph graph, int node) {
        if (graph.isConstant(node)) {
            return -1;
        }
        return graph.isInput(node) ? node : node - graph.constants();
    }
}
