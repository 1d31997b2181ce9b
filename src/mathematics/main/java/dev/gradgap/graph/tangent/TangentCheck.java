package dev.gradgap.graph.tangent;

import dev.gradgap.graph.Graph;
import dev.gradgap.graph.WrongPlanException;
import java.util.Arrays;

/**
 * Proves that tangents will go where the graph says, before the first pass, as part of every preparation: goes through the
 * operations in their order and asks what was planned for each. Linear in the operations; 4 bytes a slot, or a node, while
 * it runs.
 */
final class TangentCheck {

    private static final int ZEROS = -1; // whose slot 0 is
    private static final int NOBODY = -2;

    private final Graph graph;
    private final int base; // the first operation node

    private TangentCheck(Graph graph) {
        this.graph = graph;
        base = graph.firstOperationNode();
    }

    /**
     * Checks that each operation reads the slots of its operands while these hold the operands' tangents, slot 0 for inputs
     * and constants; that the slots of the outputs hold theirs after the last operation; and that the edges of all passes
     * are those that lead from an input of the pass, each once, in the order of the graph.
     *
     * @param chunk the inputs of a pass
     * @throws WrongPlanException if not
     */
    static void check(Graph graph, TangentSlots slots, SeedEdges seeds, int chunk) {
        attempt(graph, () -> new TangentCheck(graph).passes(slots, seeds, chunk));
    }

    /**
     * Checks that the readers of each node are the operations that have it as an operand, each once, in the order of the
     * graph.
     *
     * @throws WrongPlanException if they are not
     */
    static void check(Graph graph, Readers readers) {
        attempt(graph, () -> new TangentCheck(graph).readers(readers));
    }

    private static void attempt(Graph graph, Runnable check) {
        try {
            check.run();
        } catch (IndexOutOfBoundsException e) {
            throw new WrongPlanException(graph, "something is read beyond its end: " + e.getMessage());
        }
    }

    private void passes(TangentSlots slots, SeedEdges seeds, int chunk) {
        int inputs = graph.inputs();
        int shift = Integer.bitCount(chunk) == 1 ? Integer.numberOfTrailingZeros(chunk) : -1;
        int[] next = new int[(inputs - 1) / chunk + 1]; // for each pass where its next edge stands
        Arrays.setAll(next, seeds::start);
        int[] owners = new int[slots.count()]; // the node whose tangent was last written to each slot
        Arrays.fill(owners, NOBODY);
        owners[0] = ZEROS;
        int others = 0; // no branches for faults: they cost more than all else
        for (int k = 0; k < graph.operations(); k++) {
            int x = graph.first(k);
            int y = graph.second(k);
            others |= owners[slots.first(k)] ^ (x < base ? ZEROS : x);
            others |= owners[slots.second(k)] ^ (y < base ? ZEROS : y);
            owners[slots.result(k)] = base + k;
            if (x < inputs) {
                others |= seeds.edge(next[shift >= 0 ? x >> shift : x / chunk]++) ^ k;
            }
            if (y < inputs && graph.operation(k).arity() == 2) {
                others |= seeds.edge(next[shift >= 0 ? y >> shift : y / chunk]++) ^ ~k;
            }
        }
        for (int pass = 0; pass < next.length; pass++) {
            others |= next[pass] ^ seeds.end(pass);
        }
        for (int j = 0; j < graph.outputs(); j++) {
            int node = graph.output(j);
            others |= node < base ? 0 : owners[slots.ofNode(node)] ^ node;
        }
        if (others != 0 || owners[0] != ZEROS) {
            throw new WrongPlanException(
                    graph, "slots hold other tangents than are read, or inputs are seeded elsewhere");
        }
    }

    private void readers(Readers readers) {
        int[] next = readers.starts(); // for each node where its next reader stands
        int others = 0;
        for (int k = 0; k < graph.operations(); k++) {
            int x = graph.first(k);
            int y = graph.second(k);
            others |= readers.reader(next[x]++) ^ k;
            next[y] += y == x ? 0 : 1;
            others |= readers.reader(next[y] - 1) ^ k;
        }
        if (others != 0 || !readers.areEnds(next)) {
            throw new WrongPlanException(graph, "a node has other readers than in the graph");
        }
    }
}
