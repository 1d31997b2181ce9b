package dev.gradgap.graph.tangent;

import dev.gradgap.graph.Linearization;

/** Pushes rows of tangents through a stretch of operations: the inner loop of a pass. */
@FunctionalInterface
interface TangentRows {

    /**
     * Computes {@code t[result] = p t[first] + q t[second]} for operations one after another, each t being a row of w
     * tangents and p and q the partials.
     *
     * @param from the first operation
     * @param to the operation after the last
     * @param slots where the rows are: slot s has its row at {@code s * w}
     * @param partials the partials
     * @param tangents the rows
     */
    void push(int from, int to, TangentSlots slots, Linearization partials, double[] tangents);

    /** The best implementation for rows of w tangents that this JVM has. */
    static TangentRows of(int w) {
        return w == 1 ? TangentRows::pushSingle : VectorRowsLoader.find(w).orElseGet(() -> plain(w));
    }

    /** The implementation without vector instructions; gives the same results. */
    static TangentRows plain(int w) {
        return (from, to, slots, partials, tangents) -> {
            for (int k = from; k < to; k++) {
                int x = slots.first(k) * w;
                int y = slots.second(k) * w;
                int r = slots.result(k) * w;
                double p = partials.firstPartial(k);
                double q = partials.secondPartial(k);
                for (int t = 0; t < w; t++) {
                    tangents[r + t] = p * tangents[x + t] + q * tangents[y + t];
                }
            }
        };
    }

    private static void pushSingle(int from, int to, TangentSlots slots, Linearization partials, double[] tangents) {
        for (int k = from; k < to; k++) {
            tangents[slots.result(k)] = partials.firstPartial(k) * tangents[slots.first(k)]
                    + partials.secondPartial(k) * tangents[slots.second(k)];
        }
    }
}
