package dev.gradgap.workload.program;

/** What the counters of the loops around some place may be; a counter of no loop is 0. */
public final class Ranges {

    private final int[] least = new int[Index.COUNTERS.size()];
    private final int[] largest = new int[Index.COUNTERS.size()];

    public int least(int counter) {
        return least[counter];
    }

    public int largest(int counter) {
        return largest[counter];
    }

    /** Enters a loop, whose counter gets the range between its extreme bounds. */
    public void enter(Statement.Loop loop) {
        boolean up = loop.step() > 0;
        int low = up ? loop.from().least(this) : loop.to().least(this);
        int high = up ? loop.to().largest(this) - 1 : loop.from().largest(this);
        least[loop.counter()] = low;
        largest[loop.counter()] = Math.max(low, high);
    }

    /** Leaves a loop. */
    public void leave(Statement.Loop loop) {
        least[loop.counter()] = 0;
        largest[loop.counter()] = 0;
    }
}
