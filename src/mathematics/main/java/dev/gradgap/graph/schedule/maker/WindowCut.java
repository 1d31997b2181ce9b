package dev.gradgap.graph.schedule.maker;

import dev.gradgap.graph.Graph;

/**
 * Chooses where a window of the graph's operations ends: where the fewest results are waiting for their last use, which
 * in a graph traced from a loop is between two iterations; among such places, where an operand's stride changes, which is
 * between two iterations of the outer loop.
 */
final class WindowCut {

    private static final int LONGEST_PERIOD = 16; // operations in an inner loop
    private static final int MANY_WAITING = 64; // results that make it worth looking further
    private static final int LONGEST_STRETCH = 4; // how much further, as a factor

    private final Graph graph;
    private final Uses uses;
    private int start; // of the window
    private int waitingAtStart;
    private int best; // end of the window
    private int fewest; // results waiting there
    private boolean bestBreaks; // whether a stride changes there

    WindowCut(Graph graph, Uses uses) {
        this.graph = graph;
        this.uses = uses;
    }

    /**
     * The end of a window.
     *
     * @param from its first operation: the end of the window before, or its start again, to have it end elsewhere
     * @param target about how many operations it should have; at least half as many if the graph does, at most four
     *     times as many
     */
    int end(int from, int target) {
        if (from != start) {
            waitingAtStart = fewest;
            start = from;
        }
        for (int limit = target; limit <= LONGEST_STRETCH * target; limit *= 2) {
            if (graph.operations() - from <= limit) {
                return graph.operations();
            }
            search(from, limit);
            if (fewest < MANY_WAITING || bestBreaks) {
                break;
            }
        }
        return best;
    }

    private void search(int from, int target) {
        int earliest = from + target / 2;
        int latest = from + target;
        int waiting = waitingAtStart;
        fewest = Integer.MAX_VALUE;
        bestBreaks = false;
        for (int k = from; k < latest; k++) {
            waiting += change(k);
            if (k + 1 >= earliest && waiting <= fewest) {
                boolean breaks = strideChanges(k + 1);
                if (waiting < fewest || breaks || !bestBreaks) {
                    best = k + 1;
                    bestBreaks = breaks;
                }
                fewest = waiting;
            }
        }
    }

    /** Whether operation k is the first that reads something else than the last ones of its kind lead one to expect. */
    private boolean strideChanges(int k) {
        int period = period(k);
        int before = k - period;
        return period > 0 && before - 2 * period >= 0 && !continues(k, period) && continues(before, period);
    }

    /** How far before k there is an operation of the same kind; 0 if that is too far. */
    private int period(int k) {
        for (int period = 1; period <= LONGEST_PERIOD && period <= k; period++) {
            if (graph.code(k - period) == graph.code(k)) {
                return period;
            }
        }
        return 0;
    }

    private boolean continues(int k, int period) {
        int before = k - period;
        int again = before - period;
        return graph.code(again) == graph.code(k)
                && graph.first(k) - graph.first(before) == graph.first(before) - graph.first(again)
                && graph.second(k) - graph.second(before) == graph.second(before) - graph.second(again);
    }

    /** By how much operation k changes the number of results that are waiting. */
    private int change(int k) {
        int first = graph.first(k) - graph.firstOperationNode();
        int second = graph.second(k) - graph.firstOperationNode();
        int change = uses.last(k) > k ? 1 : 0;
        if (first >= 0 && uses.last(first) == k) {
            change--;
        }
        if (second >= 0 && second != first && uses.last(second) == k) {
            change--;
        }
        return change;
    }
}
