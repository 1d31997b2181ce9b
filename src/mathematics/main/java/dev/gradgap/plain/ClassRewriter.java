package dev.gradgap.plain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.Attribute;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.RecordComponentVisitor;
import org.objectweb.asm.Type;

/** Rewrites a class: its fields and methods have objects where they had doubles. Generic signatures and annotations are left out. */
final class ClassRewriter extends ClassVisitor {

    private static final int FIRST_WITH_FRAMES = Opcodes.V1_7;

    private final TypeMap types;
    private final MethodNames names;
    private final Substitutes substitutes;
    private final Map<String, Integer> locals;
    private final Map<String, Double> constants = new LinkedHashMap<>();
    private final List<Runnable> bridges = new ArrayList<>();
    private String name;
    private int access;
    private String source = "";
    private boolean initialized;
    private int bridgeCount;

    private ClassRewriter(
            ClassVisitor out, TypeMap types, MethodNames names, Substitutes substitutes, Map<String, Integer> locals) {
        super(Opcodes.ASM9, out);
        this.types = types;
        this.names = names;
        this.substitutes = substitutes;
        this.locals = locals;
    }

    /** A class on the numbers of any arithmetic. */
    static byte[] rewritten(byte[] original, TypeMap types, MethodNames names, Substitutes substitutes) {
        ClassReader reader = new ClassReader(original);
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        reader.accept(
                new ClassRewriter(writer, types, names, substitutes, maxLocals(reader)), ClassReader.EXPAND_FRAMES);
        return writer.toByteArray();
    }

    private static Map<String, Integer> maxLocals(ClassReader reader) {
        Map<String, Integer> found = new HashMap<>();
        reader.accept(
                new ClassVisitor(Opcodes.ASM9) {
                    @Override
                    public MethodVisitor visitMethod(
                            int access, String name, String descriptor, String signature, String[] exceptions) {
                        return new MethodVisitor(Opcodes.ASM9) {
                            @Override
                            public void visitMaxs(int stack, int locals) {
                                found.put(name + descriptor, locals);
                            }
                        };
                    }
                },
                ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        return found;
    }

    /** The internal name, in the original. */
    String name() {
        return name;
    }

    Substitutes substitutes() {
        return substitutes;
    }

    String methodName(String method, String descriptor) {
        return names.of(method, descriptor);
    }

    /** A place in the source, in words. */
    String where(String method, int line) {
        return name.replace('/', '.') + "." + method + " (" + source + (line > 0 ? ":" + line : "") + ")";
    }

    @Override
    public void visit(
            int version, int classAccess, String className, String signature, String superName, String[] interfaces) {
        name = className;
        access = classAccess;
        source = className.substring(className.lastIndexOf('/') + 1) + ".class";
        if ((version & 0xFFFF) < FIRST_WITH_FRAMES) {
            throw new NotFollowedError(className.replace('/', '.')
                    + " is compiled for a Java before 7; compile it with --release 8 or newer");
        }
        String[] mapped = interfaces.clone();
        for (int k = 0; k < mapped.length; k++) {
            mapped[k] = types.className(mapped[k]);
        }
        super.visit(version, classAccess, types.className(className), null, types.className(superName), mapped);
    }

    @Override
    public void visitSource(String file, String debug) {
        source = file == null ? source : file;
        super.visitSource(file, debug);
    }

    @Override
    public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
        return null;
    }

    @Override
    public void visitAttribute(Attribute attribute) {
        // none that means anything to a JVM
    }

    @Override
    public void visitNestHost(String host) {
        super.visitNestHost(types.className(host));
    }

    @Override
    public void visitInnerClass(String inner, String outer, String simple, int access) {
        if (!TypeMap.isCopy(inner) && !name.startsWith("java/")) {
            super.visitInnerClass(inner, outer, simple, access);
        }
    }

    @Override
    public RecordComponentVisitor visitRecordComponent(String component, String descriptor, String signature) {
        return super.visitRecordComponent(component, types.descriptor(descriptor), null);
    }

