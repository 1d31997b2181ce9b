package dev.gradgap.engine.compiled.plan;

import java.util.List;

/** A function as loops over elements of arrays. */
public final class Plan {

    private final int inputs;
    private final int sums;
    private final int slots;
    private final double[] tables;
    private final List<Nest> nests;
    private final Operand[] outputs;
    private final int width;

    /**
     * A plan.
     *
     * @param width the numbers in a vector of the machine that it is made for; 1 if it has none
     */
    public Plan(int inputs, int sums, int slots, double[] tables, List<Nest> nests, Operand[] outputs, int width) {
        this.inputs = inputs;
        this.sums = sums;
        this.slots = slots;
        this.tables = tables;
        this.nests = nests;
        this.outputs = outputs;
        this.width = width;
    }

    /** The length of the point. */
    public int inputs() {
        return inputs;
    }

    /** The number of sums, which have the first slots. */
    public int sums() {
        return sums;
    }

    /** The number of slots, and of adjoints. */
    public int slots() {
        return slots;
    }

    /** The constants that differ from iteration to iteration; not copied. */
    public double[] tables() {
        return tables;
    }

    /** The loops, in the order of evaluation. */
    public List<Nest> nests() {
        return nests;
    }

    /** Where the outputs lie; not copied. */
    public Operand[] outputs() {
        return outputs;
    }

    /** The numbers in a vector; 1 where there are none. */
    public int width() {
        return width;
    }

    /** The items that are in no loop. */
    public int straightItems() {
        return nests.stream()
                .filter(nest -> nest.iterations() == 1)
                .mapToInt(Nest::size)
                .sum();
    }
}
