package dev.gradgap.graph;

/**
 * A graph at one point: the value of every node and the local partial on every edge; then tangents are pushed and
 * adjoints pulled through the partials without looking at the operations again.
 *
 * <p>Memory: 8 bytes a node for the values and 16 an operation for the partials. {@link #at} costs one primal and the
 * partials; each sweep costs two multiplications and additions an operation, and neither allocates.
 *
 * <p>Source: Griewank and Walther, Evaluating Derivatives, 2nd ed., SIAM 2008, tables 3.4 (tangent sweep) and 3.6
 * (adjoint sweep).
 */
public final class Linearization {

    private final Graph graph;
    private final double[] values;
    private final double[] firstPartials;
    private final double[] secondPartials;

    /** Room for the values and partials of a graph; call {@link #at} before anything else. */
    public Linearization(Graph graph) {
        this.graph = graph;
        values = new double[graph.nodes()];
        firstPartials = new double[graph.operations()];
        secondPartials = new double[graph.operations()];
    }

    /** The graph. */
    public Graph graph() {
        return graph;
    }

    /** The bytes of the values and partials. */
    public long bytes() {
        return 8L * values.length + 16L * firstPartials.length;
    }

    /** Computes all values and partials at a point x of length n. */
    public void at(double[] x) {
        PrimalSweep.load(graph, x, values);
        int operations = graph.operations();
        for (int k = 0; k < operations; k++) {
            linearize(graph.operation(k), k, values[graph.first(k)], values[graph.second(k)]);
        }
    }

    /** Computes all values at a point x of length n but leaves the partials as they are. */
    public void evaluate(double[] x) {
        PrimalSweep.evaluate(graph, x, values);
    }

    /** What costs a few cycles is written out, so that nothing is called for it. */
    private void linearize(Operation operation, int k, double x, double y) {
        int node = graph.firstOperationNode() + k;
        switch (operation) {
            case ADD -> keep(k, x + y, 1, 1);
            case SUBTRACT -> keep(k, x - y, 1, -1);
            case MULTIPLY -> keep(k, x * y, y, x);
            case NEGATE -> keep(k, -x, -1, 0);
            case SQUARE -> keep(k, x * x, 2 * x, 0);
            default -> OperationLoops.of(operation).linearize(x, y, values, node, firstPartials, secondPartials, k);
        }
    }

    private void keep(int k, double value, double p, double q) {
        values[graph.firstOperationNode() + k] = value;
        firstPartials[k] = p;
        secondPartials[k] = q;
    }

    /** The value of a node. */
    public double value(int node) {
        return values[node];
    }

    /** The local partial on the edge from operation k's first operand. */
    public double firstPartial(int k) {
        return firstPartials[k];
    }

    /** The local partial on the edge from operation k's second operand; 0 if the operation is unary. */
    public double secondPartial(int k) {
        return secondPartials[k];
    }

    /**
     * The tangent sweep: one forward pass.
     *
     * @param tangents the tangent of every node, length {@code graph.nodes()}; on entry those of the inputs and, zero,
     *     of the constants; on return all
     */
    public void pushForward(double[] tangents) {
        int operations = graph.operations();
        int node = graph.firstOperationNode();
        for (int k = 0; k < operations; k++) {
            double byFirst = firstPartials[k] * tangents[graph.first(k)];
            boolean binary = graph.operation(k).arity() == 2; // else 0 times a tangent that may be infinite
            tangents[node++] = binary ? byFirst + secondPartials[k] * tangents[graph.second(k)] : byFirst;
        }
    }

    /**
     * The tangent sweep for several tangents at once.
     *
     * @param chunk the number of tangents w
     * @param tangents tangent t of node i at position {@code i * w + t}, length {@code graph.nodes() * w}; on entry
     *     those of the inputs and, zero, of the constants; on return all
     */
    public void pushForward(int chunk, double[] tangents) {
        int operations = graph.operations();
        int target = graph.firstOperationNode() * chunk;
        for (int k = 0; k < operations; k++) {
            double firstPartial = firstPartials[k];
            double secondPartial = secondPartials[k];
            int first = graph.first(k) * chunk;
            int second = graph.second(k) * chunk;
            for (int t = 0; t < chunk; t++) {
                tangents[target + t] = firstPartial * tangents[first + t] + secondPartial * tangents[second + t];
            }
            target += chunk;
        }
    }

    /**
     * The adjoint sweep: one reverse pass.
     *
     * @param adjoints the adjoint of every node, length {@code graph.nodes()}; on entry the weights of the outputs, zero
     *     elsewhere; on return all, those of the inputs being the derivatives
     */
    public void pullBack(double[] adjoints) {
        int node = graph.nodes();
        for (int k = graph.operations() - 1; k >= 0; k--) {
            double adjoint = adjoints[--node];
            adjoints[graph.first(k)] += firstPartials[k] * adjoint;
            if (graph.operation(k).arity() == 2) { // else 0 times an adjoint that may be infinite
                adjoints[graph.second(k)] += secondPartials[k] * adjoint;
            }
        }
    }
}
