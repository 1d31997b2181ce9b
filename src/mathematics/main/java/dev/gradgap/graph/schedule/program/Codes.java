package dev.gradgap.graph.schedule.program;

/**
 * The codes of the operations that cost a few cycles as compile-time constants, so that a switch over a byte jumps at once:
 * a switch over the enum first loads the constant, its ordinal and that ordinal's place in the switch, one after another,
 * and where the processor has mispredicted the operation it waits for all three.
 */
public final class Codes {

    public static final int ADD = 0;
    static final int SUBTRACT = 1;
    public static final int MULTIPLY = 2;
    static final int DIVIDE = 3;
    static final int NEGATE = 4;
    static final int RECIPROCAL = 5;
    static final int SQUARE = 6;
    static final int SQRT = 7;
    static final int ABS = 25;
    public static final int MAX = 26;
    public static final int MIN = 27;

    private Codes() {}
}
