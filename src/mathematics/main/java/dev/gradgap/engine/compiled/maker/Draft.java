package dev.gradgap.engine.compiled.maker;

import dev.gradgap.engine.compiled.plan.Items;
import dev.gradgap.engine.compiled.plan.Nest;
import dev.gradgap.engine.compiled.plan.Operand;
import dev.gradgap.engine.compiled.plan.Operand.Home;
import dev.gradgap.engine.compiled.plan.Repetition;
import dev.gradgap.engine.compiled.plan.RunningProduct;
import dev.gradgap.engine.compiled.plan.Vectorization;
import dev.gradgap.graph.Operation;
import java.util.Arrays;
import java.util.Optional;

/** A nest in the making: the operands of its body, as places or as references to results that have no places yet. */
final class Draft {

    private static final int NONE = -1;

    private final Items items;
    final Repetition repetition;
    private final Operand[] first;
    private final Operand[] second;
    private final Reference[] firstReference;
    private final Reference[] secondReference;
    private final boolean[] demanded; // positions whose results are read outside their iteration
    private final boolean[] claimed; // positions whose results a later loop wants before its own
    private final int[] slots;
    private int product = NONE; // the position of a running product

    Draft(Items items, Repetition repetition) {
        this.items = items;
        this.repetition = repetition;
        int period = repetition.period();
        first = new Operand[period];
        second = new Operand[period];
        firstReference = new Reference[period];
        secondReference = new Reference[period];
        demanded = new boolean[period];
        claimed = new boolean[period];
        slots = Nest.noSlots(period);
    }

    int size() {
        return first.length;
    }

    boolean holds(int item) {
        return item >= repetition.start() && item < repetition.end();
    }

    void place(int position, boolean isSecond, Operand operand) {
        (isSecond ? second : first)[position] = operand;
    }

    void refer(int position, boolean isSecond, Reference reference) {
        (isSecond ? secondReference : firstReference)[position] = reference;
    }

    /** Makes a unary operation's second operand the first, as in a graph. */
    void repeatFirst(int position) {
        second[position] = first[position];
        secondReference[position] = firstReference[position];
    }

    /** Tells the owners of all references that their results are read. */
    void demandAll() {
        for (int j = 0; j < size(); j++) {
            demand(firstReference[j]);
            demand(secondReference[j]);
        }
    }

    private static void demand(Reference reference) {
        if (reference != null) {
            reference.owner.demand(reference.position);
        }
    }

    void demand(int position) {
        demanded[position] = true;
    }

    boolean isDemanded(int position) {
        return demanded[position];
    }

    void claim(int position) {
        claimed[position] = true;
        demanded[position] = true;
    }

    boolean isClaimed(int position) {
        return claimed[position];
    }

    int slot(int position) {
        return slots[position];
    }

    void setSlot(int position, int slot) {
        slots[position] = slot;
    }

    /** How many iterations before the nest's first one an item's results are read by the nest itself. */
    int lead(int position) {
        int lead = 0;
        for (int j = 0; j < size(); j++) {
            lead = Math.max(lead, Math.max(lead(firstReference[j], position), lead(secondReference[j], position)));
        }
        return lead;
    }

    private int lead(Reference reference, int position) {
        return isOwn(reference) && reference.position == position ? -reference.iteration : 0;
    }

    private boolean isOwn(Reference reference) {
        return reference != null && reference.owner == this;
    }

    // Running products

    int product() {
        return product;
    }

    void setProduct(int position) {
        product = position;
    }

