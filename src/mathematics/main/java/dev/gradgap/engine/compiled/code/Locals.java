package dev.gradgap.engine.compiled.code;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Hands out the local variables of a static method, and tells the JVM what they hold wherever a jump leads: what is taken
 * within a loop is out of use after it.
 *
 * <p>Source: Java Virtual Machine Specification, sec. 4.10.1 (verification by type checking).
 */
final class Locals {

    private final List<Object> types = new ArrayList<>();
    private int next;

    /**
     * The parameters of a method.
     *
     * @param reserved how many local variables to leave to them
     */
    Locals(String descriptor, int reserved) {
        for (Type parameter : Type.getArgumentTypes(descriptor)) {
            types.add(parameter.getSort() == Type.INT ? Opcodes.INTEGER : parameter.getInternalName());
        }
        while (types.size() < reserved) {
            types.add(Opcodes.TOP);
        }
        next = reserved;
    }

    /** A new local variable, which must be stored to before the next jump or label. */
    int take(Object type) {
        int local = next;
        types.add(type);
        next += type == Opcodes.DOUBLE ? 2 : 1;
        return local;
    }

    /** How many have been taken so far. */
    int taken() {
        return types.size();
    }

    /** Puts all out of use but the first so many. */
    void release(int kept) {
        for (int k = kept; k < types.size(); k++) {
            boolean takesTwo = types.set(k, Opcodes.TOP) == Opcodes.DOUBLE;
            if (takesTwo) {
                types.add(k, Opcodes.TOP);
            }
        }
    }

    /** Tells what is where, at a label that a jump leads to. */
    void visitFrame(MethodVisitor code, Object... stack) {
        Object[] all = types.toArray();
        code.visitFrame(Opcodes.F_NEW, all.length, all, stack.length, Arrays.copyOf(stack, stack.length));
    }
}
