package dev.gradgap.graph.schedule.program;

/**
 * What the sweeps execute: instructions of {@value #WIDTH} ints each, in the order of the forward sweep, and what they
 * refer to.
 *
 * <p>An instruction is a kind, an operation, a length, two operands and a result. Operands and results live in
 * <ul>
 *   <li>the flat array: constants first, then results, then those inputs that are not read as ranges; values and
 *       adjoints each have one, with the same positions;
 *   <li>registers, arrays of {@value #REGISTER_LENGTH} doubles, for runs that others read as a whole from start to end;
 *       their values are moreover stored where the reverse sweep reads them;
 *   <li>the caller's arrays of inputs and of their adjoints.
 * </ul>
 *
 * @param inputs the number of inputs
 * @param code the instructions
 * @param indices the flat positions that operands in irregular order refer to
 * @param scalarGroups the operations of the scalar instructions, see {@link Groups}
 * @param scalarOperands the flat positions of their operands, one or two each
 * @param constants the values at the start of the flat array
 * @param flatLength the length of the flat array
 * @param storedLength how many values of registers are stored
 * @param windowStoredLength how many values of repeated runs are stored for a window at once, at most
 * @param registers the number of registers
 * @param loads the inputs that are copied into the flat array: input, flat position and length of each range
 * @param outputs the flat positions of the outputs
 * @param inputZeros start and end of each range of the inputs' adjoints that has to be zero before the reverse sweep
 * @param reassociated whether reductions may combine their operands in another order
 */
@SuppressWarnings("ArrayRecordComponent") // read in loops and never compared
public record Program(
        int inputs,
        int[] code,
        int[] indices,
        byte[] scalarGroups,
        int[] scalarOperands,
        double[] constants,
        int flatLength,
        int storedLength,
        int windowStoredLength,
        int registers,
        int[] loads,
        int[] outputs,
        int[] inputZeros,
        boolean reassociated) {

    /** The most elements of a run, so that the registers of a few runs fit into the first-level cache. */
    public static final int REGISTER_LENGTH = 512;

    /** The ints of an instruction. */
    public static final int WIDTH = 11;

    // Positions in an instruction.
    static final int KIND = 0; // kind and flag, and operation above KIND_BITS
    public static final int LENGTH = 1;
    public static final int FIRST = 2; // operand: place and flags, base, extra
    public static final int SECOND = 5;
    public static final int RESULT = 8;

    public static final int KIND_BITS = 4;
    public static final int KIND_MASK = 3;

    /** result[i] = operation(first[i], second[i]). */
    public static final int RUN = 0;

    /** result = operation over first[0], first[1], ... after second, if there is one. */
    public static final int REDUCTION = 1;

    /**
     * Single operations one after another. FIRST: start in the groups, start in the operands, end in the operands;
     * SECOND: nothing, end in the groups.
     */
    public static final int SCALARS = 2;

    /** The end of a window with repeated runs. LENGTH: the number of instructions before it that belong to the window. */
    public static final int WINDOW = 3;

    /**
     * With the kind of a run: its values are not kept but computed again, before the reverse sweep of its window, as
     * those of other runs of the window need them.
     */
    public static final int REPEATED = 4;

    /** With a kind: the reverse sweep reads nothing of it, nor of what follows from it. */
    public static final int UNREAD = 8;

    /** The extra of a register whose value is not needed. */
    public static final int NOT_STORED = -1;

    /** No operand. */
    public static final int NONE = 0;

    /**
     * A register; base: its number; extra: where its value is stored, or NOT_STORED, or NOT_STORED - 1 - s if it is
     * stored for its window at s.
     */
    public static final int REGISTER = 1;

    /** Inputs; base: the first; extra: the stride. */
    public static final int INPUT = 2;

    /** Flat positions; base: the first; extra: the stride. */
    public static final int FLAT = 3;

    /** Flat positions in any order; base: where they start in the indices. */
    public static final int INDEXED = 4;

    public static final int PLACE_MASK = 7;

    /** The operand has derivatives. */
    public static final int ACTIVE = 8;

    /** The reverse sweep is the first to touch these adjoints here: it assigns instead of adding. */
    public static final int ASSIGN = 16;

    /** The bytes of the arrays. */
    public long bytes() {
        return 4L
                        * ((long) code.length
                                + indices.length
                                + scalarOperands.length
                                + loads.length
                                + outputs.length
                                + inputZeros.length)
                + scalarGroups.length
                + 8L * constants.length;
    }
}
