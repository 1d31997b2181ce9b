package dev.gradgap.graph.schedule.maker;

import dev.gradgap.graph.Graph;
import dev.gradgap.graph.Operation;
import dev.gradgap.graph.schedule.program.IntList;
import java.util.Arrays;

/**
 * Orders the operations of a window into few groups of one operation: Kahn's algorithm, which among the operations whose
 * operands are known goes on with a kind that has one of the most urgent ready, and among such kinds with the one that
 * has most ready. Urgent is an operation from which the longest path leads on, counted in changes of kind: each of these
 * needs another group, whatever the order. A large group takes what is ready when it begins, so that its members do not
 * depend on each other; a small one takes also what becomes ready meanwhile.
 *
 * <p>Source: A. B. Kahn, Topological sorting of large networks, CACM 5(11), 1962; the priority is that of critical-path
 * list scheduling, R. L. Graham, Bounds on multiprocessing timing anomalies, SIAM J. Appl. Math. 17(2), 1969.
 */
final class WindowOrder {

    /** The least length of a group of independent operations; below, the cost of starting a run exceeds its gain. */
    static final int SHORTEST_RUN = 16;

    private static final int SCALARS = 0;
    private static final int INDEPENDENT = 1;
    private static final int CHAIN = 2;

    private static final int CODES = Operation.values().length;
    private static final int KINDS = 2 * CODES; // operations, then collapsed chains of operations

    private final Graph graph;
    private final Chains chains;
    private final int[] queueStart = new int[KINDS + 1];
    private final int[] queueHead = new int[KINDS];
    private final int[] queueEnd = new int[KINDS];
    private final int[] mostUrgent = new int[KINDS]; // of those ready
    private int from;
    private int[] urgency = {}; // the most changes of kind on a path from here on
    private int[] queues = {};
    private int[] waitsFor = {}; // how many operands of the window are not known yet
    private int[] firstReader = {}; // the head of a list of edges
    private int[] nextReader = {}; // edge 2 i + s leads to operand s of operation i
    private int[] order = {};
    private final IntList groupEnds = new IntList();
    private final IntList groupTypes = new IntList(); // SCALARS, INDEPENDENT or CHAIN

    WindowOrder(Graph graph, Chains chains) {
        this.graph = graph;
        this.chains = chains;
    }

    /** The number of groups. */
    int groups() {
        return groupEnds.size();
    }

    /** Where a group starts in the order. */
    int start(int group) {
        return group == 0 ? 0 : groupEnds.get(group - 1);
    }

    /** Where a group ends in the order. */
    int end(int group) {
        return groupEnds.get(group);
    }

    /** Whether a group is one collapsed chain. */
    boolean isChain(int group) {
        return groupTypes.get(group) == CHAIN;
    }

    /** Whether a group is long and its operations do not depend on each other. */
    boolean isIndependent(int group) {
        return groupTypes.get(group) == INDEPENDENT;
    }

    /** The operation at a place of the order; of a collapsed chain, the last. */
    int operation(int place) {
        return from + order[place];
    }

    /** Puts a group of independent operations into the order of the graph. */
    void sort(int group) {
        Arrays.sort(order, start(group), end(group));
    }

    /** Orders the operations from one to before another; their chains must have been found. */
    void arrange(int start, int end) {
        from = start;
        int size = end - start;
        makeRoom(size);
        groupEnds.clear();
        groupTypes.clear();
        connect(size);
        int placed = 0;
        for (int kind = next(); ready(kind) > 0; kind = next()) {
            if (kind >= CODES) {
                for (int chain = ready(kind); chain > 0; chain--) {
                    placed = take(kind, queueHead[kind] + 1, placed);
                    close(placed, CHAIN);
                }
            } else if (ready(kind) >= SHORTEST_RUN) {
                placed = take(kind, queueEnd[kind], placed);
                close(placed, INDEPENDENT);
            } else {
                placed = drain(kind, placed);
                close(placed, SCALARS);
            }
        }
    }

    private void close(int placed, int type) {
        groupEnds.add(placed);
        groupTypes.add(type);
    }

    private void makeRoom(int size) {
        if (order.length < size) {
            urgency = new int[size];
            queues = new int[size];
            waitsFor = new int[size];
            firstReader = new int[size];
            nextReader = new int[2 * size];
            order = new int[size];
        }
    }

    private void connect(int size) {
        Arrays.fill(queueStart, 0);
        Arrays.fill(firstReader, 0, size, -1);
        Arrays.fill(waitsFor, 0, size, 0);
        for (int i = 0; i < size; i++) {
            int target = chains.tail(from + i) - from;
            connect(graph.first(from + i), i, target, 0);
            if (graph.second(from + i) != graph.first(from + i)) {
                connect(graph.second(from + i), i, target, 1);
            }
            if (target == i) {
                queueStart[kind(i) + 1]++;
            }
        }
        for (int kind = 0; kind < KINDS; kind++) {
            queueStart[kind + 1] += queueStart[kind];
            queueHead[kind] = queueStart[kind];
            queueEnd[kind] = queueStart[kind];
        }
        Arrays.fill(mostUrgent, 0);
        for (int i = size - 1; i >= 0; i--) {
            urgency[i] = 0;
            for (int edge = firstReader[i]; edge >= 0; edge = nextReader[edge]) {
                int target = chains.tail(from + (edge >> 1)) - from;
                urgency[i] = Math.max(urgency[i], urgency[target] + (kind(target) == kind(i) ? 0 : 1));
            }
        }
        for (int i = 0; i < size; i++) {
            if (waitsFor[i] == 0 && chains.tail(from + i) == from + i) {
                makeReady(i);
            }
        }
    }

    private void connect(int operand, int i, int target, int side) {
        int producer = operand - graph.firstOperationNode() - from;
        if (producer >= 0 && chains.tail(from + producer) - from != target) {
            nextReader[2 * i + side] = firstReader[producer];
            firstReader[producer] = 2 * i + side;
            waitsFor[target]++;
        }
    }

    private int kind(int i) {
        return graph.code(from + i) + (chains.isTail(from + i) ? CODES : 0);
    }

    private void makeReady(int i) {
        int kind = kind(i);
        queues[queueEnd[kind]++] = i;
        mostUrgent[kind] = Math.max(mostUrgent[kind], urgency[i]);
    }

    private int next() {
        int next = 0;
        for (int kind = 1; kind < KINDS; kind++) {
            if (ready(kind) > 0 && (ready(next) == 0 || precedes(kind, next))) {
                next = kind;
            }
        }
        return next;
    }

    private boolean precedes(int kind, int other) {
        return mostUrgent[kind] == mostUrgent[other]
                ? ready(kind) > ready(other)
                : mostUrgent[kind] > mostUrgent[other];
    }

    private int ready(int kind) {
        return queueEnd[kind] - queueHead[kind];
    }

    private int drain(int kind, int placed) {
        int end = placed;
        while (ready(kind) > 0) {
            end = take(kind, queueEnd[kind], end);
        }
        return end;
    }

    private int take(int kind, int queueLimit, int placed) {
        int end = placed;
        mostUrgent[kind] = 0; // of what will be ready after this
        while (queueHead[kind] < queueLimit) {
            int i = queues[queueHead[kind]++];
            order[end++] = i;
            for (int edge = firstReader[i]; edge >= 0; edge = nextReader[edge]) {
                int target = chains.tail(from + (edge >> 1)) - from;
                if (--waitsFor[target] == 0) {
                    makeReady(target);
                }
            }
        }
        return end;
    }
}
