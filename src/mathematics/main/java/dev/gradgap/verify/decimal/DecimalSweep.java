package dev.gradgap.verify.decimal;

import dev.gradgap.graph.Graph;
import dev.gradgap.graph.Operation;
import java.util.Arrays;
import org.apache.commons.math3.dfp.Dfp;

/**
 * A graph at one point to 50 decimal digits: values, and adjoints by the adjoint sweep. Value and partials of every
 * operation are written out here once more, independently of {@link Operation}, with the conventions of {@link
 * dev.gradgap.function.Arithmetic}.
 *
 * <p>An operation takes a microsecond to a tenth of a millisecond. Not thread-safe.
 */
public final class DecimalSweep {

    private final Graph graph;
    private final Dfp[] values; // of every node
    private final Dfp[] first; // partials of every operation
    private final Dfp[] second;

    /**
     * Evaluates a graph and its partials.
     *
     * @param x the point, length n
     * @throws ArithmeticException if a value is not a finite number
     */
    public DecimalSweep(Graph graph, double[] x) {
        this.graph = graph;
        values = new Dfp[graph.nodes()];
        first = new Dfp[graph.operations()];
        second = new Dfp[graph.operations()];
        for (int i = 0; i < graph.inputs(); i++) {
            values[i] = DecimalFunctions.of(x[i]);
        }
        for (int c = 0; c < graph.constants(); c++) {
            values[graph.inputs() + c] = DecimalFunctions.of(graph.constant(c));
        }
        for (int k = 0; k < graph.operations(); k++) {
            DecimalPartials partials =
                    DecimalPartials.of(graph.operation(k), values[graph.first(k)], values[graph.second(k)]);
            if (partials.value().isNaN() || partials.value().isInfinite()) {
                throw new ArithmeticException("operation " + k + " (" + graph.operation(k) + ") has no finite value");
            }
            values[graph.firstOperationNode() + k] = partials.value();
            first[k] = partials.first();
            second[k] = partials.second();
        }
    }

    /** The value of output j. */
    public Dfp output(int j) {
        return values[graph.output(j)];
    }

    /**
     * The adjoint sweep.
     *
     * @param w the weight of each output, length m
     * @return the adjoint of each input, length n
     */
    public Dfp[] pullBack(double[] w) {
        Dfp[] adjoints = new Dfp[graph.nodes()];
        Arrays.fill(adjoints, DecimalFunctions.zero());
        for (int j = 0; j < w.length; j++) {
            int node = graph.output(j);
            adjoints[node] = adjoints[node].add(DecimalFunctions.of(w[j]));
        }
        for (int k = graph.operations() - 1; k >= 0; k--) {
            Dfp adjoint = adjoints[graph.firstOperationNode() + k];
            if (!adjoint.isZero()) {
                contribute(adjoints, graph.first(k), first[k], adjoint);
                if (graph.operation(k).arity() == 2) {
                    contribute(adjoints, graph.second(k), second[k], adjoint);
                }
            }
        }
        return Arrays.copyOf(adjoints, graph.inputs());
    }

    private static void contribute(Dfp[] adjoints, int node, Dfp partial, Dfp adjoint) {
        adjoints[node] = adjoints[node].add(partial.multiply(adjoint));
    }

    /** How far a double is from an exact number. */
    public static double error(double number, Dfp exact) {
        return Double.isFinite(number)
                ? exact.subtract(DecimalFunctions.of(number)).abs().toDouble()
                : Double.POSITIVE_INFINITY;
    }
}
