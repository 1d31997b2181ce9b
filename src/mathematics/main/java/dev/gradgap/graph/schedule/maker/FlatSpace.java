package dev.gradgap.graph.schedule.maker;

import java.util.BitSet;
import java.util.Comparator;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;

/** The flat positions that are used again and again. */
final class FlatSpace {

    private record Loan(int start, int length, int last) {}

    private final TreeMap<Integer, Integer> free = new TreeMap<>(); // length by start; no two ranges touch
    private final PriorityQueue<Loan> loans = new PriorityQueue<>(Comparator.comparingInt(Loan::last));
    private final BitSet reusable = new BitSet();

    /** Takes a free range of a length and returns its start, or -1 if there is none. */
    @SuppressWarnings("ModifyCollectionInEnhancedForLoop") // and returns at once
    int take(int length) {
        for (Map.Entry<Integer, Integer> range : free.entrySet()) {
            if (range.getValue() >= length) {
                int start = range.getKey();
                int rest = range.getValue() - length;
                free.remove(start);
                if (rest > 0) {
                    free.put(start + length, rest);
                }
                return start;
            }
        }
        return -1;
    }

    /** Notes that a range is in use up to and including an operation. */
    void lend(int start, int length, int last) {
        reusable.set(start, start + length);
        loans.add(new Loan(start, length, last));
    }

    /** Frees the ranges that no operation from one on uses. */
    void free(int end) {
        while (!loans.isEmpty() && loans.peek().last() < end) {
            Loan loan = loans.remove();
            add(loan.start(), loan.length());
        }
    }

    private void add(int start, int length) {
        int from = start;
        int to = start + length;
        Map.Entry<Integer, Integer> before = free.lowerEntry(start);
        if (before != null && before.getKey() + before.getValue() == start) {
            from = before.getKey();
        }
        Integer after = free.remove(to);
        if (after != null) {
            to += after;
        }
        free.put(from, to - from);
    }

    /** Whether a position was ever lent. */
    boolean isReusable(int at) {
        return reusable.get(at);
    }
}
