package dev.gradgap.plain;

import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Writes classes that call a method of the user's without reflection: of the original on doubles, of its transformed copy. */
final class EntryWriter {

    private static final String RUNNING = "dev/gradgap/plain/running/Running";
    private static final String RECEIVER = "receiver";

    private final PlainMethod method;
    private final String host;
    private final String hostDescriptor;
    private final boolean isInterface;
    private final ClassWriter out = new ClassWriter(ClassWriter.COMPUTE_MAXS);

    private EntryWriter(PlainMethod method, Class<?> host) {
        this.method = method;
        this.host = Type.getInternalName(host);
        hostDescriptor = Type.getDescriptor(host);
        isInterface = host.isInterface();
    }

    /** An implementation of {@link dev.gradgap.function.PlainFunction}, whose constructor takes the receiver. */
    static byte[] onDoubles(PlainMethod method, Class<?> host) {
        EntryWriter writer = new EntryWriter(method, host);
        writer.begin("dev/gradgap/function/PlainFunction");
        writer.evaluate();
        return writer.out.toByteArray();
    }

    /** An implementation of {@link Call}, whose constructor takes the receiver. */
    static byte[] onObjects(PlainMethod method, Class<?> host, String name, String descriptor) {
        EntryWriter writer = new EntryWriter(method, host);
        writer.begin("dev/gradgap/plain/Call");
        writer.call(name, descriptor);
        return writer.out.toByteArray();
    }

    private void begin(String implemented) {
        String name = host + "$Entry";
        out.visit(Opcodes.V17, Opcodes.ACC_FINAL | Opcodes.ACC_SUPER, name, null, TypeMap.OBJECT, new String[] {
            implemented
        });
        out.visitField(Opcodes.ACC_PRIVATE | Opcodes.ACC_FINAL, RECEIVER, hostDescriptor, null, null);
        MethodVisitor code = out.visitMethod(0, "<init>", "(" + hostDescriptor + ")V", null, null);
        code.visitCode();
        code.visitVarInsn(Opcodes.ALOAD, 0);
        code.visitMethodInsn(Opcodes.INVOKESPECIAL, TypeMap.OBJECT, "<init>", "()V", false);
        code.visitVarInsn(Opcodes.ALOAD, 0);
        code.visitVarInsn(Opcodes.ALOAD, 1);
        code.visitFieldInsn(Opcodes.PUTFIELD, name, RECEIVER, hostDescriptor);
        end(code, Opcodes.RETURN);
    }

    private static void end(MethodVisitor code, int opcode) {
        code.visitInsn(opcode);
        code.visitMaxs(0, 0);
        code.visitEnd();
    }

    private void receiver(MethodVisitor code) {
        if (!method.isStatic()) {
            code.visitVarInsn(Opcodes.ALOAD, 0);
            code.visitFieldInsn(Opcodes.GETFIELD, host + "$Entry", RECEIVER, hostDescriptor);
        }
    }

    private void invoke(MethodVisitor code, String name, String descriptor) {
        int opcode = method.isStatic()
                ? Opcodes.INVOKESTATIC
                : isInterface ? Opcodes.INVOKEINTERFACE : Opcodes.INVOKEVIRTUAL;
        code.visitMethodInsn(opcode, host, name, descriptor, isInterface);
    }

    private void evaluate() {
        MethodVisitor code = out.visitMethod(Opcodes.ACC_PUBLIC, "evaluate", "([D[D)V", null, null);
        code.visitCode();
        FunctionForm form = method.form();
        boolean one = form == FunctionForm.SCALARS || form == FunctionForm.ARRAY;
        if (one) {
            code.visitVarInsn(Opcodes.ALOAD, 2);
            code.visitInsn(Opcodes.ICONST_0);
        }
        receiver(code);
        if (form == FunctionForm.SCALARS) {
            for (int i = 0; i < method.scalars(); i++) {
                code.visitVarInsn(Opcodes.ALOAD, 1);
                code.visitLdcInsn(i);
                code.visitInsn(Opcodes.DALOAD);
            }
        } else {
            code.visitVarInsn(Opcodes.ALOAD, 1);
        }
        if (form == FunctionForm.INTO_ARRAY) {
            code.visitVarInsn(Opcodes.ALOAD, 2);
        }
        invoke(code, method.name(), method.descriptor());
        if (one) {
            code.visitInsn(Opcodes.DASTORE);
        } else if (form == FunctionForm.ARRAY_TO_ARRAY) {
            code.visitInsn(Opcodes.ICONST_0);
            code.visitVarInsn(Opcodes.ALOAD, 2);
            code.visitInsn(Opcodes.ICONST_0);
            code.visitVarInsn(Opcodes.ALOAD, 2);
            code.visitInsn(Opcodes.ARRAYLENGTH);
            code.visitMethodInsn(
                    Opcodes.INVOKESTATIC,
                    "java/lang/System",
                    "arraycopy",
                    "(Ljava/lang/Object;ILjava/lang/Object;II)V",
                    false);
        }
        end(code, Opcodes.RETURN);
    }

    private void call(String name, String descriptor) {
        MethodVisitor code =
                out.visitMethod(Opcodes.ACC_PUBLIC, "call", "([Ljava/lang/Object;I)Ljava/lang/Object;", null, null);
        code.visitCode();
        receiver(code);
        if (method.form() == FunctionForm.SCALARS) {
            for (int i = 0; i < method.scalars(); i++) {
                code.visitVarInsn(Opcodes.ALOAD, 1);
                code.visitLdcInsn(i);
                running(code, "load", "([Ljava/lang/Object;I)Ljava/lang/Object;");
            }
        } else {
            code.visitVarInsn(Opcodes.ALOAD, 1);
        }
        if (method.form() == FunctionForm.INTO_ARRAY) {
            code.visitVarInsn(Opcodes.ILOAD, 2);
            running(code, "zeros", "(I)[Ljava/lang/Object;");
            code.visitInsn(Opcodes.DUP);
            code.visitVarInsn(Opcodes.ASTORE, 3);
            invoke(code, name, descriptor);
            code.visitVarInsn(Opcodes.ALOAD, 3);
        } else {
            invoke(code, name, descriptor);
        }
        end(code, Opcodes.ARETURN);
    }

    private static void running(MethodVisitor code, String name, String descriptor) {
        code.visitMethodInsn(Opcodes.INVOKESTATIC, RUNNING, name, descriptor, false);
    }
}
