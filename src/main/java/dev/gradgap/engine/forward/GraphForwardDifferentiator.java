package dev.gradgap.engine.forward;

import dev.gradgap.engine.ForwardDifferentiator;
import dev.gradgap.graph.Graph;
import dev.gradgap.graph.Linearization;
import dev.gradgap.graph.PrimalSweep;
import java.util.Arrays;

/**
 * Pushes w tangents at a time through a graph. The graph is linearized once at a point; a pass sets its seeds, sweeps,
 * and clears its seeds again, so that it touches nothing else of the n inputs. Allocates nothing once made.
 */
final class GraphForwardDifferentiator implements ForwardDifferentiator {

    private static final int LONGEST_ARRAY = Integer.MAX_VALUE - 8;

    private final Graph graph;
    private final Linearization linearization;
    private final int chunk;
    private final double[] tangents; // between calls zero at all inputs and constants

    GraphForwardDifferentiator(Graph graph, int chunk) {
        this.graph = graph;
        this.chunk = chunk;
        long length = (long) graph.nodes() * chunk;
        if (length > LONGEST_ARRAY) {
            throw new IllegalArgumentException(graph.nodes() + " nodes with " + chunk
                    + " tangents each exceed the longest array; at most " + LONGEST_ARRAY / chunk
                    + " nodes are possible, or fewer tangents a pass");
        }
        linearization = new Linearization(graph);
        tangents = new double[(int) length];
    }

    @Override
    public int inputs() {
        return graph.inputs();
    }

    @Override
    public int outputs() {
        return graph.outputs();
    }

    @Override
    public int passes() {
        return (graph.inputs() - 1) / chunk + 1;
    }

    @Override
    public long tapeBytes() {
        return graph.bytes() + linearization.bytes();
    }

    @Override
    public void primal(double[] x, double[] y) {
        PrimalSweep.evaluate(graph, x, tangents);
        for (int j = 0; j < graph.outputs(); j++) {
            y[j] = tangents[graph.output(j)];
        }
        clear();
    }

    @Override
    public void start(double[] x) {
        linearization.at(x);
    }

    @Override
    public void pass(int pass, double[] x, double[] jacobian) {
        int inputs = graph.inputs();
        int first = pass * chunk;
        int seeded = Math.min(chunk, inputs - first);
        for (int t = 0; t < seeded; t++) {
            tangents[(first + t) * chunk + t] = 1;
        }
        if (chunk == 1) {
            linearization.pushForward(tangents);
        } else {
            linearization.pushForward(chunk, tangents);
        }
        for (int j = 0; j < graph.outputs(); j++) {
            System.arraycopy(tangents, graph.output(j) * chunk, jacobian, j * inputs + first, seeded);
        }
        for (int t = 0; t < seeded; t++) {
            tangents[(first + t) * chunk + t] = 0;
        }
    }

    @Override
    public void pushforward(double[] x, double[] tangent, double[] y, double[] outputTangent) {
        linearization.at(x);
        System.arraycopy(tangent, 0, tangents, 0, graph.inputs());
        linearization.pushForward(tangents);
        for (int j = 0; j < graph.outputs(); j++) {
            y[j] = linearization.value(graph.output(j));
            outputTangent[j] = tangents[graph.output(j)];
        }
        clear();
    }

    /** Zeroes the inputs' and constants' tangents after a use of the array with one number for each node. */
    private void clear() {
        Arrays.fill(tangents, 0, Math.min(graph.nodes(), graph.firstOperationNode() * chunk), 0);
    }
}
