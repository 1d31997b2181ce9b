package dev.gradgap.graph.schedule.maker;

/**
 * One operand of a run: which nodes its elements read.
 *
 * @param source where the nodes are, one of the constants here or the number of a run of the same window
 * @param start the position of the first node there
 * @param stride the distance from one element's node to the next one's; {@link #IRREGULAR} if it varies, or if the nodes
 *     are in several places, the source being {@link #ANYWHERE}
 */
record Operand(int source, int start, int stride) {

    /** Nodes in several places. */
    static final int ANYWHERE = -4;

    /** Constants; position c is constant c. */
    static final int CONSTANTS = -3;

    /** Inputs; position i is input i. */
    static final int INPUTS = -2;

    /** Results of earlier windows, and single results; positions in the flat array. */
    static final int FLAT = -1;

    /** The stride of operands that have none. */
    static final int IRREGULAR = Integer.MIN_VALUE;

    /** The second operand of unary operations. */
    static final Operand NONE = new Operand(ANYWHERE, 0, 0);

    boolean isRegular() {
        return stride != IRREGULAR;
    }

    /** Whether the nodes are results of a run of the same window. */
    boolean isRun() {
        return source >= 0;
    }

    /** Whether the elements are, one after another, those of a whole run of a length. */
    boolean isWhole(int length, int lengthOfSource) {
        return start == 0 && stride == 1 && length == lengthOfSource;
    }
}
