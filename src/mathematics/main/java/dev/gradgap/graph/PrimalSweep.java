package dev.gradgap.graph;

/** The primal sweep over a graph on plain doubles: one switch an operation, no derivatives. */
public final class PrimalSweep {

    private PrimalSweep() {}

    /**
     * Evaluates every node of a graph at a point; one pass, no allocation.
     *
     * @param x the inputs, length n
     * @param values receives the value of every node, length {@code graph.nodes()}
     */
    public static void evaluate(Graph graph, double[] x, double[] values) {
        load(graph, x, values);
        int operations = graph.operations();
        int node = graph.firstOperationNode();
        for (int k = 0; k < operations; k++) {
            values[node++] = value(graph.operation(k), values[graph.first(k)], values[graph.second(k)]);
        }
    }

    /** Puts the inputs and the constants into an array of node values. */
    static void load(Graph graph, double[] x, double[] values) {
        int inputs = graph.inputs();
        System.arraycopy(x, 0, values, 0, inputs);
        for (int c = 0; c < graph.constants(); c++) {
            values[inputs + c] = graph.constant(c);
        }
    }

    /** What costs a few cycles is written out, so that nothing is called for it. */
    static double value(Operation operation, double x, double y) {
        return switch (operation) {
            case ADD -> x + y;
            case SUBTRACT -> x - y;
            case MULTIPLY -> x * y;
            case DIVIDE -> x / y;
            case NEGATE -> -x;
            case SQUARE -> x * x;
            case MAX -> Math.max(x, y);
            case MIN -> Math.min(x, y);
            default -> OperationLoops.of(operation).value(x, y);
        };
    }
}
