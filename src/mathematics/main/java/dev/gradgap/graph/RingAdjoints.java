package dev.gradgap.graph;

/**
 * The adjoints of a graph whose edges carry fixed weights in place of partials, in the ring of 64-bit integers: what any
 * right reverse sweep over the graph arrives at, whatever the order in which it adds, since sums and products of that ring
 * do not round. An engine's plan can be checked by running it on the same weights.
 *
 * <p>The weights are odd, so that each has an inverse: a contribution that is left out, comes twice or goes elsewhere
 * changes the result by a product that is zero only if the adjoint is, which for weights like these has a chance of about
 * 2<sup>-64</sup> an edge. No edge hides as it does in numbers behind a partial that is zero at the point, such as that of
 * the smaller side of a maximum.
 *
 * <p>Source: J. T. Schwartz, Fast probabilistic algorithms for verification of polynomial identities, JACM 27(4), 1980; the
 * mixing is that of splitmix64, G. L. Steele et al., Fast splittable pseudorandom number generators, OOPSLA 2014.
 */
public final class RingAdjoints {

    private RingAdjoints() {}

    /**
     * The weight of the edges between a node and one of its operands: odd, and the same in every process. Both edges of
     * {@code x * x} have the same one.
     *
     * @param node the number of the node that is an operation
     * @param operand the number of the node that it reads
     */
    public static long weight(int node, int operand) {
        long bits = ((long) node << 32 | operand) * 0x9E3779B97F4A7C15L;
        bits = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
        bits = (bits ^ (bits >>> 27)) * 0x94D049BB133111EBL;
        return (bits ^ (bits >>> 31)) | 1;
    }

    /**
     * The adjoint of every node: one step an operation, in the order opposite to the graph's.
     *
     * @param outputAdjoints the adjoint of each output, length m; those of outputs that share a node are added up
     * @return length {@code graph.nodes()}; constants have adjoints too, which engines leave out
     */
    public static long[] of(Graph graph, long[] outputAdjoints) {
        long[] adjoints = new long[graph.nodes()];
        for (int j = 0; j < graph.outputs(); j++) {
            adjoints[graph.output(j)] += outputAdjoints[j];
        }
        int node = graph.nodes();
        for (int k = graph.operations() - 1; k >= 0; k--) {
            long adjoint = adjoints[--node];
            int first = graph.first(k);
            adjoints[first] += adjoint * weight(node, first);
            if (graph.operation(k).arity() == 2) {
                int second = graph.second(k);
                adjoints[second] += adjoint * weight(node, second);
            }
        }
        return adjoints;
    }
}
