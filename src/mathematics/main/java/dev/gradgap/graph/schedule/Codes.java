package dev.gradgap.graph.schedule;

/**
 * The codes of the operations as compile-time constants, so that a switch over a byte jumps at once: a switch over the
 * enum first loads the constant, its ordinal and that ordinal's place in the switch, one after another, and where the
 * processor has mispredicted the operation it waits for all three.
 */
final class Codes {

    static final int ADD = 0;
    static final int SUBTRACT = 1;
    static final int MULTIPLY = 2;
    static final int DIVIDE = 3;
    static final int NEGATE = 4;
    static final int RECIPROCAL = 5;
    static final int SQUARE = 6;
    static final int SQRT = 7;
    static final int POW_CONSTANT = 8;
    static final int POW = 9;
    static final int EXP = 10;
    static final int EXPM1 = 11;
    static final int LOG = 12;
    static final int LOG1P = 13;
    static final int SIN = 14;
    static final int COS = 15;
    static final int TAN = 16;
    static final int ASIN = 17;
    static final int ACOS = 18;
    static final int ATAN = 19;
    static final int ATAN2 = 20;
    static final int SINH = 21;
    static final int COSH = 22;
    static final int TANH = 23;
    static final int SIGMOID = 24;
    static final int ABS = 25;
    static final int MAX = 26;
    static final int MIN = 27;
    static final int HYPOT = 28;

    private Codes() {}
}
