package dev.gradgap.graph.schedule;

import dev.gradgap.graph.Operation;

/**
 * Groups of equal operations in the instructions for single operations: as bytes, and their execution.
 *
 * <p>A group of up to {@value #SHORT} operations is one byte, the length above the code; a longer one three, the code, the
 * length and the code again, so that they can be read from both ends.
 */
final class Groups {

    /** The most operations of a group. */
    static final int LONGEST = 255;

    private static final int CODE_BITS = 5;
    private static final int CODE_MASK = (1 << CODE_BITS) - 1;
    private static final int SHORT = 7;

    private static final Operation[] OPERATIONS = Operation.values();
    private static final int[] ARITIES = new int[OPERATIONS.length];
    private static final IndexedValues[] VALUES = new IndexedValues[OPERATIONS.length];
    private static final IndexedAdjoints[] ADJOINTS = new IndexedAdjoints[OPERATIONS.length];

    static {
        for (Operation operation : OPERATIONS) {
            ARITIES[operation.code()] = operation.arity();
            VALUES[operation.code()] = IndexedValues.of(operation);
            ADJOINTS[operation.code()] = IndexedAdjoints.of(operation);
        }
    }

    private Groups() {}

    /** Appends a group. */
    static void append(ByteList groups, int code, int length) {
        if (length <= SHORT) {
            groups.add((byte) (length << CODE_BITS | code));
        } else {
            groups.add((byte) code);
            groups.add((byte) length);
            groups.add((byte) code);
        }
    }

    /** The operation of the group at a place. */
    static Operation operation(byte[] groups, int group) {
        return OPERATIONS[groups[group] & CODE_MASK];
    }

    /** The number of operations of the group at a place. */
    static int length(byte[] groups, int group) {
        int n = (groups[group] & 0xFF) >> CODE_BITS;
        return n == 0 ? groups[group + 1] & 0xFF : n;
    }

    /** The place after the group at a place; -1 if it does not read the same from its end. */
    static int next(byte[] groups, int group) {
        if ((groups[group] & 0xFF) >> CODE_BITS != 0) {
            return group + 1;
        }
        return groups[group + 2] == groups[group] ? group + 3 : -1;
    }

    /** Is told of operations one by one. */
    @FunctionalInterface
    interface Visitor {

        /**
         * An operation.
         *
         * @param operand where its operands' positions start
         * @param result the flat position of its result
         */
        void visit(Operation operation, int operand, int result);
    }

