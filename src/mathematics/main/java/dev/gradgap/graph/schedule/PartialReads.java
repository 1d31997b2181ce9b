package dev.gradgap.graph.schedule;

import dev.gradgap.graph.Operation;

/**
 * What the partials of an operation read: its first operand, its second, its value. What no partial reads need not be
 * kept for the reverse sweep.
 */
final class PartialReads {

    /** The partial reads the first operand. */
    static final int FIRST = 1;

    /** The partial reads the second operand. */
    static final int SECOND = 2;

    /** The partial reads the value. */
    static final int VALUE = 4;

    private static final byte[] BY_FIRST = new byte[Operation.values().length];
    private static final byte[] BY_SECOND = new byte[BY_FIRST.length];

    static {
        for (Operation operation : Operation.values()) {
            BY_FIRST[operation.code()] = (byte) byFirst(operation);
            BY_SECOND[operation.code()] = (byte) bySecond(operation);
        }
    }

    private PartialReads() {}

    /** What the partials with respect to those operands that have derivatives read, a set of bits. */
    static int of(Operation operation, boolean firstActive, boolean secondActive) {
        return of(operation.code(), firstActive, secondActive);
    }

    /** The same for an operation's code. */
    static int of(int code, boolean firstActive, boolean secondActive) {
        return (firstActive ? BY_FIRST[code] : 0) | (secondActive ? BY_SECOND[code] : 0);
    }

    /** What the partial with respect to the first operand reads, a set of bits. */
    private static int byFirst(Operation operation) {
        return switch (operation) {
            case ADD, SUBTRACT, NEGATE -> 0;
            case MULTIPLY, DIVIDE -> SECOND;
            case RECIPROCAL, SQRT, EXP, TAN -> VALUE;
            case SQUARE, EXPM1, LOG, LOG1P, SIN, COS, ASIN, ACOS, ATAN, SINH, COSH, SIGMOID, ABS -> FIRST;
            case TANH -> FIRST | VALUE;
            case ATAN2, MAX, MIN -> FIRST | SECOND;
            case POW_CONSTANT, POW, HYPOT -> FIRST | SECOND | VALUE;
        };
    }

    /** What the partial with respect to the second operand reads, a set of bits; nothing if the partial is 0. */
    private static int bySecond(Operation operation) {
        return switch (operation) {
            case MULTIPLY -> FIRST;
            case DIVIDE -> SECOND | VALUE;
            case POW, HYPOT -> FIRST | SECOND | VALUE;
            case ATAN2, MAX, MIN -> FIRST | SECOND;
            default -> 0;
        };
    }
}
