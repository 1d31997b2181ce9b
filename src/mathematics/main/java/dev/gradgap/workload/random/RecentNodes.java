package dev.gradgap.workload.random;

import dev.gradgap.graph.GraphBuilder;
import dev.gradgap.workload.Seed;

/**
 * The nodes that the next operation of a random graph may use, each in a slot with its handle, the bounds of its value
 * and a bound of the 1-norm of its gradient: a ring of the latest nodes, the hub, and a constant.
 */
final class RecentNodes {

    private final int[] handles;
    private final double[] lows;
    private final double[] highs;
    private final double[] gradients;
    private final int locality;
    private final int capacity;
    private long pushed;
    private int newest = -1;

    /**
     * An empty ring.
     *
     * @param locality how many nodes before the newest can be drawn
     * @param expected an upper bound of the nodes that will be pushed
     */
    RecentNodes(int locality, long expected) {
        this.locality = locality;
        capacity = (int) Math.min(locality + 1L, expected);
        handles = new int[capacity + 2];
        lows = new double[capacity + 2];
        highs = new double[capacity + 2];
        gradients = new double[capacity + 2];
    }

    /** Makes a node the newest. */
    void push(int handle, double low, double high, double gradient) {
        newest = newest + 1 == capacity ? 0 : newest + 1;
        pushed++;
        set(newest, handle, low, high, gradient);
    }

    /** The slot of the newest node. */
    int newest() {
        return newest;
    }

    /** Whether there is a node before the newest. */
    boolean canDraw() {
        return pushed > 1;
    }

    /** The slot of one of the nodes before the newest, at most the locality away from it. */
    int draw(Seed seed) {
        int slot = newest - 1 - seed.nextInt((int) Math.min(locality, pushed - 1));
        return slot < 0 ? slot + capacity : slot;
    }

    /** The slot of the hub. */
    int hub() {
        return capacity;
    }

    /** Makes a copy of a slot the hub, which stays when the slot is used again. */
    void setHub(int slot) {
        set(hub(), handles[slot], lows[slot], highs[slot], gradients[slot]);
    }

    /** The slot of a constant; the next constant takes its place. */
    int constant(GraphBuilder builder, double value) {
        int slot = capacity + 1;
        set(slot, builder.constant(value), value, value, 0);
        return slot;
    }

    int handle(int slot) {
        return handles[slot];
    }

    double low(int slot) {
        return lows[slot];
    }

    double high(int slot) {
        return highs[slot];
    }

    double gradient(int slot) {
        return gradients[slot];
    }

    private void set(int slot, int handle, double low, double high, double gradient) {
        handles[slot] = handle;
        lows[slot] = low;
        highs[slot] = high;
        gradients[slot] = gradient;
    }
}
