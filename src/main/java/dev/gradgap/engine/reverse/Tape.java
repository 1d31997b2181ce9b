package dev.gradgap.engine.reverse;

import java.util.Arrays;

/**
 * The record of one evaluation, from which the reverse sweep computes adjoints.
 *
 * <p>Variables have indices: inputs 0 to n - 1, and n + k for the result of statement k. A statement
 *
 * <pre>    v[n + k] = φ(v[a], v[b])</pre>
 *
 * is recorded as the number of its operands that are not constants, and for each of them its index and the local partial
 * at the point of evaluation, ∂φ/∂v[a] and ∂φ/∂v[b]. The operation itself is not kept; nor is k, which the position
 * gives. The reverse sweep goes through the statements from the last to the first and adds to each operand's adjoint its
 * share of the result's:
 *
 * <pre>    adjoint[a] += ∂φ/∂v[a] * adjoint[n + k]</pre>
 *
 * <p>Memory: 1 byte a statement and 12 an operand, in arrays that grow by half and are kept by {@link #reset}, so that a
 * second evaluation of the same function allocates nothing; 8 bytes a variable for the adjoints.
 *
 * <p>Source: Griewank and Walther, Evaluating Derivatives, 2nd ed., SIAM 2008, sec. 4.3 and table 3.5; the layout is the
 * Jacobian tape with linear indices of Sagebaum, Albring and Gauger, High-performance derivative computations using
 * CoDiPack, ACM TOMS 45(4), 2019.
 */
final class Tape {

    /** The index of every variable that depends on no input. */
    static final int CONSTANT = -1;

    private static final int INITIAL_CAPACITY = 64;
    private static final int LONGEST_ARRAY = Integer.MAX_VALUE - 8;

    private final int inputs;

    private byte[] operandCounts = new byte[INITIAL_CAPACITY];
    private int statements;

    private double[] partials = new double[INITIAL_CAPACITY];
    private int[] operands = new int[INITIAL_CAPACITY];
    private int operandsUsed;

    private double[] adjoints = new double[0];

    /** An empty tape for a function of n inputs. */
    Tape(int inputs) {
        this.inputs = inputs;
    }

    /** Forgets all statements and keeps the room they took; constant time. */
    void reset() {
        statements = 0;
        operandsUsed = 0;
    }

    /**
     * Appends a statement with one operand.
     *
     * @return the index of its result
     */
    int record(double partial, int operand) {
        reserve();
        partials[operandsUsed] = partial;
        operands[operandsUsed++] = operand;
        operandCounts[statements] = 1;
        return inputs + statements++;
    }

    /**
     * Appends a statement with two operands, which may be the same variable.
     *
     * @return the index of its result
     */
    int record(double firstPartial, int first, double secondPartial, int second) {
        reserve();
        partials[operandsUsed] = firstPartial;
        operands[operandsUsed++] = first;
        partials[operandsUsed] = secondPartial;
        operands[operandsUsed++] = second;
        operandCounts[statements] = 2;
        return inputs + statements++;
    }

    /** Sets all adjoints to zero; time linear in the variables in use. */
    void clearAdjoints() {
        int variables = inputs + statements;
        if (adjoints.length < variables) {
            adjoints = new double[variables]; // exactly: another evaluation records as many statements
        } else {
            Arrays.fill(adjoints, 0, variables, 0);
        }
    }

    /** Adds a weight to the adjoint of a variable; without effect on a constant. */
    void addAdjoint(int index, double weight) {
        if (index != CONSTANT) {
            adjoints[index] += weight;
        }
    }

    /** The reverse sweep: carries the adjoints from the last statement back to the inputs. */
    void sweep() {
        int operand = operandsUsed;
        int result = inputs + statements;
        for (int k = statements - 1; k >= 0; k--) {
            double adjoint = adjoints[--result];
            for (int count = operandCounts[k]; count > 0; count--) {
                operand--;
                adjoints[operands[operand]] += partials[operand] * adjoint;
            }
        }
    }

    /** Copies the adjoints of the n inputs to positions {@code offset} to {@code offset + n - 1} of an array. */
    void copyInputAdjoints(double[] target, int offset) {
        System.arraycopy(adjoints, 0, target, offset, inputs);
    }

    /** The bytes in use by statements and operands. */
    long bytes() {
        return statements + 12L * operandsUsed;
    }

    /** Makes room for one more statement with two operands. */
    private void reserve() {
        if (statements == operandCounts.length) {
            operandCounts = Arrays.copyOf(operandCounts, grown(statements + 1L));
        }
        if (operandsUsed + 2 > operands.length) {
            int capacity = grown(operandsUsed + 2L);
            partials = Arrays.copyOf(partials, capacity);
            operands = Arrays.copyOf(operands, capacity);
        }
    }

    /** A length half as long again as needed, as far as an array can be. */
    private int grown(long needed) {
        if (needed + inputs > LONGEST_ARRAY) {
            throw new IllegalStateException("the tape is full: " + statements + " statements with " + operandsUsed
                    + " operands recorded; use an engine that keeps less for each operation");
        }
        return (int) Math.min(needed + (needed >> 1), LONGEST_ARRAY);
    }
}
