package dev.gradgap.engine.reverse;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The record of one evaluation, from which the reverse sweep computes adjoints.
 *
 * <p>Variables have indices: inputs 0 to n - 1, and n + k for the result of statement k. A statement
 *
 * <pre>    v[n + k] = φ(v[a], v[b])</pre>
 *
 * is recorded as the two indices and the partials at the point of evaluation, ∂φ/∂v[a] and ∂φ/∂v[b]. The operations
 * themselves are not kept; nor is k, which the position gives. The reverse sweep goes through the statements from the
 * last to the first and adds to each operand's adjoint its share of the result's:
 *
 * <pre>    adjoint[a] += ∂φ/∂v[a] * adjoint[n + k]</pre>
 *
 * <p>Operations with one operand never come here (see {@link TapeVariable}), so that all statements have the same shape,
 * and neither recording nor sweeping branches on it.
 *
 * <p>Memory: 24 bytes a statement, in chunks that are kept by {@link #reset}, so that a second evaluation of the same
 * function allocates nothing; 8 bytes a variable for the adjoints. The first chunk grows by half until it has
 * {@value #CHUNK} statements; later ones are made at that size, so that a large tape is never copied and has little room
 * to spare.
 *
 * <p>Source: Griewank and Walther, Evaluating Derivatives, 2nd ed., SIAM 2008, sec. 4.3 and table 3.5; the layout is the
 * Jacobian tape with linear indices of Sagebaum, Albring and Gauger, High-performance derivative computations using
 * CoDiPack, ACM TOMS 45(4), 2019.
 */
final class Tape {

    /** The index of every variable that depends on no input. */
    static final int CONSTANT = -1;

    /** The statements of a chunk, except of the first while it grows. */
    static final int CHUNK = 1 << 14;

    private static final int SMALLEST_CHUNK = 1 << 6;
    private static final int STATEMENT_BYTES = 24;
    private static final int LONGEST_ARRAY = Integer.MAX_VALUE - 8;

    /** Room for statements; partials and operands 2k and 2k + 1 belong to statement k of the chunk. */
    private static final class Chunk {

        final double[] partials;
        final int[] operands;

        Chunk(double[] partials, int[] operands) {
            this.partials = partials;
            this.operands = operands;
        }

        static Chunk of(int statements) {
            return new Chunk(new double[2 * statements], new int[2 * statements]);
        }

        Chunk grown() {
            int statements = operands.length / 2;
            int length = 2 * Math.min(statements + statements / 2, CHUNK);
            return new Chunk(Arrays.copyOf(partials, length), Arrays.copyOf(operands, length));
        }
    }

    private final int inputs;
    private final List<Chunk> chunks = new ArrayList<>();

    // The chunk being written, taken apart: recording must reach its arrays in one step.
    private int chunk;
    private int firstResult;
    private double[] partials;
    private int[] operands;
    private int operandsUsed;

    private double[] adjoints = {}; // all zero except while a sweep is prepared and done

    /** An empty tape for a function of n inputs. */
    Tape(int inputs) {
        this.inputs = inputs;
        chunks.add(Chunk.of(SMALLEST_CHUNK));
        open(0);
    }

    /** Forgets all statements and keeps the room they took; constant time. */
    void reset() {
        open(0);
    }

    /**
     * Appends a statement with two operands, which may be the same variable.
     *
     * @return the index of its result
     * @throws IllegalStateException if there would be more variables than an array can have adjoints
     */
    int record(double firstPartial, int first, double secondPartial, int second) {
        if (operandsUsed == operands.length) {
            makeRoom();
        }
        int at = operandsUsed;
        operandsUsed = at + 2;
        partials[at] = firstPartial;
        partials[at + 1] = secondPartial;
        operands[at] = first;
        operands[at + 1] = second;
        return firstResult + (at >> 1);
    }

    /** Rarely called, so that HotSpot does not inline it: {@link #record} must stay small to be inlined everywhere. */
    private void makeRoom() {
        int used = operandsUsed;
        if (used < 2 * CHUNK) {
            chunks.set(0, chunks.get(0).grown());
            open(0);
            operandsUsed = used;
            return;
        }
        if (chunk + 1 == chunks.size()) {
            if (variables() > LONGEST_ARRAY - CHUNK) {
                throw new IllegalStateException("the tape is full: " + (variables() - inputs)
                        + " statements recorded; use an engine that keeps less for each operation");
            }
            chunks.add(Chunk.of(CHUNK));
        }
        open(chunk + 1);
    }

    /** Makes a chunk the one being written, from its beginning. */
    private void open(int c) {
        chunk = c;
        firstResult = inputs + c * CHUNK;
        partials = chunks.get(c).partials;
        operands = chunks.get(c).operands;
        operandsUsed = 0;
    }

    /** Adds a weight to the adjoint of a variable, for the next sweep; without effect on a constant. */
    void addAdjoint(int index, double weight) {
        if (index != CONSTANT) {
            adjoints()[index] += weight;
        }
    }

    /**
     * The reverse sweep: carries the adjoints from the last statement back to the inputs and leaves all adjoints zero for
     * another sweep. Time linear in the variables.
     *
     * @param inputAdjoints receives the adjoints of the n inputs at positions {@code offset} to {@code offset + n - 1}
     */
    void sweep(double[] inputAdjoints, int offset) {
        int statements = operandsUsed >> 1;
        for (int c = chunk; c >= 0; c--) {
            sweep(chunks.get(c), statements, inputs + c * CHUNK, adjoints());
            statements = CHUNK;
        }
        System.arraycopy(adjoints, 0, inputAdjoints, offset, inputs);
        Arrays.fill(adjoints, 0, inputs, 0);
    }

    /** Clears each result's adjoint while it is at hand: nothing below uses it, and a pass of its own costs more. */
    private static void sweep(Chunk chunk, int statements, int firstResult, double[] adjoints) {
        double[] partials = chunk.partials;
        int[] operands = chunk.operands;
        for (int k = statements - 1; k >= 0; k--) {
            double adjoint = adjoints[firstResult + k];
            adjoints[firstResult + k] = 0;
            adjoints[operands[2 * k]] += partials[2 * k] * adjoint;
            adjoints[operands[2 * k + 1]] += partials[2 * k + 1] * adjoint;
        }
    }

    /** Room for the adjoints of all variables: exactly, because another evaluation records as many statements. */
    private double[] adjoints() {
        if (adjoints.length < variables()) {
            adjoints = new double[variables()];
        }
        return adjoints;
    }

    private int variables() {
        return firstResult + (operandsUsed >> 1);
    }

    /** The bytes in use by statements. */
    long bytes() {
        return (long) STATEMENT_BYTES * (variables() - inputs);
    }
}
