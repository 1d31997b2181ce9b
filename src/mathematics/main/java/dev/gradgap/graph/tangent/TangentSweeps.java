package dev.gradgap.graph.tangent;

import dev.gradgap.graph.Graph;
import dev.gradgap.graph.Linearization;
import dev.gradgap.graph.WrongPlanException;
import java.util.Arrays;

/**
 * Forward mode on a graph: linearized once at a point, then pushed through by any number of passes of w tangents each.
 * Allocates nothing once made. Not thread-safe.
 *
 * <p>A pass evaluates every operation's tangents from its operands' and its partials, in the order of the graph. The unit
 * seeds of a pass never exist as arrays: all inputs count as zero, and the partials on the edges that leave the w seeded
 * inputs are added where they belong. Memory: 8 bytes a node and 16 an operation for values and partials, 12 an operation
 * for slots, 4 an edge from an input, and 8 w a slot.
 *
 * <p>Source: Griewank and Walther, Evaluating Derivatives, 2nd ed., SIAM 2008, table 3.4 and sec. 3.1 (vector mode).
 */
public final class TangentSweeps {

    private static final int LONGEST_ARRAY = Integer.MAX_VALUE - 8;

    private final Graph graph;
    private final int chunk;
    private final Linearization linearization;
    private final TangentSlots slots;
    private final SeedEdges seeds;
    private final TangentRows rows;
    private final double[] tangents; // row s is that of slot s; row 0 stays zero

    /**
     * Room for the passes over a graph.
     *
     * @param chunk the tangents of a pass w
     * @throws IllegalArgumentException if the rows of all slots exceed the longest array
     * @throws WrongPlanException if this class is wrong, and {@link TangentCheck} fails
     */
    public TangentSweeps(Graph graph, int chunk) {
        this(graph, chunk, TangentRows.of(chunk));
    }

    TangentSweeps(Graph graph, int chunk, TangentRows rows) {
        this.graph = graph;
        this.chunk = chunk;
        this.rows = rows;
        slots = new TangentSlots(graph);
        long length = (long) slots.count() * chunk;
        if (length > LONGEST_ARRAY) {
            throw new IllegalArgumentException((slots.count() - 1) + " results alive at once with " + chunk
                    + " tangents each exceed the longest array; at most " + (LONGEST_ARRAY / chunk - 1)
                    + " are possible, or fewer tangents a pass");
        }
        seeds = new SeedEdges(graph, chunk);
        TangentCheck.check(graph, slots, seeds, chunk);
        linearization = new Linearization(graph);
        tangents = new double[(int) length];
    }

    /** The bytes of the graph, its values and partials, and the places of the tangents. */
    public long bytes() {
        return graph.bytes() + linearization.bytes() + slots.bytes() + seeds.bytes();
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
     * The derivatives with respect to the inputs of a chunk.
     *
     * @param pass the chunk: inputs {@code pass * w} to {@code min(n, (pass + 1) * w) - 1}
     * @param jacobian receives the columns of these inputs, length m n, row-major
     * @return whether all of them are numbers
     */
    public boolean pass(int pass, double[] jacobian) {
        int firstInput = pass * chunk;
        int next = 0;
        for (int edge = seeds.start(pass); edge < seeds.end(pass); edge++) {
            int k = seeds.operation(edge);
            rows.push(next, k + 1, slots, linearization, tangents);
            next = k + 1;
            int input = seeds.isSecond(edge) ? graph.second(k) : graph.first(k);
            double partial = seeds.isSecond(edge) ? linearization.secondPartial(k) : linearization.firstPartial(k);
            tangents[slots.result(k) * chunk + input - firstInput] += partial;
        }
        rows.push(next, graph.operations(), slots, linearization, tangents);
        return collect(firstInput, Math.min(chunk, graph.inputs() - firstInput), jacobian);
    }

    private boolean collect(int firstInput, int seeded, double[] jacobian) {
        boolean allNumbers = true;
        for (int j = 0; j < graph.outputs(); j++) {
            int node = graph.output(j);
            int start = j * graph.inputs() + firstInput;
            if (node >= graph.firstOperationNode()) {
                int row = slots.ofNode(node) * chunk;
                for (int t = 0; t < seeded; t++) {
                    jacobian[start + t] = tangents[row + t];
                    allNumbers &= !Double.isNaN(tangents[row + t]);
                }
            } else {
                Arrays.fill(jacobian, start, start + seeded, 0);
                if (node >= firstInput && node < firstInput + seeded) {
                    jacobian[start + node - firstInput] = 1;
                }
            }
        }
        return allNumbers;
    }

    /**
     * Pushes one tangent through the graph at the point of the last {@link #linearize}.
     *
     * @param tangent the direction, length n
     * @param outputTangent receives the derivative of each output along it, length m
     */
    public void push(double[] tangent, double[] outputTangent) {
        int inputs = graph.inputs();
        for (int k = 0; k < graph.operations(); k++) {
            double x = graph.first(k) < inputs ? tangent[graph.first(k)] : tangents[slots.first(k) * chunk];
            double y = graph.second(k) < inputs ? tangent[graph.second(k)] : tangents[slots.second(k) * chunk];
            tangents[slots.result(k) * chunk] = linearization.firstPartial(k) * x + linearization.secondPartial(k) * y;
        }
        for (int j = 0; j < graph.outputs(); j++) {
            int node = graph.output(j);
            if (node >= graph.firstOperationNode()) {
                outputTangent[j] = tangents[slots.ofNode(node) * chunk];
            } else {
                outputTangent[j] = node < inputs ? tangent[node] : 0;
            }
        }
    }
}
