package dev.gradgap.engine.compiled;

import java.util.List;

/**
 * A function as loops over elements of arrays.
 *
 * @param inputs the length of the point
 * @param sums the number of sums, which have the first slots
 * @param slots the number of slots, and of adjoints
 * @param tables the constants that differ from iteration to iteration
 * @param nests the loops, in the order of evaluation
 * @param outputs where the outputs lie
 */
record Plan(int inputs, int sums, int slots, double[] tables, List<Nest> nests, Operand[] outputs) {

    /** The items that are in no loop. */
    int straightItems() {
        return nests.stream()
                .filter(nest -> nest.iterations() == 1)
                .mapToInt(Nest::size)
                .sum();
    }

    /** Inputs, a slot for each sum and value, and tables, in bytes: adjoints and tangents come on top. */
    long bytes() {
        return 8L * (slots + (long) tables.length);
    }
}
