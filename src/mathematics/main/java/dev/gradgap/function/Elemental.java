package dev.gradgap.function;

import java.util.List;

/**
 * An operation, and all there is to say about it: its value, its partials, what engines may do with it. Everything that
 * differentiates, draws, checks or generates operations is made from these definitions; each is a constant of one of the
 * classes {@link Rational}, {@link Powers}, {@link Exponentials}, {@link Angles} and {@link Choices}.
 *
 * <p>Operands are called x and y; an operation on one operand ignores y. A partial is given the operands and the value,
 * so that it can reuse what the value cost. The partials are written in generic arithmetic, so that they can be
 * differentiated again, checked in decimal numbers, or turned into vector code. Where that form is too slow on doubles,
 * or loses digits at the ends of their range, a definition has a form on doubles beside it.
 *
 * <p>Value and partials on doubles are right to a few units in the last place at all finite operands at which the value
 * is finite, the tails included, where a partial such as 1 - tanh² cannot be had from the rounded value. One exception: a
 * quotient that is subnormal has fewer digits, and hands them on to its partial -v/y. Where a value is finite but the
 * derivative does not exist, the conventions of {@link Arithmetic} hold.
 *
 * <p>Each definition is a class of its own: a call such as {@code Angles.SIN.value(x)} has a receiver known to the
 * compiler and is inlined, whichever other operations the program uses.
 *
 * <p>Source of the partials: Griewank and Walther, Evaluating Derivatives, 2nd ed., SIAM 2008, table 2.3 and sec. 14.2.
 */
public abstract sealed class Elemental permits UnaryElemental, BinaryElemental {

    /** What a value costs to compute, compared with keeping it in memory. */
    public enum Cost {
        /** An instruction of a few cycles. */
        ARITHMETIC,
        /** An instruction of some ten cycles, still less than a value from memory costs. */
        DIVISION,
        /** A function. */
        FUNCTION
    }

    /** Instead of the name of a vector operator: there is no code on vectors. */
    protected static final String NO_LANES = "";

    /** Instead of the name of a vector operator: on vectors the value is what it is {@code composed} of. */
    protected static final String COMPOSED = "composed";

    private final int code;
    private final String symbol;
    private final Cost cost;
    private final String lanes;

    Elemental(int code, String symbol, Cost cost, String lanes) {
        this.code = code;
        this.symbol = symbol;
        this.cost = cost;
        this.lanes = lanes;
    }

    /** The number under which graphs note this operation, 0 for the first. */
    public final int code() {
        return code;
    }

    /** A short sign for drawings and listings, such as {@code +} or {@code sin}. */
    public final String symbol() {
        return symbol;
    }

    /** What a value costs. */
    public final Cost cost() {
        return cost;
    }

    /** Whether there is code on vectors. */
    public final boolean hasLanes() {
        return !lanes.equals(NO_LANES);
    }

    /** Whether on vectors the value is what it is composed of. */
    public final boolean isComposedInLanes() {
        return lanes.equals(COMPOSED);
    }

    /** The name of the value among {@code jdk.incubator.vector.VectorOperators}, if it is one of them. */
    public final String laneOperator() {
        return lanes;
    }

    /** 1 or 2. */
    public abstract int arity();

    /** The value at operands x and y. */
    public abstract double value(double x, double y);

    /** The derivative of the value with respect to x. */
    public abstract double firstPartial(double x, double y, double value);

    /** The derivative of the value with respect to y; 0 if there is no y. */
    public abstract double secondPartial(double x, double y, double value);

    /** The derivative of the value with respect to x, in any arithmetic. */
    public abstract <T> T firstPartial(Arithmetic<T> a, T x, T y, T value);

    /** The derivative of the value with respect to y, in any arithmetic; 0 if there is no y. */
    public abstract <T> T secondPartial(Arithmetic<T> a, T x, T y, T value);

    /** Calls the method of an arithmetic that is this operation. */
    public abstract <T> T on(Arithmetic<T> a, T x, T y);

    /**
     * The value by operations that every arithmetic has, {@code select} not among them: for number types that know nothing
     * better, and for oracles.
     *
     * @throws UnsupportedOperationException if it is not known by others
     */
    public abstract <T> T composed(Arithmetic<T> a, T x, T y);

    /** Whether the form of the partials on doubles reads an operand that the generic one does not. */
    public boolean readsOperandsOnDoubles() {
        return false;
    }

    /** Whether the form of the partials on doubles reads the value where the generic one does not. */
    public boolean readsValueOnDoubles() {
        return false;
    }

    /** How far x and y are, at the least, from where the partials change by about themselves; 1 where nothing is near. */
    public double reach(double x, double y) {
        return 1;
    }

    /** Where it has a value and no derivative, or a derivative that is easily lost. */
    public List<Convention> conventions() {
        return List.of();
    }

    final UnsupportedOperationException unknown() {
        return new UnsupportedOperationException("an arithmetic has no operation " + symbol);
    }

    @Override
    public final String toString() {
        return symbol;
    }
}
