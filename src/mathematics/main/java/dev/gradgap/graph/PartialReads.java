package dev.gradgap.graph;

import dev.gradgap.function.Arithmetic;
import dev.gradgap.function.BinaryElemental;
import dev.gradgap.function.Elemental;
import dev.gradgap.function.Relation;
import dev.gradgap.function.UnaryElemental;

/**
 * What the partials of an operation read: its first operand, its second, its value. What no partial reads need not be
 * kept for the reverse sweep. Found by evaluating the partials on sets of what a number is made of.
 */
public final class PartialReads {

    /** The partial reads the first operand. */
    public static final int FIRST = 1;

    /** The partial reads the second operand. */
    public static final int SECOND = 2;

    /** The partial reads the value. */
    public static final int VALUE = 4;

    private static final int COUNT = Operation.values().length;
    private static final byte[] BY_FIRST = new byte[COUNT];
    private static final byte[] BY_SECOND = new byte[COUNT];
    private static final boolean[] FIRST_IS_ONE = new boolean[COUNT];
    private static final boolean[] SECOND_IS_ONE = new boolean[COUNT];

    static {
        Sources sources = new Sources();
        for (Operation operation : Operation.values()) {
            Elemental f = operation.elemental();
            int code = f.code();
            BY_FIRST[code] = (byte) withDoubles(f, f.firstPartial(sources, FIRST, SECOND, VALUE));
            BY_SECOND[code] = (byte) withDoubles(f, f.secondPartial(sources, FIRST, SECOND, VALUE));
            FIRST_IS_ONE[code] = BY_FIRST[code] == 0 && f.firstPartial(0, 0, 0) == 1;
            SECOND_IS_ONE[code] = BY_SECOND[code] == 0 && f.secondPartial(0, 0, 0) == 1;
        }
    }

    private PartialReads() {}

    /** What the form of a partial on doubles reads as well; nothing if the partial is a constant. */
    private static int withDoubles(Elemental f, int reads) {
        if (reads == 0) {
            return 0;
        }
        int operands = f.readsOperandsOnDoubles() ? FIRST | (f.arity() == 2 ? SECOND : 0) : 0;
        return reads | operands | (f.readsValueOnDoubles() ? VALUE : 0);
    }

    /** What the partials with respect to those operands that have derivatives read, a set of bits. */
    public static int of(Operation operation, boolean firstActive, boolean secondActive) {
        return of(operation.code(), firstActive, secondActive);
    }

    /** The same for an operation's code. */
    public static int of(int code, boolean firstActive, boolean secondActive) {
        return (firstActive ? BY_FIRST[code] : 0) | (secondActive ? BY_SECOND[code] : 0);
    }

    /** Whether a partial is 1, whatever the operands are. */
    public static boolean isOne(Operation operation, boolean second) {
        return second ? SECOND_IS_ONE[operation.code()] : FIRST_IS_ONE[operation.code()];
    }

    /** Arithmetic on sets of bits. */
    private static final class Sources implements Arithmetic<Integer> {

        @Override
        public Integer constant(double value) {
            return 0;
        }

        @Override
        public Integer[] array(int length) {
            return new Integer[length];
        }

        @Override
        public Integer apply(UnaryElemental f, Integer x) {
            return x;
        }

        @Override
        public Integer apply(BinaryElemental f, Integer x, Integer y) {
            return x | y;
        }

        @Override
        public Integer select(Relation relation, Integer x, Integer y, Integer then, Integer otherwise) {
            return x | y | then | otherwise;
        }
    }
}
