package dev.gradgap.verify;

import dev.gradgap.graph.Graph;
import dev.gradgap.graph.Operation;
import java.util.Arrays;

/**
 * A graph's values and adjoints in the plainest way: operation after operation, nothing scheduled, nothing stored but a value
 * and an adjoint for each node. No engine runs this code, so that it may judge all of them; what it shares with them are the
 * partials of each operation, {@link Operation}.
 *
 * <p>Source: Griewank and Walther, Evaluating Derivatives, 2nd ed., SIAM 2008, table 3.6.
 */
final class GraphSweeps {

    private final Graph graph;
    private final double[] values;
    private final double[] adjoints;

    /** Room for the sweeps over a graph: 16 bytes a node. */
    GraphSweeps(Graph graph) {
        this.graph = graph;
        values = new double[graph.nodes()];
        adjoints = new double[graph.nodes()];
    }

    /** The outputs y at a point x. */
    void values(double[] x, double[] y) {
        System.arraycopy(x, 0, values, 0, graph.inputs());
        for (int c = 0; c < graph.constants(); c++) {
            values[graph.inputs() + c] = graph.constant(c);
        }
        for (int k = 0; k < graph.operations(); k++) {
            values[graph.firstOperationNode() + k] =
                    graph.operation(k).value(values[graph.first(k)], values[graph.second(k)]);
        }
        for (int j = 0; j < y.length; j++) {
            y[j] = values[graph.output(j)];
        }
    }

    /** The outputs y at a point x, and the row w'J. */
    void pullback(double[] x, double[] w, double[] y, double[] row) {
        values(x, y);
        Arrays.fill(adjoints, 0);
        for (int j = 0; j < w.length; j++) {
            adjoints[graph.output(j)] += w[j]; // outputs may share a node
        }
        for (int k = graph.operations() - 1; k >= 0; k--) {
            Operation operation = graph.operation(k);
            int node = graph.firstOperationNode() + k;
            double first = values[graph.first(k)];
            double second = values[graph.second(k)];
            adjoints[graph.first(k)] += adjoints[node] * operation.firstPartial(first, second, values[node]);
            if (operation.arity() == 2) { // else 0 times an adjoint that may be infinite
                adjoints[graph.second(k)] += adjoints[node] * operation.secondPartial(first, second, values[node]);
            }
        }
        System.arraycopy(adjoints, 0, row, 0, graph.inputs());
    }
}
