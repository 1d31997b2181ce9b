package dev.gradgap.engine.compiled.code;

import dev.gradgap.function.Elemental;
import dev.gradgap.graph.Operation;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;

/** Arithmetic on doubles; everything but plain arithmetic calls its {@link Elemental}, whose methods HotSpot inlines. */
final class ScalarLanes extends Lanes {

    ScalarLanes(MethodVisitor code, Locals locals) {
        super(code, locals);
    }

    @Override
    int width() {
        return 1;
    }

    @Override
    Object localType() {
        return DOUBLE;
    }

    @Override
    void load(int local) {
        code.visitVarInsn(DLOAD, local);
    }

    @Override
    void store(int local) {
        code.visitVarInsn(DSTORE, local);
    }

    @Override
    void constant(double value) {
        code.visitLdcInsn(value);
    }

    @Override
    void spread() {
        // One lane: a double is a number already.
    }

    @Override
    void sum() {
        // One lane: the sum is the number.
    }

    @Override
    void product() {
        // One lane: the product is the number.
    }

    @Override
    void element() {
        code.visitInsn(DALOAD);
    }

    @Override
    void storeElement(int local) {
        load(local);
        code.visitInsn(DASTORE);
    }

    @Override
    void add() {
        code.visitInsn(DADD);
    }

    @Override
    void subtract() {
        code.visitInsn(DSUB);
    }

    @Override
    void multiply() {
        code.visitInsn(DMUL);
    }

    @Override
    void negate() {
        code.visitInsn(DNEG);
    }

    @Override
    void value(Operation operation, int x, int y) {
        switch (operation) {
            case ADD -> binary(DADD, x, y);
            case SUBTRACT -> binary(DSUB, x, y);
            case MULTIPLY -> binary(DMUL, x, y);
            case DIVIDE -> binary(DDIV, x, y);
            case SQUARE -> binary(DMUL, x, x);
            case NEGATE -> {
                load(x);
                negate();
            }
            default -> call(operation, "value", x, y, NONE);
        }
    }

    private void binary(int instruction, int x, int y) {
        load(x);
        load(y);
        code.visitInsn(instruction);
    }

    @Override
    void partials(Operation operation, int x, int y, int value, int first, int second) {
        if (first != NONE) {
            partial(operation, false, x, y, value);
            store(first);
        }
        if (second != NONE) {
            partial(operation, true, x, y, value);
            store(second);
        }
    }

    private void partial(Operation operation, boolean second, int x, int y, int value) {
        switch (operation) {
            case MULTIPLY -> load(second ? x : y);
            case SQUARE -> {
                load(x);
                load(x);
                add();
            }
            case EXP -> load(value);
            default -> call(operation, second ? "secondPartial" : "firstPartial", x, y, value);
        }
    }

    /** Calls a method of the definition; numbers that it does not read may be missing. */
    private void call(Operation operation, String method, int x, int y, int value) {
        Elemental definition = operation.elemental();
        String owner = Type.getInternalName(definition.getClass().getEnclosingClass());
        String type = Type.getInternalName(definition.getClass().getSuperclass());
        code.visitFieldInsn(GETSTATIC, owner, operation.name(), "L" + type + ";");
        argument(x);
        argument(y);
        boolean partial = !"value".equals(method);
        if (partial) {
            argument(value);
        }
        code.visitMethodInsn(INVOKEVIRTUAL, type, method, partial ? "(DDD)D" : "(DD)D", false);
    }

    private void argument(int local) {
        if (local == NONE) {
            code.visitInsn(DCONST_0);
        } else {
            load(local);
        }
    }
}