    /** Visits all operations, last first; see {@link #adjoints} for the parameters. */
    static void backwards(ByteList groups, int start, int end, int operandEnd, int resultEnd, Visitor visitor) {
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
    static void values(byte[] groups, int start, int end, int[] operands, int operand, double[] flat, int result) {
        int p = operand;
        int r = result;
        for (int group = start; group < end; group++) {
            int code = groups[group] & CODE_MASK;
            int n = (groups[group] & 0xFF) >> CODE_BITS;
            if (n == 1) {
                double x = flat[operands[p++]];
                flat[r++] = switch (code) {
                    case Codes.ADD -> Operation.ADD.value(x, flat[operands[p++]]);
                    case Codes.SUBTRACT -> Operation.SUBTRACT.value(x, flat[operands[p++]]);
                    case Codes.MULTIPLY -> Operation.MULTIPLY.value(x, flat[operands[p++]]);
                    case Codes.DIVIDE -> Operation.DIVIDE.value(x, flat[operands[p++]]);
                    case Codes.NEGATE -> Operation.NEGATE.value(x, 0);
                    case Codes.RECIPROCAL -> Operation.RECIPROCAL.value(x, 0);
                    case Codes.SQUARE -> Operation.SQUARE.value(x, 0);
                    case Codes.SQRT -> Operation.SQRT.value(x, 0);
                    case Codes.POW_CONSTANT -> Operation.POW_CONSTANT.value(x, flat[operands[p++]]);
                    case Codes.POW -> Operation.POW.value(x, flat[operands[p++]]);
                    case Codes.EXP -> Operation.EXP.value(x, 0);
                    case Codes.EXPM1 -> Operation.EXPM1.value(x, 0);
                    case Codes.LOG -> Operation.LOG.value(x, 0);
                    case Codes.LOG1P -> Operation.LOG1P.value(x, 0);
                    case Codes.SIN -> Operation.SIN.value(x, 0);
                    case Codes.COS -> Operation.COS.value(x, 0);
                    case Codes.TAN -> Operation.TAN.value(x, 0);
                    case Codes.ASIN -> Operation.ASIN.value(x, 0);
                    case Codes.ACOS -> Operation.ACOS.value(x, 0);
                    case Codes.ATAN -> Operation.ATAN.value(x, 0);
                    case Codes.ATAN2 -> Operation.ATAN2.value(x, flat[operands[p++]]);
                    case Codes.SINH -> Operation.SINH.value(x, 0);
                    case Codes.COSH -> Operation.COSH.value(x, 0);
                    case Codes.TANH -> Operation.TANH.value(x, 0);
                    case Codes.SIGMOID -> Operation.SIGMOID.value(x, 0);
                    case Codes.ABS -> Operation.ABS.value(x, 0);
                    case Codes.MAX -> Operation.MAX.value(x, flat[operands[p++]]);
                    case Codes.MIN -> Operation.MIN.value(x, flat[operands[p++]]);
                    case Codes.HYPOT -> Operation.HYPOT.value(x, flat[operands[p++]]);
                    default -> throw new IllegalArgumentException("no operation has the code " + code);
                };
            } else {
                if (n == 0) {
                    n = groups[group + 1] & 0xFF;
                    group += 2;
                }
                VALUES[code].apply(flat, operands, p, r, n);
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
    static void adjoints(
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
                        adjoints[first] += adjoint * Operation.MULTIPLY.firstPartial(x, y, v);
                        adjoints[last] += adjoint * Operation.MULTIPLY.secondPartial(x, y, v);
                    }
                    case Codes.DIVIDE -> {
                        int first = operands[--p];
                        double x = flat[first];
                        double y = flat[last];
                        adjoints[first] += adjoint * Operation.DIVIDE.firstPartial(x, y, v);
                        adjoints[last] += adjoint * Operation.DIVIDE.secondPartial(x, y, v);
                    }
                    case Codes.POW_CONSTANT -> {
                        int first = operands[--p];
                        double x = flat[first];
                        double y = flat[last];
                        adjoints[first] += adjoint * Operation.POW_CONSTANT.firstPartial(x, y, v);
                    }
                    case Codes.POW -> {
                        int first = operands[--p];
                        double x = flat[first];
                        double y = flat[last];
                        adjoints[first] += adjoint * Operation.POW.firstPartial(x, y, v);
                        adjoints[last] += adjoint * Operation.POW.secondPartial(x, y, v);
                    }
                    case Codes.ATAN2 -> {
                        int first = operands[--p];
                        double x = flat[first];
                        double y = flat[last];
                        adjoints[first] += adjoint * Operation.ATAN2.firstPartial(x, y, v);
                        adjoints[last] += adjoint * Operation.ATAN2.secondPartial(x, y, v);
                    }
                    case Codes.MAX -> {
                        int first = operands[--p];
                        double x = flat[first];
                        double y = flat[last];
                        adjoints[first] += adjoint * Operation.MAX.firstPartial(x, y, v);
                        adjoints[last] += adjoint * Operation.MAX.secondPartial(x, y, v);
                    }
                    case Codes.MIN -> {
                        int first = operands[--p];
                        double x = flat[first];
                        double y = flat[last];
                        adjoints[first] += adjoint * Operation.MIN.firstPartial(x, y, v);
                        adjoints[last] += adjoint * Operation.MIN.secondPartial(x, y, v);
                    }
                    case Codes.HYPOT -> {
                        int first = operands[--p];
                        double x = flat[first];
                        double y = flat[last];
                        adjoints[first] += adjoint * Operation.HYPOT.firstPartial(x, y, v);
                        adjoints[last] += adjoint * Operation.HYPOT.secondPartial(x, y, v);
                    }
                    case Codes.NEGATE -> adjoints[last] -= adjoint;
                    case Codes.RECIPROCAL -> adjoints[last] += adjoint * Operation.RECIPROCAL.firstPartial(0, 0, v);
                    case Codes.SQUARE -> adjoints[last] += adjoint * Operation.SQUARE.firstPartial(flat[last], 0, v);
                    case Codes.SQRT -> adjoints[last] += adjoint * Operation.SQRT.firstPartial(0, 0, v);
                    case Codes.EXP -> adjoints[last] += adjoint * Operation.EXP.firstPartial(0, 0, v);
                    case Codes.EXPM1 -> adjoints[last] += adjoint * Operation.EXPM1.firstPartial(flat[last], 0, v);
                    case Codes.LOG -> adjoints[last] += adjoint * Operation.LOG.firstPartial(flat[last], 0, v);
                    case Codes.LOG1P -> adjoints[last] += adjoint * Operation.LOG1P.firstPartial(flat[last], 0, v);
                    case Codes.SIN -> adjoints[last] += adjoint * Operation.SIN.firstPartial(flat[last], 0, v);
                    case Codes.COS -> adjoints[last] += adjoint * Operation.COS.firstPartial(flat[last], 0, v);
                    case Codes.TAN -> adjoints[last] += adjoint * Operation.TAN.firstPartial(0, 0, v);
                    case Codes.ASIN -> adjoints[last] += adjoint * Operation.ASIN.firstPartial(flat[last], 0, v);
                    case Codes.ACOS -> adjoints[last] += adjoint * Operation.ACOS.firstPartial(flat[last], 0, v);
                    case Codes.ATAN -> adjoints[last] += adjoint * Operation.ATAN.firstPartial(flat[last], 0, v);
                    case Codes.SINH -> adjoints[last] += adjoint * Operation.SINH.firstPartial(flat[last], 0, v);
                    case Codes.COSH -> adjoints[last] += adjoint * Operation.COSH.firstPartial(flat[last], 0, v);
                    case Codes.TANH -> adjoints[last] += adjoint * Operation.TANH.firstPartial(flat[last], 0, v);
                    case Codes.SIGMOID -> adjoints[last] += adjoint * Operation.SIGMOID.firstPartial(flat[last], 0, v);
                    case Codes.ABS -> adjoints[last] += adjoint * Operation.ABS.firstPartial(flat[last], 0, v);
                    default -> throw new IllegalArgumentException("no operation has the code " + code);
                }
            } else {
                if (n == 0) {
                    n = groups[group - 1] & 0xFF;
                    group -= 2;
                }
                p -= n * ARITIES[code];
                r -= n;
                ADJOINTS[code].apply(flat, adjoints, operands, p, r, n);
            }
        }
    }
}
