package dev.gradgap.graph.schedule;

import dev.gradgap.graph.Graph;
import dev.gradgap.graph.WrongPlanException;

/**
 * The order in which the operations of a graph are evaluated, and where their results live: a graph made ready for {@link
 * Sweeps}. Immutable.
 *
 * <p>The operations are taken in <em>windows</em> of some thousand. Within a window they are grouped into <em>runs</em>: a
 * run is one operation applied to operands that lie side by side, or at a constant distance, or are one and the same
 * node, or are found through indices. Sums, products, maxima and minima of many operands, which a graph holds as chains
 * of binary operations, become reductions without intermediate results. Operations that fit in no run are kept one by
 * one. Windows start small, so that what a run leaves is still in the cache when the next one reads it; where runs turn
 * out short the window grows, up to {@value #LARGEST_WINDOW} operations.
 *
 * <p>Time is n log n at worst in the number of operations and linear in practice; while a schedule is made, 13 bytes an
 * operation are needed besides the graph and the schedule, which takes from next to nothing, for regular graphs, to 9
 * bytes an operation.
 */
public final class Schedule {

    private static final int SMALLEST_WINDOW = 1 << 12;
    private static final int LARGEST_WINDOW = 1 << 15;
    private static final int WINDOW_GROWTH = 8;

    private final Program program;

    private Schedule(Program program) {
        this.program = program;
    }

    /**
     * A program that nobody has checked.
     *
     * @param operations which operation of the graph each element of the program computes, one after another, and of each
     *     reduction the last one; after these, anything
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Plan(Program program, int[] operations) {}

    /**
     * The schedule of a graph, proved by {@link ProgramCheck} to compute what the graph says.
     *
     * @param reassociate whether reductions may combine their operands in another order than the graph does, which is
     *     faster and changes the rounding errors; if not, all values are those of the graph, bit for bit
     * @throws WrongPlanException if this class is wrong, and the proof fails
     */
    public static Schedule of(Graph graph, boolean reassociate) {
        Plan plan = plan(graph, reassociate);
        ProgramCheck.check(graph, plan.program(), plan.operations());
        return new Schedule(plan.program());
    }

    /** The schedule of a graph before it is checked. */
    static Plan plan(Graph graph, boolean reassociate) {
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
        return new Plan(builder.build(storage, reassociate), builder.operations());
    }

    Program program() {
        return program;
    }

    /** The number of inputs n. */
    public int inputs() {
        return program.inputs();
    }

    /** The number of outputs m. */
    public int outputs() {
        return program.outputs().length;
    }

    /** The bytes of the arrays that hold the schedule. */
    public long bytes() {
        return program.bytes();
    }
}
