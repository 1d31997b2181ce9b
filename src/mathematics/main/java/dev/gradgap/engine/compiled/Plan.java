package dev.gradgap.engine.compiled;

import java.util.List;

/** A function as loops over elements of arrays. */
final class Plan {

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
    Plan(int inputs, int sums, int slots, double[] tables, List<Nest> nests, Operand[] outputs, int width) {
        this.inputs = inputs;
        this.sums = sums;
        this.slots = slots;
        this.tables = tables;
        this.nests = nests;
        this.outputs = outputs;
        this.width = width;
    }

    /** The length of the point. */
    int inputs() {
        return inputs;
    }

    /** The number of sums, which have the first slots. */
    int sums() {
        return sums;
    }

    /** The number of slots, and of adjoints. */
    int slots() {
        return slots;
    }

    /** The constants that differ from iteration to iteration; not copied. */
    double[] tables() {
        return tables;
    }

    /** The loops, in the order of evaluation. */
    List<Nest> nests() {
        return nests;
    }

    /** Where the outputs lie; not copied. */
    Operand[] outputs() {
        return outputs;
    }

    /** The numbers in a vector; 1 where there are none. */
    int width() {
        return width;
    }

    /** The items that are in no loop. */
    int straightItems() {
        return nests.stream()
                .filter(nest -> nest.iterations() == 1)
                .mapToInt(Nest::size)
                .sum();
    }
}
