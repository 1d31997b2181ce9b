package dev.gradgap.graph.schedule.maker;

import dev.gradgap.graph.Graph;

/**
 * Makes the program of a graph.
 *
 * <p>The operations are taken in <em>windows</em> of some thousand. Within a window they are grouped into <em>runs</em>: a
 * run is one operation applied to operands that lie side by side, or at a constant distance, or are one and the same
 * node, or are found through indices. Sums, products, maxima and minima of many operands, which a graph holds as chains
 * of binary operations, become reductions without intermediate results. Operations that fit in no run are kept one by
 * one. Windows start small, so that what a run leaves is still in the cache when the next one reads it; where runs turn
 * out short the window grows, up to {@value #LARGEST_WINDOW} operations.
 */
public final class ProgramMaker {

    private static final int SMALLEST_WINDOW = 1 << 12;
    private static final int LARGEST_WINDOW = 1 << 15;
    private static final int WINDOW_GROWTH = 8;

    private ProgramMaker() {}

    /**
     * The program of a graph, which nobody has checked.
     *
     * @param reassociate whether reductions may combine their operands in another order than the graph does
     */
    public static MadeProgram make(Graph graph, boolean reassociate) {
        Uses uses = new Uses(graph);
        WindowCut cut = new WindowCut(graph, uses);
        Chains chains = new Chains(graph, uses);
        WindowOrder order = new WindowOrder(graph, chains);
        Places places = new Places(graph);
        WindowRuns window = new WindowRuns(graph, chains, places);
        Storage storage = new Storage(uses, places);
        ProgramBuilder builder = new ProgramBuilder(graph, places);
        int size = SMALLEST_WINDOW;
        for (int from = 0; from < graph.operations(); ) {
            int to = cut.end(from, size);
            int flatLength = places.flatLength();
            places.enter(from, to);
            chains.find(from, to);
            order.arrange(from, to);
            window.make(order);
            boolean irregular = window.scalars() > (to - from) / 2;
            if (irregular && size < LARGEST_WINDOW && to < graph.operations()) {
                size *= WINDOW_GROWTH;
                places.truncate(flatLength, from, to);
                continue;
            }
            storage.assign(window);
            builder.append(window);
            places.leave(to);
            from = to;
            size = irregular ? size : SMALLEST_WINDOW;
        }
        return new MadeProgram(builder.build(storage, reassociate), builder.operations());
    }
}
