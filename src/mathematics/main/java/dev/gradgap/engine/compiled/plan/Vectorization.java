package dev.gradgap.engine.compiled.plan;

import dev.gradgap.graph.Operation;

/** Decides which nests run on vectors: the only place where that is decided. */
public final class Vectorization {

    private static final int LARGEST_BODY = 120; // operations on vectors in one method
    private static final int NUMBERS_OF_REVERSE = 3; // value, adjoint and a partial or two, of which some fall away

    private Vectorization() {}

    /** How many iterations the reverse sweep over a nest does side by side; 1 if it does one by one. */
    public static int ofReverse(Nest nest, int width) {
        return lanes(nest, width, NUMBERS_OF_REVERSE);
    }

    /**
     * How many iterations a sweep forward does side by side; 1 if it does one by one. A running product has as many
     * lanes as in the reverse sweep, which finds the products of the lanes where this one leaves them.
     *
     * @param tangents how many tangents the nest's items have, all together
     */
    public static int ofForward(Nest nest, int width, int tangents) {
        int numbers = 1 + (tangents + nest.size() - 1) / nest.size();
        return lanes(nest, width, nest.product().isPresent() ? NUMBERS_OF_REVERSE : numbers);
    }

    private static int lanes(Nest nest, int width, int numbersPerItem) {
        boolean fits = width > 1 && nest.mostLanes() >= width && nest.size() * numbersPerItem <= LARGEST_BODY;
        for (int j = 0; j < nest.size() && fits; j++) {
            boolean known =
                    nest.isTerm(j) || Operation.of(nest.codes[j]).elemental().hasLanes();
            fits = known && isContiguous(nest.first[j]) && isContiguous(nest.second[j]);
        }
        return fits ? width : 1;
    }

    /** Whether successive iterations use one element, or neighbouring ones. */
    private static boolean isContiguous(Operand operand) {
        return operand.isFixed() || operand.stride() == 1;
    }
}
