package dev.gradgap.plain;

import java.util.List;

/** Decides as another evaluation did; tells a listener by which numbers. For one evaluation. */
public final class Replay implements Decisions {

    /** Hears of a decision. */
    @FunctionalInterface
    interface Listener {
        void decided(int position, Object x, Object y);
    }

    private final List<Decided> path;
    private final Listener listener;
    private int position;

    Replay(List<Decided> path, Listener listener) {
        this.path = path;
        this.listener = listener;
    }

    @Override
    public double decide(Decision decision, Object x, Object y) {
        if (position == path.size() || path.get(position).decision() != decision) {
            throw new IllegalStateException(
                    "the function does not do the same at the same point twice: has it random numbers, or a memory?");
        }
        listener.decided(position, x, y);
        return path.get(position++).outcome();
    }
}
