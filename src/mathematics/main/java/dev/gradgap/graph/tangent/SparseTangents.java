package dev.gradgap.graph.tangent;

import dev.gradgap.graph.Graph;
import dev.gradgap.graph.Linearization;
import dev.gradgap.graph.WrongPlanException;
import java.util.Arrays;

/**
 * Forward mode that visits only what an input reaches: linearized once at a point, a pass follows the readers of its
 * input, then their readers, in the order of the graph. Allocates nothing once made. Not thread-safe.
 *
 * <p>Which operations an input reaches is found in every pass anew, and its cost is part of the pass: lists kept for all
 * inputs would take as much memory as the passes take time. Memory: 8 bytes a node and 16 an operation for values and
 * partials, 4 a node and 4 an edge for the readers, 12 an operation for tangents and the list of those visited.
 *
 * <p>Source: Griewank and Walther, Evaluating Derivatives, 2nd ed., SIAM 2008, sec. 7.1 (sparse vector propagation).
 */
public final class SparseTangents {

    private final Graph graph;
    private final Linearization linearization;
    private final Readers readers;
    private final PendingOperations pending;
    private final double[] tangents; // of each operation; zero between passes
    private final int[] visited;

    /**
     * Room for the passes over a graph.
     *
     * @throws WrongPlanException if this class is wrong, and {@link TangentCheck} fails
     */
    public SparseTangents(Graph graph) {
        this.graph = graph;
        linearization = new Linearization(graph);
        readers = new Readers(graph);
        TangentCheck.check(graph, readers);
        pending = new PendingOperations(graph.operations());
        tangents = new double[graph.operations()];
        visited = new int[graph.operations()];
    }

    /** The bytes of the graph, its values and partials, and its readers. */
    public long bytes() {
        return graph.bytes() + linearization.bytes() + readers.bytes();
    }

    /** Computes all values and partials at a point x of length n. */
    public void linearize(double[] x) {
        linearization.at(x);
    }

    /** Computes all values at a point x of length n, and leaves the partials as they are. */
    public void evaluate(double[] x) {
        linearization.evaluate(x);
    }

    /** Copies the outputs at the last point to y, length m. */
    public void outputs(double[] y) {
        for (int j = 0; j < graph.outputs(); j++) {
            y[j] = linearization.value(graph.output(j));
        }
    }

    /**
     * The derivatives with respect to one input.
     *
     * @param input from 0 to n - 1
     * @param jacobian receives the column of this input, length m n, row-major
     * @return whether all of it are numbers
     */
    public boolean pass(int input, double[] jacobian) {
        int base = graph.firstOperationNode();
        int count = 0;
        addReaders(readers.startOfInput(input), readers.endOfInput(input));
        for (int k = pending.takeFirst(); k >= 0; k = pending.takeFirst()) {
            double x = tangent(graph.first(k), input, base);
            double y = tangent(graph.second(k), input, base);
            tangents[k] = linearization.firstPartial(k) * x + linearization.secondPartial(k) * y;
            visited[count++] = k;
            addReaders(readers.startOfOperation(k), readers.endOfOperation(k));
        }
        boolean allNumbers = true;
        for (int j = 0; j < graph.outputs(); j++) {
            double tangent = tangent(graph.output(j), input, base);
            jacobian[j * graph.inputs() + input] = tangent;
            allNumbers &= !Double.isNaN(tangent);
        }
        for (int i = 0; i < count; i++) {
            tangents[visited[i]] = 0;
        }
        return allNumbers;
    }

    private void addReaders(int start, int end) {
        for (int at = start; at < end; at++) {
            pending.add(readers.reader(at));
        }
    }

    private double tangent(int node, int input, int base) {
        if (node >= base) {
            return tangents[node - base];
        }
        return node == input ? 1 : 0;
    }

    /**
     * Pushes one tangent through the whole graph at the point of the last {@link #linearize}.
     *
     * @param tangent the direction, length n
     * @param outputTangent receives the derivative of each output along it, length m
     */
    public void push(double[] tangent, double[] outputTangent) {
        for (int k = 0; k < tangents.length; k++) {
            tangents[k] = linearization.firstPartial(k) * along(graph.first(k), tangent)
                    + linearization.secondPartial(k) * along(graph.second(k), tangent);
        }
        for (int j = 0; j < graph.outputs(); j++) {
            outputTangent[j] = along(graph.output(j), tangent);
        }
        Arrays.fill(tangents, 0);
    }

    private double along(int node, double[] tangent) {
        if (node < graph.inputs()) {
            return tangent[node];
        }
        return graph.isConstant(node) ? 0 : tangents[node - graph.firstOperationNode()];
    }
}
