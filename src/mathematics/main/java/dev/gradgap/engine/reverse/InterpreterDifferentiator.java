package dev.gradgap.engine.reverse;

import dev.gradgap.engine.ReverseDifferentiator;
import dev.gradgap.graph.Graph;
import dev.gradgap.graph.Linearization;
import dev.gradgap.graph.PrimalSweep;
import java.util.Arrays;

/** Interprets a graph operation by operation, forwards and backwards. Allocates nothing once made. */
final class InterpreterDifferentiator implements ReverseDifferentiator {

    private final Graph graph;
    private final Linearization linearization;
    private final double[] adjoints; // of every node; cleared before every sweep

    InterpreterDifferentiator(Graph graph) {
        this.graph = graph;
        linearization = new Linearization(graph);
        adjoints = new double[graph.nodes()];
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
    public long tapeBytes() {
        return graph.bytes() + linearization.bytes();
    }

    /** Uses the adjoints' room for the values, so that a recording survives. */
    @Override
    public void primal(double[] x, double[] y) {
        PrimalSweep.evaluate(graph, x, adjoints);
        for (int j = 0; j < graph.outputs(); j++) {
            y[j] = adjoints[graph.output(j)];
        }
    }

    @Override
    public void record(double[] x, double[] y) {
        linearization.at(x);
        for (int j = 0; j < graph.outputs(); j++) {
            y[j] = linearization.value(graph.output(j));
        }
    }

    @Override
    public void sweep(double[] outputAdjoint, double[] inputAdjoint) {
        Arrays.fill(adjoints, 0);
        for (int j = 0; j < graph.outputs(); j++) {
            adjoints[graph.output(j)] += outputAdjoint[j]; // outputs may share a node
        }
        linearization.pullBack(adjoints);
        System.arraycopy(adjoints, 0, inputAdjoint, 0, graph.inputs());
    }

    @Override
    public void jacobian(double[] x, double[] jacobian) {
        linearization.at(x);
        for (int j = 0; j < graph.outputs(); j++) {
            Arrays.fill(adjoints, 0);
            adjoints[graph.output(j)] = 1;
            linearization.pullBack(adjoints);
            System.arraycopy(adjoints, 0, jacobian, j * graph.inputs(), graph.inputs());
        }
    }
}
