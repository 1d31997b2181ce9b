package dev.gradgap.engine.forward;

import dev.gradgap.engine.ChainRuleArithmetic;

/**
 * Arithmetic on dual numbers with w tangents. The value and the partials of an operation are computed once and applied
 * to every tangent, which is what vector forward mode gains over w scalar passes.
 *
 * <p>Each w has a class of numbers of its own, whose tangents are fields: escape analysis replaces an object with a known
 * number of fields by registers, but not an array with a length known only when running. The numbers are made by a
 * static method {@code of}: its arguments are computed before it is entered, and so before the memory is allocated,
 * while the arguments of a {@code new} come after it and force the operands to be kept across the allocation.
 *
 * @param <T> the number type
 */
abstract class DualArithmetic<T> extends ChainRuleArithmetic<T> {

    private final int tangents;

    /**
     * A window of length w onto it shows a unit tangent: 1 at position w - 1, so that a window from w - 1 - t has its 1
     * at t and a window from w has none. It stands for all seeds of all passes.
     */
    private final double[] seeds;

    /** Arithmetic with a number of tangents w. */
    DualArithmetic(int tangents) {
        this.tangents = tangents;
        seeds = new double[2 * tangents];
        seeds[tangents - 1] = 1;
    }

    /** The number of tangents w. */
    final int tangents() {
        return tangents;
    }

    /** The tangents of a number, in a new array of length w. */
    abstract double[] tangents(T x);

    /** A number with tangents {@code tangents[offset]} to {@code tangents[offset + w - 1]}. */
    abstract T number(double value, double[] tangents, int offset);

    /** A number whose tangent t is 1 and whose others are 0; without tangents for a t outside 0 to w - 1. */
    T seeded(double value, int t) {
        return number(value, seeds, t >= 0 && t < tangents ? tangents - 1 - t : tangents);
    }

    @Override
    public final T constant(double value) {
        return seeded(value, -1);
    }
}