    /**
     * The position of the only item that reads the nest's own earlier results if it multiplies its own last one by
     * something else, and nothing else of the nest reads it; -1 if there is no such item.
     */
    int runningProduct() {
        int found = NONE;
        for (int j = 0; j < size(); j++) {
            boolean firstOwn = isOwn(firstReference[j]);
            boolean secondOwn = isOwn(secondReference[j]);
            if (!firstOwn && !secondOwn) {
                continue;
            }
            Reference own = firstOwn ? firstReference[j] : secondReference[j];
            boolean running = items.codes[repetition.start() + j] == Operation.MULTIPLY.code()
                    && firstOwn != secondOwn
                    && own.position == j
                    && own.iteration == -1;
            if (!running || found != NONE) {
                return NONE;
            }
            found = j;
        }
        return found != NONE && repetition.rows() == 1 && !isReadInBody(found) && !addsToWhatItReads() ? found : NONE;
    }

    private boolean isReadInBody(int position) {
        for (int j = 0; j < size(); j++) {
            if (isBody(first[j], position) || isBody(second[j], position)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isBody(Operand operand, int position) {
        return operand != null && operand.home() == Home.BODY && operand.base() == position;
    }

    /** Whether a reference is the one by which a running product reads its own last value. */
    boolean isOwnReference(Reference reference, int position) {
        return reference == firstReference[position] || reference == secondReference[position];
    }

    // Sums

    private boolean addsToWhatItReads() {
        for (int j = 0; j < size(); j++) {
            if (isTerm(j) && isReadHere(second[j])) {
                return true;
            }
        }
        return false;
    }

    private boolean isTerm(int position) {
        return Items.isTerm(items.codes[repetition.start() + position]);
    }

    private boolean isSum(Operand operand) {
        return operand != null && operand.home() == Home.SLOT && operand.base() < items.sums;
    }

    private boolean isReadHere(Operand sum) {
        for (int j = 0; j < size(); j++) {
            if (meets(first[j], sum) || (!isTerm(j) && meets(second[j], sum))) {
                return true;
            }
        }
        return false;
    }

    private boolean isAddedToHere(Operand sum) {
        for (int j = 0; j < size(); j++) {
            if (isTerm(j) && meets(second[j], sum)) {
                return true;
            }
        }
        return false;
    }

    private boolean meets(Operand operand, Operand sum) {
        int rows = repetition.rows();
        int count = repetition.count();
        return isSum(operand)
                && operand.lowest(rows, count) <= sum.highest(rows, count)
                && operand.highest(rows, count) >= sum.lowest(rows, count);
    }

    // The nest

    /**
     * The nest, once all results have slots.
     *
     * @param productStart the place of what its running product starts from, where it has one
     */
    Nest finish(Optional<Operand> productStart, int width) {
        byte[] codes = Arrays.copyOfRange(items.codes, repetition.start(), repetition.start() + size());
        Operand[] finishedFirst = new Operand[size()];
        Operand[] finishedSecond = new Operand[size()];
        for (int j = 0; j < size(); j++) {
            finishedFirst[j] = finished(first[j], firstReference[j], false);
            finishedSecond[j] = finished(second[j], secondReference[j], isTerm(j));
        }
        int[] kept = slots.clone();
        if (product == NONE) {
            return new Nest(repetition, codes, finishedFirst, finishedSecond, Optional.empty(), kept);
        }
        if (isOwn(firstReference[product])) {
            finishedFirst[product] = finishedSecond[product];
        }
        int last = slots[product] + repetition.iterations() - 1;
        finishedSecond[product] = Operand.element(Home.SLOT, last, 0, 0);
        codes[product] = Items.PRODUCT_TERM;
        kept[product] = Nest.NO_SLOT; // the reverse sweep decides what to keep
        Nest scalar = new Nest(repetition, codes, finishedFirst, finishedSecond, Optional.empty(), kept);
        RunningProduct running =
                new RunningProduct(product, productStart.orElseThrow(), Vectorization.ofReverse(scalar, width));
        return new Nest(repetition, codes, finishedFirst, finishedSecond, Optional.of(running), kept);
    }

    private Operand finished(Operand operand, Reference reference, boolean target) {
        if (reference != null) {
            return reference.operand(this);
        }
        boolean own = isSum(operand) && (target ? isReadHere(operand) : isAddedToHere(operand));
        return own ? operand.asOwnSum() : operand;
    }
}
