package dev.gradgap.engine.compiled.code;

import dev.gradgap.graph.Operation;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Writes the bytecode of arithmetic on one double, or on a vector of them that stand for successive iterations. Numbers
 * live in local variables of the method.
 */
abstract class Lanes implements Opcodes {

    /** A local variable that is not needed. */
    static final int NONE = -1;

    final MethodVisitor code;
    private final Locals locals;

    Lanes(MethodVisitor code, Locals locals) {
        this.code = code;
        this.locals = locals;
    }

    /** The iterations that one number stands for. */
    abstract int width();

    /** What a local variable holds, as stack map frames name it. */
    abstract Object localType();

    /** Pushes a local variable. */
    abstract void load(int local);

    /** Pops into a local variable. */
    abstract void store(int local);

    /** Pushes a constant. */
    abstract void constant(double value);

    /** Turns a double on the stack into a number. */
    abstract void spread();

    /** Turns a number on the stack into a double, the sum of its lanes. */
    abstract void sum();

    /** Turns a number on the stack into a double, the product of its lanes. */
    abstract void product();

    /** Turns an array and an index on the stack into the number at that place. */
    abstract void element();

    /** Stores a local variable in the array at the index, both on the stack. */
    abstract void storeElement(int local);

    abstract void add();

    abstract void subtract();

    abstract void multiply();

    abstract void negate();

    /** Pushes an operation's value. */
    abstract void value(Operation operation, int x, int y);

    /**
     * Computes the partials of an operation whose partials are no units.
     *
     * @param first the local variable for the partial by the first operand, or {@link #NONE}
     * @param second the local variable for the partial by the second operand, or {@link #NONE}
     */
    abstract void partials(Operation operation, int x, int y, int value, int first, int second);

    final int newLocal() {
        return locals.take(localType());
    }

    /** Pops into a new local variable. */
    final int keep() {
        int local = newLocal();
        store(local);
        return local;
    }
}