    @Override
    public FieldVisitor visitField(int access, String field, String descriptor, String signature, Object value) {
        boolean isDouble = descriptor.equals("D");
        if (isDouble && value != null) {
            constants.put(field, (Double) value);
        }
        super.visitField(access, field, types.descriptor(descriptor), null, isDouble ? null : value);
        return null;
    }

    @Override
    public MethodVisitor visitMethod(
            int methodAccess, String method, String descriptor, String signature, String[] exceptions) {
        initialized |= method.equals("<clinit>");
        boolean isNative = (methodAccess & Opcodes.ACC_NATIVE) != 0;
        MethodVisitor out = super.visitMethod(
                isNative ? methodAccess & ~Opcodes.ACC_NATIVE : methodAccess,
                methodName(method, descriptor),
                types.descriptor(descriptor),
                null,
                exceptions);
        if (isNative) {
            refuse(out, where(method, 0) + " is native code, which cannot be followed: write it in Java");
            return null;
        }
        if ((methodAccess & Opcodes.ACC_ABSTRACT) != 0) {
            return out;
        }
        int free = locals.getOrDefault(method + descriptor, 0);
        return new MethodRewriter(this, types, out, methodAccess, method, descriptor, free);
    }

    private static void refuse(MethodVisitor out, String why) {
        out.visitCode();
        out.visitTypeInsn(Opcodes.NEW, "dev/gradgap/plain/NotFollowedError");
        out.visitInsn(Opcodes.DUP);
        out.visitLdcInsn(why);
        out.visitMethodInsn(
                Opcodes.INVOKESPECIAL, "dev/gradgap/plain/NotFollowedError", "<init>", "(Ljava/lang/String;)V", false);
        out.visitInsn(Opcodes.ATHROW);
        out.visitMaxs(0, 0);
        out.visitEnd();
    }

    /** Sets the static fields that had a constant for their value. */
    void constants(MethodVisitor out) {
        constants.forEach((field, value) -> {
            out.visitLdcInsn(value);
            out.visitMethodInsn(Opcodes.INVOKESTATIC, "java/lang/Double", "valueOf", "(D)Ljava/lang/Double;", false);
            out.visitFieldInsn(Opcodes.PUTSTATIC, types.className(name), field, "Ljava/lang/Object;");
        });
    }

    /** A handle of a method, a field or a constructor; of one that works on doubles, that of a method that calls it. */
    Object handle(Handle handle, String where, Object... arguments) {
        String owner = handle.getOwner();
        boolean isField = handle.getTag() <= Opcodes.H_PUTSTATIC;
        if (types.isFollowed(owner) && !types.isStream(owner)) {
            return new Handle(
                    handle.getTag(),
                    types.name(owner),
                    isField ? handle.getName() : methodName(handle.getName(), handle.getDesc()),
                    types.descriptor(handle.getDesc()),
                    handle.isInterface());
        }
        boolean isStatic = handle.getTag() == Opcodes.H_INVOKESTATIC;
        boolean isConstructor = handle.getTag() == Opcodes.H_NEWINVOKESPECIAL;
        Optional<Substitutes.Method> found =
                isConstructor ? Optional.empty() : substitutes.of(owner, handle.getName(), handle.getDesc(), isStatic);
        if (found.isPresent()) {
            Substitutes.Method method = found.get();
            return new Handle(Opcodes.H_INVOKESTATIC, method.owner(), method.name(), method.descriptor(), false);
        }
        Type result = Type.getReturnType(handle.getDesc());
        boolean widened = isPrimitiveNumber(result) && arguments.length > 0 && givesDouble(arguments[0]);
        return types.isChanged(handle.getDesc()) || widened ? bridge(handle, where, widened) : handle;
    }

    /** Where an int becomes a double, no lambda expression says so, and the number would be an Integer. */
    private static boolean givesDouble(Object type) {
        return type instanceof Type method
                && method.getSort() == Type.METHOD
                && method.getReturnType().getSort() == Type.DOUBLE;
    }

    private static boolean isPrimitiveNumber(Type type) {
        return type.getSort() >= Type.CHAR && type.getSort() <= Type.LONG;
    }

