package dev.gradgap.engine.compiled;

import java.lang.invoke.MethodHandles;
import java.util.Arrays;
import java.util.function.Consumer;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** A hidden class in the making: static methods for the nests, and instance methods that call them. */
final class GeneratedClass implements Opcodes {

    private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();
    private static final String NAME = "dev/gradgap/engine/compiled/Generated";
    private static final String OBJECT = "java/lang/Object";

    private final ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_FRAMES) {
        /** The generated code never joins objects of different classes. */
        @Override
        protected String getCommonSuperClass(String first, String second) {
            return OBJECT;
        }
    };

    GeneratedClass(Class<?> implemented) {
        writer.visit(V17, ACC_FINAL | ACC_SUPER | ACC_SYNTHETIC, NAME, null, OBJECT, new String[] {
            Type.getInternalName(implemented)
        });
        method(0, "<init>", "()V", code -> {
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

    /** An instance of the class. */
    Object load() {
        writer.visitEnd();
        try {
            return LOOKUP.defineHiddenClass(writer.toByteArray(), true)
                    .lookupClass()
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the generated class cannot be loaded", e);
        }
    }
}
