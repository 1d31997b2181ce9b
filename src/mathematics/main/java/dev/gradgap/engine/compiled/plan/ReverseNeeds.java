package dev.gradgap.engine.compiled.plan;

import dev.gradgap.graph.Operation;
import dev.gradgap.graph.PartialReads;

/** What the reverse sweep over a nest reads again, and whether it computes it again or loads it. */
public final class ReverseNeeds {

    private final Nest nest;
    private final boolean[] read;

    ReverseNeeds(Nest nest) {
        this.nest = nest;
        read = new boolean[nest.size()];
        for (int j = 0; j < nest.size(); j++) {
            if (nest.isProduct(j)) {
                mark(nest.first[j]);
            } else if (!nest.isTerm(j)) {
                readByPartials(j);
            }
        }
        for (int j = nest.size() - 1; j >= 0; j--) {
            if (read[j] && isComputedAgain(j)) {
                mark(nest.first[j]);
                if (operation(j).arity() == 2) {
                    mark(nest.second[j]);
                }
            }
        }
    }

    private void readByPartials(int j) {
        if (readsFirst(j)) {
            mark(nest.first[j]);
        }
        if (readsSecond(j)) {
            mark(nest.second[j]);
        }
        if (readsValue(j)) {
            read[j] = true;
        }
    }

    private void mark(Operand operand) {
        if (operand.home() == Operand.Home.BODY) {
            read[operand.base()] = true;
        }
    }

    private Operation operation(int j) {
        return Operation.of(nest.codes[j]);
    }

    public boolean wantsFirst(int j) {
        return !nest.first[j].isConstant();
    }

    public boolean wantsSecond(int j) {
        return operation(j).arity() == 2 && !nest.second[j].isConstant();
    }

    /** Whether the partials of an item are computed from its first operand. */
    public boolean readsFirst(int j) {
        return Partials.read(PartialReads.FIRST, operation(j), wantsFirst(j), wantsSecond(j));
    }

    public boolean readsSecond(int j) {
        return Partials.read(PartialReads.SECOND, operation(j), wantsFirst(j), wantsSecond(j));
    }

    public boolean readsValue(int j) {
        return Partials.read(PartialReads.VALUE, operation(j), wantsFirst(j), wantsSecond(j));
    }

    public boolean isRead(int j) {
        return read[j];
    }

    /** Whether a value that is read is computed again rather than loaded from its slot. */
    public boolean isComputedAgain(int j) {
        return Partials.isCheap(operation(j));
    }

    /** Whether the reverse sweep loads an item's value from its slot. */
    boolean isLoaded(int j) {
        return read[j] && !isComputedAgain(j);
    }
}
