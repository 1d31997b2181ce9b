package dev.gradgap.engine.compiled.plan;

/**
 * A product over the iterations of a loop of which only the last value is used. Each lane of a vector multiplies its own
 * iterations, single iterations at the end make one more lane, so that no multiplication waits for the one before.
 *
 * <p>The reverse sweep needs, for every factor, the product of its lane before it, which the forward sweep keeps, the
 * product of its lane after it, which the reverse sweep carries, and the products of all other lanes. For these the
 * forward sweep leaves the lanes' products behind the kept ones. No division: a factor may be zero.
 *
 * <p>A lane may leave the range of doubles where the function's own product does not: of 10, 0.1, 10, 0.1 ... every other
 * lane has the tens. So each sweep says whether it can be trusted. Its value cannot if it is not a normal number. A reverse
 * sweep can if all lanes' products are moderate, so that those of all others are exact to rounding, and if what each lane
 * has carried back over all its factors is what it began with times the lane's product: had either of them over- or
 * underflowed on the way, in this order or in the other, they would differ. What is not trusted is computed again in the
 * function's own order, see {@link dev.gradgap.engine.compiled.CompiledReverseDifferentiator}.
 *
 * <p>Source: Griewank and Walther, Evaluating Derivatives, 2nd ed., SIAM 2008, sec. 3.3 (Speelpenning's product).
 *
 * @param position where in the body the factors are multiplied
 * @param start the slot of the number that the product starts from
 * @param lanes how many iterations both sweeps do side by side
 */
public record RunningProduct(int position, Operand start, int lanes) {

    /**
     * The slots behind those of the iterations: for each lane its product, that of all others, and what it has carried back
     * at the end; then whether the reverse sweep is in doubt.
     */
    int extraSlots() {
        return 3 * (lanes + 1) + 1;
    }

    /** The slot that is not 0 after a reverse sweep that cannot be trusted. */
    public int doubtSlot(Nest nest) {
        return laneSlots(nest) + 3 * (lanes + 1);
    }

    /** The slot of the product. */
    public int productSlot(Nest nest) {
        return nest.second[position].base();
    }

    /** The slot of the first lane's product. */
    public int laneSlots(Nest nest) {
        return nest.slot(position).base() + nest.iterations();
    }
}
