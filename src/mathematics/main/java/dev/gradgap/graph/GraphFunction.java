package dev.gradgap.graph;

import dev.gradgap.function.Arithmetic;
import dev.gradgap.function.BinaryElemental;
import dev.gradgap.function.DifferentiableFunction;
import dev.gradgap.function.Elemental;
import dev.gradgap.function.Inputs;
import dev.gradgap.function.Outputs;
import dev.gradgap.function.PlainFunction;
import java.util.Optional;

/**
 * A function that is given as a graph. On a number type it interprets the graph, holding one number for every node; in
 * plain Java it interprets it on doubles.
 */
public final class GraphFunction implements DifferentiableFunction {

    private final Graph graph;

    public GraphFunction(Graph graph) {
        this.graph = graph;
    }

    /** The graph itself. */
    public Graph graph() {
        return graph;
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
    public Optional<PlainFunction> plain() {
        double[] values = new double[graph.nodes()];
        return Optional.of((x, y) -> {
            PrimalSweep.evaluate(graph, x, values);
            for (int j = 0; j < y.length; j++) {
                y[j] = values[graph.output(j)];
            }
        });
    }

    @Override
    public <T> void evaluate(Arithmetic<T> a, Inputs<T> x, Outputs<T> y) {
        T[] nodes = a.array(graph.nodes());
        for (int i = 0; i < graph.inputs(); i++) {
            nodes[i] = x.get(i);
        }
        for (int c = 0; c < graph.constants(); c++) {
            nodes[graph.inputs() + c] = a.constant(graph.constant(c));
        }
        int node = graph.firstOperationNode();
        for (int k = 0; k < graph.operations(); k++) {
            nodes[node++] = apply(a, k, nodes[graph.first(k)], nodes[graph.second(k)]);
        }
        for (int j = 0; j < graph.outputs(); j++) {
            y.set(j, nodes[graph.output(j)]);
        }
    }

    private <T> T apply(Arithmetic<T> a, int k, T x, T y) {
        Elemental f = graph.operation(k).elemental();
        return f instanceof BinaryElemental binary && binary.takesConstant()
                ? binary.on(a, x, graph.constant(graph.second(k) - graph.inputs()))
                : f.on(a, x, y);
    }
}
