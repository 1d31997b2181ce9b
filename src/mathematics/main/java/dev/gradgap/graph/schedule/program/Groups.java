package dev.gradgap.graph.schedule.program;

import dev.gradgap.function.Choices;
import dev.gradgap.function.Powers;
import dev.gradgap.function.Rational;
import dev.gradgap.graph.Operation;
import dev.gradgap.graph.OperationLoops;

/**
 * Groups of equal operations in the instructions for single operations: as bytes, and their execution. A single operation of
 * few cycles is written out here, so that nothing is called for it; any other is called.
 *
 * <p>A group of up to {@value #SHORT} operations is one byte, the length above the code; a longer one three, the code, the
 * length and the code again, so that they can be read from both ends.
 */
public final class Groups {

    /** The most operations of a group. */
    public static final int LONGEST = 255;

    private static final int CODE_BITS = 5;
    private static final int CODE_MASK = (1 << CODE_BITS) - 1;
    private static final int SHORT = 7;

    private static final Operation[] OPERATIONS = Operation.values();
    private static final int[] ARITIES = new int[OPERATIONS.length];

    static {
        if (OPERATIONS.length > 1 << CODE_BITS) {
            throw new IllegalStateException(OPERATIONS.length + " operations do not fit into " + CODE_BITS + " bits");
        }
        for (Operation operation : OPERATIONS) {
            ARITIES[operation.code()] = operation.arity();
        }
    }

    private Groups() {}

    /** Appends a group. */
    public static void append(ByteList groups, int code, int length) {
        if (length <= SHORT) {
            groups.add((byte) (length << CODE_BITS | code));
        } else {
            groups.add((byte) code);
            groups.add((byte) length);
            groups.add((byte) code);
        }
    }

    /** The operation of the group at a place. */
    public static Operation operation(byte[] groups, int group) {
        return OPERATIONS[groups[group] & CODE_MASK];
    }

    /** The number of operations of the group at a place. */
    public static int length(byte[] groups, int group) {
        int n = (groups[group] & 0xFF) >> CODE_BITS;
        return n == 0 ? groups[group + 1] & 0xFF : n;
    }

    /** The place after the group at a place; -1 if it does not read the same from its end. */
    public static int next(byte[] groups, int group) {
        if ((groups[group] & 0xFF) >> CODE_BITS != 0) {
            return group + 1;
        }
        return groups[group + 2] == groups[group] ? group + 3 : -1;
    }

    /** Is told of operations one by one. */
    @FunctionalInterface
    public interface Visitor {

        /**
         * An operation.
         *
         * @param operand where its operands' positions start
         * @param result the flat position of its result
         */
        void visit(Operation operation, int operand, int result);
    }

    /** Visits all operations, last first; see {@link #adjoints} for the parameters. */
    public static void backwards(ByteList groups, int start, int end, int operandEnd, int resultEnd, Visitor visitor) {
        int p = operandEnd;
        int r = resultEnd;
        for (int group = end - 1; group >= start; group--) {
            int code = groups.get(group) & CODE_MASK;
            int n = (groups.get(group) & 0xFF) >> CODE_BITS;
            if (n == 0) {
                n = groups.get(group - 1) & 0xFF;
                group -= 2;
            }
            for (; n > 0; n--) {
                p -= ARITIES[code];
                visitor.visit(OPERATIONS[code], p, --r);
            }
        }
    }

    /**
     * Computes values.
     *
     * @param groups the groups, from {@code start} to before {@code end}
     * @param operands the flat positions of the operands, from {@code operand} on
     * @param flat the values
     * @param result the flat position of the first result
     */
    public static void values(
            byte[] groups, int start, int end, int[] operands, int operand, double[] flat, int result) {
        int p = operand;
        int r = result;
        for (int group = start; group < end; group++) {
            int code = groups[group] & CODE_MASK;
            int n = (groups[group] & 0xFF) >> CODE_BITS;
            if (n == 1) {
                double x = flat[operands[p++]];
                switch (code) {
                    case Codes.ADD -> flat[r++] = x + flat[operands[p++]];
                    case Codes.SUBTRACT -> flat[r++] = x - flat[operands[p++]];
                    case Codes.MULTIPLY -> flat[r++] = x * flat[operands[p++]];
                    case Codes.DIVIDE -> flat[r++] = x / flat[operands[p++]];
                    case Codes.NEGATE -> flat[r++] = -x;
                    case Codes.RECIPROCAL -> flat[r++] = Rational.RECIPROCAL.value(x);
                    case Codes.SQUARE -> flat[r++] = x * x;
                    case Codes.SQRT -> flat[r++] = Math.sqrt(x);
                    case Codes.ABS -> flat[r++] = Math.abs(x);
                    case Codes.MAX -> flat[r++] = Math.max(x, flat[operands[p++]]);
                    case Codes.MIN -> flat[r++] = Math.min(x, flat[operands[p++]]);
                    default -> {
                        double y = ARITIES[code] == 1 ? x : flat[operands[p++]];
                        flat[r++] = OperationLoops.of(code).value(x, y);
                    }
                }
            } else {
                if (n == 0) {
                    n = groups[group + 1] & 0xFF;
                    group += 2;
                }
                OperationLoops.of(code).values(flat, operands, p, r, n);
                p += n * ARITIES[code];
                r += n;
            }
        }
    }

