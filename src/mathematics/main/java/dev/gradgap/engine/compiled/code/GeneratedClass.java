package dev.gradgap.engine.compiled.code;

import java.lang.invoke.MethodHandles;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** A hidden class in the making: static methods for the nests, and instance methods that call them. */
final class GeneratedClass implements Opcodes {

    private static final String NAME = "dev/gradgap/engine/compiled/Generated";
    private static final int STEPS_IN_A_METHOD = 100;
    private static final String OBJECT = "java/lang/Object";

    private final ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);

    GeneratedClass(Class<?> implemented) {
        writer.visit(V17, ACC_PUBLIC | ACC_FINAL | ACC_SUPER | ACC_SYNTHETIC, NAME, null, OBJECT, new String[] {
            Type.getInternalName(implemented)
        });
        method(ACC_PUBLIC, "<init>", "()V", code -> {
            code.visitVarInsn(ALOAD, 0);
            code.visitMethodInsn(INVOKESPECIAL, OBJECT, "<init>", "()V", false);
            code.visitInsn(RETURN);
        });
    }

    /** Adds a static method. */
    void helper(String name, String descriptor, Consumer<MethodVisitor> body) {
        method(ACC_STATIC, name, descriptor, body);
    }

    /** Adds a method of the implemented interface. */
    void method(String name, String descriptor, Consumer<MethodVisitor> body) {
        method(ACC_PUBLIC, name, descriptor, body);
    }

    /**
     * Adds a method of the implemented interface that takes steps one after another, some of them in each of as many
     * static methods as it takes to stay below what HotSpot compiles.
     *
     * @param steps written for static methods with the descriptor's parameters
     */
    void steps(String name, String descriptor, List<Consumer<MethodVisitor>> steps) {
        Type[] parameters = Type.getArgumentTypes(descriptor);
        method(name, descriptor, code -> {
            for (int from = 0; from < steps.size(); from += STEPS_IN_A_METHOD) {
                for (int k = 0; k < parameters.length; k++) {
                    code.visitVarInsn(parameters[k].getOpcode(ILOAD), 1 + k);
                }
                call(code, name + "From" + from, descriptor);
            }
            code.visitInsn(RETURN);
        });
        for (int from = 0; from < steps.size(); from += STEPS_IN_A_METHOD) {
            List<Consumer<MethodVisitor>> part = steps.subList(from, Math.min(steps.size(), from + STEPS_IN_A_METHOD));
            helper(name + "From" + from, descriptor, code -> {
                part.forEach(step -> step.accept(code));
                code.visitInsn(RETURN);
            });
        }
    }

    private void method(int access, String name, String descriptor, Consumer<MethodVisitor> body) {
        MethodVisitor code = writer.visitMethod(access, name, descriptor, null, null);
        code.visitCode();
        body.accept(code);
        code.visitMaxs(0, 0); // computed
        code.visitEnd();
    }

    /** Calls a static method of the class. */
    static void call(MethodVisitor code, String name, String descriptor) {
        code.visitMethodInsn(INVOKESTATIC, NAME, name, descriptor, false);
    }

    /** Calls {@link Arrays#fill} on a range of an array of doubles. */
    static void clear(MethodVisitor code, int array, int from, int to) {
        code.visitVarInsn(ALOAD, array);
        code.visitLdcInsn(from);
        code.visitLdcInsn(to);
        code.visitInsn(DCONST_0);
        code.visitMethodInsn(INVOKESTATIC, Type.getInternalName(Arrays.class), "fill", "([DIID)V", false);
    }

    /** The class file; nothing can be added afterwards. */
    byte[] toBytes() {
        writer.visitEnd();
        return writer.toByteArray();
    }

    /**
     * An instance of the class.
     *
     * @param engines a lookup in the package that the class is named in
     */
    Object load(MethodHandles.Lookup engines) {
        try {
            return engines.defineHiddenClass(toBytes(), true)
                    .lookupClass()
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the generated class cannot be loaded", e);
        }
    }
}
