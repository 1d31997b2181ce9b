package dev.gradgap.engine.compiled;

import java.util.Arrays;
import java.util.Optional;

/**
 * A loop, a nest of two loops, or straight code (one iteration): a body of items whose operands move by constant
 * strides.
 *
 * <p>A value that is read outside its own iteration has a slot in each iteration, numbered from the body item's first
 * slot; so has its adjoint. A value that only the reverse sweep reads again has a slot but its adjoint none.
 */
final class Nest {

    /** The first slot of an item without slots. */
    static final int NO_SLOT = -1;

    final int start;
    final int rows;
    final int count;
    final byte[] codes;
    final Operand[] first;
    final Operand[] second;

    /** Whether no iteration reads what another one computed. */
    final boolean parallel;

    /** The slot of the number that a running product starts from, where the nest has one. */
    final Optional<Operand> productStart;

    private final int[] slots;

    Nest(
            Repetition repetition,
            byte[] codes,
            Operand[] first,
            Operand[] second,
            boolean parallel,
            Optional<Operand> productStart,
            int[] slots) {
        start = repetition.start();
        rows = repetition.rows();
        count = repetition.count();
        this.codes = codes;
        this.first = first;
        this.second = second;
        this.parallel = parallel;
        this.productStart = productStart;
        this.slots = slots;
    }

    static int[] noSlots(int period) {
        int[] slots = new int[period];
        Arrays.fill(slots, NO_SLOT);
        return slots;
    }

    int size() {
        return codes.length;
    }

    int iterations() {
        return rows * count;
    }

    boolean isTerm(int position) {
        return Items.isTerm(codes[position]);
    }

    boolean isProduct(int position) {
        return codes[position] == Items.PRODUCT_TERM;
    }

    boolean hasSlot(int position) {
        return slots[position] != NO_SLOT;
    }

    void setSlot(int position, int slot) {
        slots[position] = slot;
    }

    /**
     * The item whose value of the iteration before an operand is, in a loop that hands it on; {@link #NO_SLOT} if the
     * operand is anything else.
     */
    int handedOn(Operand operand) {
        if (!parallel && rows == 1 && operand.home() == Operand.Home.SLOT && operand.stride() == 1) {
            for (int j = 0; j < slots.length; j++) {
                if (slots[j] != NO_SLOT && slots[j] == operand.base() + 1) {
                    return j;
                }
            }
        }
        return NO_SLOT;
    }

    /** The slots of an item's values. */
    Operand slot(int position) {
        return Operand.element(Operand.Home.SLOT, slots[position], count, 1);
    }
}
