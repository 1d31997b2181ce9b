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

    /** The same as {@code operation.value(x, y)}, by a switch, so that each formula is inlined where it is used. */
    private static double value(Operation operation, double x, double y) {
        return switch (operation) {
            case ADD -> Operation.ADD.value(x, y);
            case SUBTRACT -> Operation.SUBTRACT.value(x, y);
            case MULTIPLY -> Operation.MULTIPLY.value(x, y);
            case DIVIDE -> Operation.DIVIDE.value(x, y);
            case NEGATE -> Operation.NEGATE.value(x, y);
            case RECIPROCAL -> Operation.RECIPROCAL.value(x, y);
            case SQUARE -> Operation.SQUARE.value(x, y);
            case SQRT -> Operation.SQRT.value(x, y);
            case POW_CONSTANT -> Operation.POW_CONSTANT.value(x, y);
            case POW -> Operation.POW.value(x, y);
            case EXP -> Operation.EXP.value(x, y);
            case EXPM1 -> Operation.EXPM1.value(x, y);
            case LOG -> Operation.LOG.value(x, y);
            case LOG1P -> Operation.LOG1P.value(x, y);
            case SIN -> Operation.SIN.value(x, y);
            case COS -> Operation.COS.value(x, y);
            case TAN -> Operation.TAN.value(x, y);
            case ASIN -> Operation.ASIN.value(x, y);
            case ACOS -> Operation.ACOS.value(x, y);
            case ATAN -> Operation.ATAN.value(x, y);
            case ATAN2 -> Operation.ATAN2.value(x, y);
            case SINH -> Operation.SINH.value(x, y);
            case COSH -> Operation.COSH.value(x, y);
            case TANH -> Operation.TANH.value(x, y);
            case SIGMOID -> Operation.SIGMOID.value(x, y);
            case ABS -> Operation.ABS.value(x, y);
            case MAX -> Operation.MAX.value(x, y);
            case MIN -> Operation.MIN.value(x, y);
            case HYPOT -> Operation.HYPOT.value(x, y);
        };
    }
}
