package dev.gradgap.graph;

import dev.gradgap.function.Angles;
import dev.gradgap.function.BinaryElemental;
import dev.gradgap.function.Choices;
import dev.gradgap.function.Elemental;
import dev.gradgap.function.Exponentials;
import dev.gradgap.function.Powers;
import dev.gradgap.function.Rational;

/**
 * The operations of a computation graph: the names and codes of what is defined as {@link Elemental}.
 *
 * <p>Operands are called x and y; a unary operation ignores y. A partial is given the operands and the value, so that it
 * can reuse what the value cost.
 */
public enum Operation {
    /** x + y; distributes the adjoint to both operands. */
    ADD(Rational.ADD),

    /** x - y. */
    SUBTRACT(Rational.SUBTRACT),

    /** x y; switches the operands: each one's partial is the other. */
    MULTIPLY(Rational.MULTIPLY),

    /** x / y. */
    DIVIDE(Rational.DIVIDE),

    /** -x. */
    NEGATE(Rational.NEGATE),

    /** 1 / x. */
    RECIPROCAL(Rational.RECIPROCAL),

    /** x². */
    SQUARE(Rational.SQUARE),

    /** √x. */
    SQRT(Powers.SQRT),

    /** x^c; the second operand is a constant. */
    POW_CONSTANT(Powers.POW_CONSTANT),

    /** x^y. */
    POW(Powers.POW),

    /** e^x. */
    EXP(Exponentials.EXP),

    /** e^x - 1. */
    EXPM1(Exponentials.EXPM1),

    /** ln x. */
    LOG(Exponentials.LOG),

    /** ln(1 + x). */
    LOG1P(Exponentials.LOG1P),

    /** sin x. */
    SIN(Angles.SIN),

    /** cos x. */
    COS(Angles.COS),

    /** tan x. */
    TAN(Angles.TAN),

    /** arcsin x. */
    ASIN(Angles.ASIN),

    /** arccos x. */
    ACOS(Angles.ACOS),

    /** arctan x. */
    ATAN(Angles.ATAN),

    /** the angle with ordinate x and abscissa y. */
    ATAN2(Angles.ATAN2),

    /** sinh x. */
    SINH(Exponentials.SINH),

    /** cosh x. */
    COSH(Exponentials.COSH),

    /** tanh x. */
    TANH(Exponentials.TANH),

    /** 1 / (1 + e^-x). */
    SIGMOID(Exponentials.SIGMOID),

    /** |x|. */
    ABS(Choices.ABS),

    /** the larger operand; routes the adjoint to it. */
    MAX(Choices.MAX),

    /** the smaller operand; routes the adjoint to it. */
    MIN(Choices.MIN),

    /** √(x² + y²). */
    HYPOT(Powers.HYPOT),

    /** ∛x. */
    CBRT(Powers.CBRT),

    /** ln(e^x + e^y). */
    LOGADDEXP(Exponentials.LOGADDEXP);

    private static final Operation[] BY_CODE = values();

    @SuppressWarnings("ImmutableEnumChecker") // definitions have no state
    private final Elemental elemental;

    private final byte code; // a field, as the arity is: sweeps ask for them at every operation
    private final int arity;

    @SuppressWarnings("EnumOrdinal") // the codes never leave the process
    Operation(Elemental elemental) {
        this.elemental = elemental;
        code = (byte) elemental.code();
        arity = elemental.arity();
        if (code != ordinal()) {
            throw new IllegalStateException(name() + " is defined with the code " + code + ", not " + ordinal());
        }
    }

    /** The operation with a {@link #code()}. */
    public static Operation of(int code) {
        return BY_CODE[code];
    }

    /** The operation that a definition defines. */
    public static Operation of(Elemental elemental) {
        return BY_CODE[elemental.code()];
    }

    /** The definition. */
    public Elemental elemental() {
        return elemental;
    }

    /** The code under which a {@link Graph} stores this operation. */
    public byte code() {
        return code;
    }

    /** 1 or 2. */
    public int arity() {
        return arity;
    }

    /** A short sign for drawings and listings, such as {@code +} or {@code sin}. */
    public String symbol() {
        return elemental.symbol();
    }

    /** Whether the second operand is a constant always. */
    public boolean takesConstant() {
        return elemental instanceof BinaryElemental binary && binary.takesConstant();
    }

    /** The value at operands x and y. */
    public double value(double x, double y) {
        return elemental.value(x, y);
    }

    /** The derivative of the value with respect to x. */
    public double firstPartial(double x, double y, double value) {
        return elemental.firstPartial(x, y, value);
    }

    /** The derivative of the value with respect to y; 0 for a unary operation. */
    public double secondPartial(double x, double y, double value) {
        return elemental.secondPartial(x, y, value);
    }
}
