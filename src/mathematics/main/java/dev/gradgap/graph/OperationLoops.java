package dev.gradgap.graph;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.constant.ConstantDescs;
import java.lang.invoke.MethodHandles;

/**
 * Loops over operations of one kind, and single ones. Of each operation there is a hidden class, a copy of {@link
 * UnaryLoops} or {@link BinaryLoops} to which the operation is a constant, made when it is first asked for: HotSpot
 * inlines the operation's formula, and compiles each loop for itself with a profile of its own.
 */
public abstract class OperationLoops {

    private static final OperationLoops[] MADE = new OperationLoops[Operation.values().length];

    OperationLoops() {}

    /** The loops of an operation. */
    public static OperationLoops of(Operation operation) {
        return of(operation.code());
    }

    /** The loops of the operation with a code. */
    public static OperationLoops of(int code) {
        OperationLoops loops = MADE[code];
        return loops == null ? make(Operation.of(code)) : loops;
    }

    private static OperationLoops make(Operation operation) {
        Class<?> template = operation.arity() == 1 ? UnaryLoops.class : BinaryLoops.class;
        try (InputStream file = template.getResourceAsStream(template.getSimpleName() + ".class")) {
            OperationLoops loops = (OperationLoops) MethodHandles.lookup()
                    .defineHiddenClassWithClassData(file.readAllBytes(), operation.elemental(), true)
                    .lookupClass()
                    .getDeclaredConstructor()
                    .newInstance();
            MADE[operation.code()] = loops; // two threads may do so; each finds one or the other
            return loops;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("no loops of " + operation + " can be made", e);
        }
    }

    /** What a copy of a template is made for. */
    static <F> F definition(MethodHandles.Lookup copy, Class<F> kind) {
        try {
            return MethodHandles.classData(copy, ConstantDescs.DEFAULT_NAME, kind);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("a template is only to be copied", e);
        }
    }

    /** The value at x and y. */
    public abstract double value(double x, double y);

    /** Computes value and partials at x and y: the value at place {@code node}, the partials at place {@code k}. */
    abstract void linearize(double x, double y, double[] values, int node, double[] first, double[] second, int k);

    /**
     * Computes {@code r[i] = value(a[i], b[i])} for i from 0 to {@code n - 1}. All arrays are read and written at the same
     * positions, from 0 on, because only then HotSpot's compiler (of Java 17 as of 25) turns a loop into vector
     * instructions.
     *
     * @param r receives the values; may be {@code a} or {@code b}
     * @param b the second operands; any array of the length for a unary operation
     */
    public abstract void values(double[] r, double[] a, double[] b, int n);

    /**
     * Computes {@code out[i] = w[i] * firstPartial(a[i], b[i], v[i])} for i from 0 to {@code n - 1}.
     *
     * @param out receives the products; none of the other arrays
     * @param w the adjoints of the results
     * @param a the first operands, where {@link PartialReads} says they are read
     * @param b the second operands, likewise
     * @param v the values, likewise
     */
    public abstract void firstAdjoints(double[] out, double[] w, double[] a, double[] b, double[] v, int n);

    /** The same with respect to the second operands. */
    public abstract void secondAdjoints(double[] out, double[] w, double[] a, double[] b, double[] v, int n);

    /**
     * Computes values of operations whose operands are anywhere in an array. An element may read the one before.
     *
     * @param flat holds operands and results
     * @param operands the positions of the operands, from p on: one or two for each operation
     * @param r the position of the first result
     * @param n the number of operations
     */
    public abstract void values(double[] flat, int[] operands, int p, int r, int n);

    /**
     * Hands adjoints to such operands, last element first, because an element may have read the one before.
     *
     * @param flat the values
     * @param adjoints the adjoints, at the same positions
     * @param operands as in {@link #values(double[], int[], int, int, int)}, like the others
     */
    public abstract void adjoints(double[] flat, double[] adjoints, int[] operands, int p, int r, int n);
}
