package dev.gradgap.engine.compiled.plan;

import dev.gradgap.engine.compiled.plan.Operand.Home;
import java.util.Arrays;
import java.util.Optional;

/**
 * A loop, a nest of two loops, or straight code (one iteration): a body of items whose operands move by constant
 * strides.
 *
 * <p>A value that is read outside its own iteration has a slot in each iteration, numbered from the body item's first
 * slot; so has its adjoint. A value that only the reverse sweep reads again has a slot but its adjoint none.
 *
 * <p>The order of the items, iteration by iteration, is always a right one, forwards and backwards. What may deviate from
 * it is said here: an operand that no iteration of the nest computes ({@link Access#ROW}, {@link Access#ITERATION}) may
 * be loaded earlier and its adjoint added to later, as nothing in the nest waits for either; and iterations may be lanes
 * of one vector if each needs none of the others ({@link #mostLanes}).
 */
public final class Nest {

    /** The first slot of an item without slots. */
    public static final int NO_SLOT = -1;

    /** The first of the items that it stands for. */
    public final int start;

    public final int rows;

    /** The iterations of a row. */
    public final int count;

    /** What each item of the body does, as in {@link Items}. */
    public final byte[] codes;

    /** Of each item of the body. */
    public final Operand[] first;

    /** Of each item of the body: of a unary operation the first again, of a term the sum, of a product its place. */
    public final Operand[] second;

    private final Optional<RunningProduct> product;
    private final int[] slots;

    public Nest(
            Repetition repetition,
            byte[] codes,
            Operand[] first,
            Operand[] second,
            Optional<RunningProduct> product,
            int[] slots) {
        start = repetition.start();
        rows = repetition.rows();
        count = repetition.count();
        this.codes = codes;
        this.first = first;
        this.second = second;
        this.product = product;
        this.slots = slots;
    }

    public static int[] noSlots(int period) {
        int[] slots = new int[period];
        Arrays.fill(slots, NO_SLOT);
        return slots;
    }

    public int size() {
        return codes.length;
    }

    public int iterations() {
        return rows * count;
    }

    public boolean isTerm(int position) {
        return Items.isTerm(codes[position]);
    }

    public boolean isProduct(int position) {
        return codes[position] == Items.PRODUCT_TERM;
    }

    /** The running product, where the nest has one. */
    public Optional<RunningProduct> product() {
        return product;
    }

    public boolean hasSlot(int position) {
        return slots[position] != NO_SLOT;
    }

    public void setSlot(int position, int slot) {
        slots[position] = slot;
    }

    /** The slots of an item's values. */
    public Operand slot(int position) {
        return Operand.element(Home.SLOT, slots[position], count, 1);
    }

    /** How the iterations use an operand, or the sum of a term. */
    public Access access(Operand operand) {
        if (operand.home() == Home.BODY) {
            return Access.BODY;
        }
        if (operand.isOwn()) {
            return operand.distance() == 1 && rows == 1 ? Access.CARRIED : Access.AT_ONCE;
        }
        return operand.isFixed() || count == 1 ? Access.ROW : Access.ITERATION;
    }

    /**
     * The most successive iterations of a row that may be done side by side, item by item: as many as lie between a value
     * and the first iteration that needs it, one if the nest reads a sum that it adds to.
     */
    public int mostLanes() {
        int most = count;
        for (int j = 0; j < size(); j++) {
            most = Math.min(most, Math.min(lanes(first[j]), lanes(second[j])));
        }
        return most;
    }

    private int lanes(Operand operand) {
        if (!operand.isOwn()) {
            return count;
        }
        return operand.producer() == Operand.OWN_SUM ? 1 : operand.distance();
    }
}