    /**
     * Hands adjoints back, last group first.
     *
     * @param operandEnd where the operands end
     * @param adjoints the adjoints
     * @param resultEnd the flat position after the last result
     */
    public static void adjoints(
            byte[] groups,
            int start,
            int end,
            int[] operands,
            int operandEnd,
            double[] flat,
            double[] adjoints,
            int resultEnd) {
        int p = operandEnd;
        int r = resultEnd;
        for (int group = end - 1; group >= start; group--) {
            int code = groups[group] & CODE_MASK;
            int n = (groups[group] & 0xFF) >> CODE_BITS;
            if (n == 1) {
                double adjoint = adjoints[--r];
                double v = flat[r];
                int last = operands[--p];
                switch (code) {
                    case Codes.ADD -> {
                        int first = operands[--p];
                        adjoints[first] += adjoint;
                        adjoints[last] += adjoint;
                    }
                    case Codes.SUBTRACT -> {
                        int first = operands[--p];
                        adjoints[first] += adjoint;
                        adjoints[last] -= adjoint;
                    }
                    case Codes.MULTIPLY -> {
                        int first = operands[--p];
                        double x = flat[first];
                        double y = flat[last];
                        adjoints[first] += adjoint * Rational.MULTIPLY.firstPartial(x, y, v);
                        adjoints[last] += adjoint * Rational.MULTIPLY.secondPartial(x, y, v);
                    }
                    case Codes.DIVIDE -> {
                        int first = operands[--p];
                        double x = flat[first];
                        double y = flat[last];
                        adjoints[first] += adjoint * Rational.DIVIDE.firstPartial(x, y, v);
                        adjoints[last] += adjoint * Rational.DIVIDE.secondPartial(x, y, v);
                    }
                    case Codes.MAX -> {
                        int first = operands[--p];
                        double x = flat[first];
                        double y = flat[last];
                        adjoints[first] += adjoint * Choices.MAX.firstPartial(x, y, v);
                        adjoints[last] += adjoint * Choices.MAX.secondPartial(x, y, v);
                    }
                    case Codes.MIN -> {
                        int first = operands[--p];
                        double x = flat[first];
                        double y = flat[last];
                        adjoints[first] += adjoint * Choices.MIN.firstPartial(x, y, v);
                        adjoints[last] += adjoint * Choices.MIN.secondPartial(x, y, v);
                    }
                    case Codes.NEGATE -> adjoints[last] -= adjoint;
                    case Codes.RECIPROCAL -> adjoints[last] += adjoint * Rational.RECIPROCAL.partial(flat[last], v);
                    case Codes.SQUARE -> adjoints[last] += adjoint * Rational.SQUARE.partial(flat[last], v);
                    case Codes.SQRT -> adjoints[last] += adjoint * Powers.SQRT.partial(flat[last], v);
                    case Codes.ABS -> adjoints[last] += adjoint * Choices.ABS.partial(flat[last], v);
                    default -> {
                        p -= ARITIES[code] - 1;
                        OperationLoops.of(code).adjoints(flat, adjoints, operands, p, r, 1);
                    }
                }
            } else {
                if (n == 0) {
                    n = groups[group - 1] & 0xFF;
                    group -= 2;
                }
                p -= n * ARITIES[code];
                r -= n;
                OperationLoops.of(code).adjoints(flat, adjoints, operands, p, r, n);
            }
        }
    }
}
