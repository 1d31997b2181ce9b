package dev.gradgap.engine.compiled;

import java.util.Arrays;

/**
 * A loop, a nest of two loops, or straight code (one iteration): a body of items whose operands move by constant
 * strides.
 *
 * <p>A value that is read outside its own iteration has a slot in each iteration, numbered from the body item's first
 * slot; so has its adjoint. A value that only the reverse sweep reads again has a slot but its adjoint none.
 */
final class Nest {

    private static final int NO_SLOT = -1;

    final int start;
    final int rows;
    final int count;
    final byte[] codes;
    final Operand[] first;
    final Operand[] second;

    /** Whether no iteration reads what another one computed. */
    final boolean parallel;

    private final int[] slots;

    Nest(Repetition repetition, byte[] codes, Operand[] first, Operand[] second, boolean parallel, int[] slots) {
        start = repetition.start();
        rows = repetition.rows();
        count = repetition.count();
        this.codes = codes;
        this.first = first;
        this.second = second;
        this.parallel = parallel;
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

    boolean hasSlot(int position) {
        return slots[position] != NO_SLOT;
    }

    void setSlot(int position, int slot) {
        slots[position] = slot;
    }

    /** The slots of an item's values. */
    Operand slot(int position) {
        return Operand.element(Operand.Home.SLOT, slots[position], count, 1);
    }
}
