package dev.gradgap.graph.schedule.maker;

import dev.gradgap.graph.Graph;
import java.util.Arrays;

/** Where the nodes are while a graph is being scheduled: in the flat array, or in a run of the present window. */
final class Places {

    private static final int NOWHERE = -1;

    private final Graph graph;
    private final int[] flat; // of each operation, the flat position of its result, or NOWHERE
    private int flatLength;
    private int from;
    private int[] run = {}; // of each operation of the window
    private int[] position = {}; // within its run
    private final FlatSpace space = new FlatSpace();

    Places(Graph graph) {
        this.graph = graph;
        flat = new int[graph.operations()];
        Arrays.fill(flat, NOWHERE);
        flatLength = graph.constants();
    }

    /** Begins a window. */
    void enter(int start, int end) {
        from = start;
        if (run.length < end - start) {
            run = new int[end - start];
            position = new int[end - start];
        }
        Arrays.fill(run, 0, end - start, NOWHERE);
    }

    /** The length of the flat array so far. */
    int flatLength() {
        return flatLength;
    }

    /** Forgets flat positions from a length on, to schedule a window again. */
    void truncate(int length, int start, int end) {
        flatLength = length;
        Arrays.fill(flat, start, end, NOWHERE);
    }

    /** Takes the next flat positions for the results of a run and returns the first. */
    int allocate(int length) {
        int start = flatLength;
        flatLength = Math.addExact(flatLength, length);
        return start;
    }

    /**
     * Flat positions for the results of a run that may be taken again after their last use, and may have been taken
     * before.
     *
     * @param last the last operation that uses any of the results
     */
    int allocateReusable(int length, int last) {
        int free = space.take(length);
        int start = free < 0 ? allocate(length) : free;
        space.lend(start, length, last);
        return start;
    }

    /** Frees the reusable positions that no operation from one on uses. */
    void leave(int end) {
        space.free(end);
    }

    /** Whether a flat position may be overwritten some time. */
    boolean isReusable(int at) {
        return space.isReusable(at);
    }

    /** Notes the flat position of an operation's result. */
    void placeFlat(int operation, int at) {
        flat[operation] = at;
    }

    /** Notes that an operation of the window is element {@code at} of a run. */
    void placeInRun(int operation, int ofRun, int at) {
        run[operation - from] = ofRun;
        position[operation - from] = at;
    }

    /** The source of a node, as in {@link Operand}. */
    int source(int node) {
        int operation = node - graph.firstOperationNode();
        if (operation < 0) {
            return node < graph.inputs() ? Operand.INPUTS : Operand.CONSTANTS;
        }
        return operation >= from && run[operation - from] != NOWHERE ? run[operation - from] : Operand.FLAT;
    }

    /** The position of a node within its source. */
    int position(int node) {
        int operation = node - graph.firstOperationNode();
        if (operation < 0) {
            return node < graph.inputs() ? node : node - graph.inputs();
        }
        return operation >= from && run[operation - from] != NOWHERE ? position[operation - from] : flat[operation];
    }

    /** The flat position of a node, or of input i the complement of i; every node that is not in a register has one. */
    int flat(int node) {
        int operation = node - graph.firstOperationNode();
        if (operation < 0) {
            return node < graph.inputs() ? ~node : node - graph.inputs();
        }
        return flat[operation];
    }
}
