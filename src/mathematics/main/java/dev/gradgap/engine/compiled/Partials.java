package dev.gradgap.engine.compiled;

import dev.gradgap.graph.Operation;

/** What the partials of an operation are computed from, and what it costs to compute a value again. */
final class Partials {

    private Partials() {}

    /** Whether both partials are 1 or -1. */
    static boolean areUnits(Operation operation) {
        return switch (operation) {
            case ADD, SUBTRACT, NEGATE -> true;
            default -> false;
        };
    }

    /** Whether the partial by one operand is -1 rather than 1, if they are units. */
    static boolean isNegative(Operation operation, boolean second) {
        return operation == Operation.NEGATE || (operation == Operation.SUBTRACT && second);
    }

    /** Whether the partials of the wanted operands are computed from the first operand. */
    static boolean readFirst(Operation operation, boolean wantFirst, boolean wantSecond) {
        return switch (operation) {
            case MULTIPLY -> wantSecond;
            case SQUARE,
                    POW_CONSTANT,
                    POW,
                    EXPM1,
                    LOG,
                    LOG1P,
                    SIN,
                    COS,
                    ASIN,
                    ACOS,
                    ATAN,
                    ATAN2,
                    SINH,
                    COSH,
                    TANH,
                    SIGMOID,
                    ABS,
                    MAX,
                    MIN,
                    HYPOT -> true;
            default -> false;
        };
    }

    /** Whether the partials of the wanted operands are computed from the second operand. */
    static boolean readSecond(Operation operation, boolean wantFirst, boolean wantSecond) {
        return switch (operation) {
            case MULTIPLY -> wantFirst;
            case DIVIDE, POW_CONSTANT, POW, ATAN2, MAX, MIN, HYPOT -> true;
            default -> false;
        };
    }

    /** Whether the partials of the wanted operands are computed from the value. */
    static boolean readValue(Operation operation, boolean wantFirst, boolean wantSecond) {
        return switch (operation) {
            case DIVIDE -> wantSecond;
            case RECIPROCAL, SQRT, POW_CONSTANT, POW, EXP, TAN, TANH, HYPOT -> true;
            default -> false;
        };
    }

    /** Whether computing a value again costs less than keeping it in memory. */
    static boolean isCheap(Operation operation) {
        return switch (operation) {
            case ADD, SUBTRACT, MULTIPLY, DIVIDE, NEGATE, RECIPROCAL, SQUARE, SQRT, ABS, MAX, MIN -> true;
            default -> false;
        };
    }
}