    private Handle bridge(Handle handle, String where, boolean widened) {
        boolean isStatic = handle.getTag() == Opcodes.H_INVOKESTATIC;
        boolean isConstructor = handle.getTag() == Opcodes.H_NEWINVOKESPECIAL;
        String owner = handle.getOwner();
        List<Type> parameters = new ArrayList<>();
        if (!isStatic && !isConstructor) {
            parameters.add(Type.getObjectType(types.name(owner)));
        }
        for (Type parameter : Type.getArgumentTypes(handle.getDesc())) {
            parameters.add(types.type(parameter));
        }
        Type result = isConstructor
                ? Type.getObjectType(owner)
                : widened ? Type.getObjectType(TypeMap.OBJECT) : types.type(Type.getReturnType(handle.getDesc()));
        String bridgeName = "bridge$" + bridgeCount++;
        String descriptor = Type.getMethodDescriptor(result, parameters.toArray(Type[]::new));
        bridges.add(() -> {
            MethodVisitor out = super.visitMethod(
                    Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC,
                    bridgeName,
                    descriptor,
                    null,
                    null);
            out.visitCode();
            if (isConstructor) {
                out.visitTypeInsn(Opcodes.NEW, owner);
                out.visitInsn(Opcodes.DUP);
            }
            int local = 0;
            for (Type parameter : parameters) {
                out.visitVarInsn(parameter.getOpcode(Opcodes.ILOAD), local);
                local += parameter.getSize();
            }
            call(out, local, where, handle);
            if (widened) {
                out.visitInsn(Type.getReturnType(handle.getDesc()).getSort() == Type.LONG ? Opcodes.L2D : Opcodes.I2D);
                out.visitMethodInsn(
                        Opcodes.INVOKESTATIC, "java/lang/Double", "valueOf", "(D)Ljava/lang/Double;", false);
            }
            out.visitInsn(result.getOpcode(Opcodes.IRETURN));
            out.visitMaxs(0, 0);
            out.visitEnd();
        });
        boolean isInterface = (access & Opcodes.ACC_INTERFACE) != 0;
        return new Handle(Opcodes.H_INVOKESTATIC, types.className(name), bridgeName, descriptor, isInterface);
    }

    private void call(MethodVisitor out, int free, String where, Handle handle) {
        if (types.isFollowed(handle.getOwner())) { // a stream of doubles
            out.visitMethodInsn(
                    handle.getTag() == Opcodes.H_INVOKESTATIC ? Opcodes.INVOKESTATIC : Opcodes.INVOKEVIRTUAL,
                    types.name(handle.getOwner()),
                    handle.getName(),
                    types.descriptor(handle.getDesc()),
                    false);
            return;
        }
        int opcode =
                switch (handle.getTag()) {
                    case Opcodes.H_INVOKESTATIC -> Opcodes.INVOKESTATIC;
                    case Opcodes.H_INVOKEINTERFACE -> Opcodes.INVOKEINTERFACE;
                    case Opcodes.H_INVOKEVIRTUAL -> Opcodes.INVOKEVIRTUAL;
                    default -> Opcodes.INVOKESPECIAL;
                };
        new ForeignCalls(types, out)
                .emit(free, where, opcode, handle.getOwner(), handle.getName(), handle.getDesc(), handle.isInterface());
    }

    /** The name of the method that an object made by invokedynamic has: that of an interface of the user's may be another one now. */
    String lambdaName(String method, String descriptor, Object... arguments) {
        Type made = Type.getReturnType(descriptor);
        boolean isLambda = arguments.length > 0 && arguments[0] instanceof Type type && type.getSort() == Type.METHOD;
        return isLambda && made.getSort() == Type.OBJECT && types.isFollowed(made.getInternalName())
                ? methodName(method, ((Type) arguments[0]).getDescriptor())
                : method;
    }

    @Override
    public void visitEnd() {
        if (!initialized && !constants.isEmpty()) {
            MethodVisitor out = super.visitMethod(Opcodes.ACC_STATIC, "<clinit>", "()V", null, null);
            out.visitCode();
            constants(out);
            out.visitInsn(Opcodes.RETURN);
            out.visitMaxs(0, 0);
            out.visitEnd();
        }
        bridges.forEach(Runnable::run);
        super.visitEnd();
    }
}
