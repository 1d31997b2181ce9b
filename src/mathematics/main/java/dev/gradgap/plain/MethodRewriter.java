package dev.gradgap.plain;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.AnalyzerAdapter;

/**
 * Rewrites the code of a method: where it had doubles it has objects, and where it had instructions on them calls of {@code
 * plain.running}.
 *
 * <p>A double takes two places on the operand stack and an object one. What an instruction such as dup2 means therefore depends on
 * what it finds there, which an analysis of the original code, step by step beside the rewriting, knows. Local variables keep
 * their numbers, the second of each double being left out; only parameters are moved, from where the shorter descriptor has them.
 *
 * <p>Two instructions wait for the next one: a constant, or an integer made a double, which an arithmetic instruction takes as it
 * is and anything else boxed; and a comparison, which a jump makes one relation of.
 */
final class MethodRewriter extends MethodVisitor {

    private static final String RUNNING = "dev/gradgap/plain/running/Running";
    private static final String ONE = "(Ljava/lang/Object;)Ljava/lang/Object;";
    private static final String TWO = "(Ljava/lang/Object;Ljava/lang/Object;)Ljava/lang/Object;";
    private static final String WITH_CONSTANT = "(Ljava/lang/Object;D)Ljava/lang/Object;";
    private static final String RELATION = "(Ljava/lang/Object;Ljava/lang/Object;)Z";
    private static final String COMPARISON = "(Ljava/lang/Object;Ljava/lang/Object;)I";

    private final ClassRewriter owner;
    private final TypeMap types;
    private final MethodVisitor out;
    private final AnalyzerAdapter before;
    private final String method;
    private final boolean isStatic;
    private final String descriptor;
    private final int free;

    private boolean raw; // a double itself is on top of the stack
    private int comparison; // DCMPL or DCMPG, if the last instruction was that
    private int line;

    /**
     * Rewrites a method.
     *
     * @param free the first local variable that it does not use
     */
    MethodRewriter(
            ClassRewriter owner,
            TypeMap types,
            MethodVisitor out,
            int access,
            String name,
            String descriptor,
            int free) {
        super(Opcodes.ASM9);
        this.owner = owner;
        this.types = types;
        this.out = out;
        this.free = free;
        this.descriptor = descriptor;
        method = name;
        isStatic = (access & Opcodes.ACC_STATIC) != 0;
        before = new AnalyzerAdapter(owner.name(), access, name, descriptor, null);
    }

    private String where() {
        return owner.where(method, line);
    }

    private void running(String name, String descriptor) {
        out.visitMethodInsn(Opcodes.INVOKESTATIC, RUNNING, name, descriptor, false);
    }

    /** Completes what waits for the next instruction. */
    private void settle() {
        if (raw) {
            raw = false;
            out.visitMethodInsn(Opcodes.INVOKESTATIC, "java/lang/Double", "valueOf", "(D)Ljava/lang/Double;", false);
        }
        if (comparison != 0) {
            running(comparison == Opcodes.DCMPL ? "compareDown" : "compareUp", COMPARISON);
            comparison = 0;
        }
    }

    @Override
    public void visitCode() {
        out.visitCode();
        before.visitCode();
        moveParameters();
        if (method.equals("<clinit>")) {
            owner.constants(out);
        }
    }

    /** From the last one on: each moves up, to where nothing is that has not moved. */
    private void moveParameters() {
        Type[] parameters = Type.getArgumentTypes(descriptor);
        int from = isStatic ? 0 : 1;
        int to = from;
        int[] froms = new int[parameters.length];
        int[] tos = new int[parameters.length];
        for (int k = 0; k < parameters.length; k++) {
            froms[k] = from;
            tos[k] = to;
            from += types.type(parameters[k]).getSize();
            to += parameters[k].getSize();
        }
        for (int k = parameters.length - 1; k >= 0; k--) {
            if (froms[k] != tos[k]) {
                Type type = types.type(parameters[k]);
                out.visitVarInsn(type.getOpcode(Opcodes.ILOAD), froms[k]);
                out.visitVarInsn(type.getOpcode(Opcodes.ISTORE), tos[k]);
            }
        }
    }

    @Override
    public void visitInsn(int opcode) {
        switch (opcode) {
            case Opcodes.DADD -> arithmetic("add");
            case Opcodes.DSUB -> arithmetic("subtract");
            case Opcodes.DMUL -> arithmetic("multiply");
            case Opcodes.DDIV -> arithmetic("divide");
            case Opcodes.DREM -> settled("remainder", TWO);
            case Opcodes.DNEG -> settled("negate", ONE);
            case Opcodes.DALOAD -> settled("load", "([Ljava/lang/Object;I)Ljava/lang/Object;");
            case Opcodes.D2I -> settled("toInt", "(Ljava/lang/Object;)I");
            case Opcodes.D2L -> settled("toLong", "(Ljava/lang/Object;)J");
            case Opcodes.D2F -> {
                settle();
                out.visitLdcInsn(where() + " makes a float of a number that depends on the inputs: write double");
                running("constant", "(Ljava/lang/Object;Ljava/lang/String;)D");
                out.visitInsn(Opcodes.D2F);
            }
            case Opcodes.DCONST_0, Opcodes.DCONST_1, Opcodes.I2D, Opcodes.L2D, Opcodes.F2D -> {
                settle();
                out.visitInsn(opcode);
                raw = true;
            }
            case Opcodes.DCMPL, Opcodes.DCMPG -> {
                settle();
                comparison = opcode;
            }
            default -> {
                settle();
                out.visitInsn(onObjects(opcode));
            }
        }
        before.visitInsn(opcode);
    }

    private void arithmetic(String name) {
        if (raw) {
            raw = false;
            running(name, WITH_CONSTANT);
        } else {
            settled(name, TWO);
        }
    }

    private void settled(String name, String descriptor) {
        settle();
        running(name, descriptor);
    }

    private int onObjects(int opcode) {
        return switch (opcode) {
            case Opcodes.DASTORE -> Opcodes.AASTORE;
            case Opcodes.DRETURN -> Opcodes.ARETURN;
            case Opcodes.POP2 -> isDouble(0) ? Opcodes.POP : opcode;
            case Opcodes.DUP2 -> isDouble(0) ? Opcodes.DUP : opcode;
            case Opcodes.DUP_X2 -> isDouble(1) ? Opcodes.DUP_X1 : opcode;
            case Opcodes.DUP2_X1 -> isDouble(0) ? Opcodes.DUP_X1 : opcode;
            case Opcodes.DUP2_X2 -> {
                boolean below = isDouble(2);
                yield isDouble(0) ? (below ? Opcodes.DUP_X1 : Opcodes.DUP_X2) : below ? Opcodes.DUP2_X1 : opcode;
            }
            default -> opcode;
        };
    }

    /** Whether the original code has a double on its stack, below a number of places. */
    private boolean isDouble(int below) {
        int top = before.stack == null ? 0 : before.stack.size() - 1 - below;
        return top > 0 && Opcodes.TOP.equals(before.stack.get(top)) && Opcodes.DOUBLE.equals(before.stack.get(top - 1));
    }

    @Override
    public void visitIntInsn(int opcode, int operand) {
        settle();
        if (opcode == Opcodes.NEWARRAY && operand == Opcodes.T_DOUBLE) {
            running("zeros", "(I)[Ljava/lang/Object;");
        } else {
            out.visitIntInsn(opcode, operand);
        }
        before.visitIntInsn(opcode, operand);
    }

    @Override
    public void visitVarInsn(int opcode, int variable) {
        settle();
        out.visitVarInsn(
                switch (opcode) {
                    case Opcodes.DLOAD -> Opcodes.ALOAD;
                    case Opcodes.DSTORE -> Opcodes.ASTORE;
                    default -> opcode;
                },
                variable);
        before.visitVarInsn(opcode, variable);
    }

    @Override
    public void visitTypeInsn(int opcode, String type) {
        settle();
        if (opcode == Opcodes.INSTANCEOF && TypeMap.isNumber(type)) {
            running(
                    type.endsWith("Double") ? "isDouble" : type.endsWith("Number") ? "isAnyNumber" : "isComparable",
                    "(Ljava/lang/Object;)Z");
        } else if (opcode == Opcodes.NEW) {
            out.visitTypeInsn(opcode, types.className(type));
        } else if (opcode != Opcodes.CHECKCAST || !TypeMap.isNumber(type)) {
            out.visitTypeInsn(opcode, types.name(type));
        }
        before.visitTypeInsn(opcode, type);
    }

    @Override
    public void visitMultiANewArrayInsn(String descriptor, int dimensions) {
        settle();
        String mapped = types.descriptor(descriptor);
        out.visitMultiANewArrayInsn(mapped, dimensions);
        if (descriptor.equals("[".repeat(dimensions) + "D")) {
            running("filled", "([Ljava/lang/Object;)[Ljava/lang/Object;");
            out.visitTypeInsn(Opcodes.CHECKCAST, mapped);
        }
        before.visitMultiANewArrayInsn(descriptor, dimensions);
    }

    @Override
    public void visitFieldInsn(int opcode, String fieldOwner, String name, String descriptor) {
        settle();
        boolean get = opcode == Opcodes.GETFIELD || opcode == Opcodes.GETSTATIC;
        if (fieldOwner.equals("java/lang/System") && !name.equals("in")) {
            out.visitLdcInsn(where() + " prints: a function that is evaluated a million times must not; leave it out");
            running("refuse", "(Ljava/lang/String;)V");
        }
        if (types.isFollowed(fieldOwner)) {
            out.visitFieldInsn(opcode, types.name(fieldOwner), name, types.descriptor(descriptor));
            if (get && descriptor.equals("D")) {
                running("field", ONE);
            }
        } else {
            if (!get && descriptor.equals("D")) {
                out.visitLdcInsn(where() + " keeps a number in a field of " + fieldOwner.replace('/', '.'));
                running("constant", "(Ljava/lang/Object;Ljava/lang/String;)D");
            }
            out.visitFieldInsn(opcode, fieldOwner, name, descriptor);
            raw = get && descriptor.equals("D");
        }
        before.visitFieldInsn(opcode, fieldOwner, name, descriptor);
    }

    @Override
    public void visitMethodInsn(int opcode, String callee, String name, String descriptor, boolean isInterface) {
        settle();
        if (callee.startsWith("[")) {
            if (callee.equals("[D") && name.equals("clone")) {
                running("clone", "(Ljava/lang/Object;)[Ljava/lang/Object;");
            } else {
                out.visitMethodInsn(opcode, types.name(callee), name, descriptor, false);
            }
        } else if (types.isFollowed(callee)) {
            boolean stream = types.isStream(callee);
            out.visitMethodInsn(
                    stream && opcode == Opcodes.INVOKEINTERFACE ? Opcodes.INVOKEVIRTUAL : opcode,
                    types.name(callee),
                    owner.methodName(name, descriptor),
                    types.descriptor(descriptor),
                    isInterface && !stream);
        } else {
            boolean direct = opcode == Opcodes.INVOKESPECIAL;
            owner.substitutes()
                    .of(callee, name, descriptor, opcode == Opcodes.INVOKESTATIC)
                    .filter(found -> !direct)
                    .ifPresentOrElse(
                            found -> out.visitMethodInsn(
                                    Opcodes.INVOKESTATIC, found.owner(), found.name(), found.descriptor(), false),
                            () -> new ForeignCalls(types, out)
                                    .emit(free, where(), opcode, callee, name, descriptor, isInterface));
        }
        before.visitMethodInsn(opcode, callee, name, descriptor, isInterface);
    }

    @Override
    public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
        settle();
        if (bootstrap.getOwner().equals("java/lang/invoke/StringConcatFactory")) {
            out.visitInvokeDynamicInsn(name, written(descriptor), bootstrap, arguments);
        } else {
            Object[] mapped = new Object[arguments.length];
            for (int k = 0; k < arguments.length; k++) {
                mapped[k] = arguments[k] instanceof Handle handle
                        ? owner.handle(handle, where(), arguments)
                        : arguments[k] instanceof Type type ? types.type(type) : arguments[k];
            }
            out.visitInvokeDynamicInsn(
                    owner.lambdaName(name, descriptor, arguments), types.descriptor(descriptor), bootstrap, mapped);
        }
        before.visitInvokeDynamicInsn(name, descriptor, bootstrap, arguments);
    }

    /** Writes out the numbers among what is concatenated; returns the descriptor with their texts. */
    private String written(String descriptor) {
        Type[] parameters = Type.getArgumentTypes(descriptor);
        int[] locals = new int[parameters.length];
        int local = free;
        for (int k = parameters.length - 1; k >= 0; k--) {
            Type mapped = types.type(parameters[k]);
            locals[k] = local;
            out.visitVarInsn(mapped.getOpcode(Opcodes.ISTORE), local);
            local += mapped.getSize();
        }
        Type[] texts = parameters.clone();
        for (int k = 0; k < parameters.length; k++) {
            Type mapped = types.type(parameters[k]);
            texts[k] = mapped;
            out.visitVarInsn(mapped.getOpcode(Opcodes.ILOAD), locals[k]);
            if (mapped.getDescriptor().equals("Ljava/lang/Object;")) {
                texts[k] = Type.getType(String.class);
                out.visitMethodInsn(
                        Opcodes.INVOKESTATIC,
                        "dev/gradgap/plain/running/RunningText",
                        "valueOf",
                        "(Ljava/lang/Object;)Ljava/lang/String;",
                        false);
            }
        }
        return Type.getMethodDescriptor(Type.getType(String.class), texts);
    }

    @Override
    public void visitJumpInsn(int opcode, Label label) {
        if (comparison != 0 && opcode >= Opcodes.IFEQ && opcode <= Opcodes.IFLE) {
            boolean down = comparison == Opcodes.DCMPL;
            comparison = 0;
            jump(opcode, down, label);
        } else {
            settle();
            out.visitJumpInsn(opcode, label);
        }
        before.visitJumpInsn(opcode, label);
    }

    /**
     * A comparison and a jump by its result. What is no number makes dcmpl negative and dcmpg positive, so that the jump is taken
     * if a relation holds, or if one does not.
     */
    private void jump(int opcode, boolean down, Label label) {
        switch (opcode) {
            case Opcodes.IFEQ -> jump("isEqual", true, label);
            case Opcodes.IFNE -> jump("isEqual", false, label);
            case Opcodes.IFLT -> jump(down ? "isGreaterOrEqual" : "isLess", !down, label);
            case Opcodes.IFLE -> jump(down ? "isGreater" : "isLessOrEqual", !down, label);
            case Opcodes.IFGT -> jump(down ? "isGreater" : "isLessOrEqual", down, label);
            default -> jump(down ? "isGreaterOrEqual" : "isLess", down, label);
        }
    }

    private void jump(String relation, boolean ifItHolds, Label label) {
        running(relation, RELATION);
        out.visitJumpInsn(ifItHolds ? Opcodes.IFNE : Opcodes.IFEQ, label);
    }

    @Override
    public void visitLdcInsn(Object value) {
        settle();
        if (value instanceof Type type) {
            out.visitLdcInsn(types.type(type));
        } else if (value instanceof ConstantDynamic) {
            throw new NotFollowedError(where() + " has a dynamic constant, which no Java compiler writes");
        } else {
            out.visitLdcInsn(value);
            raw = value instanceof Double;
        }
        before.visitLdcInsn(value);
    }

    @Override
    public void visitIincInsn(int variable, int increment) {
        settle();
        out.visitIincInsn(variable, increment);
        before.visitIincInsn(variable, increment);
    }

    @Override
    public void visitTableSwitchInsn(int min, int max, Label otherwise, Label... labels) {
        settle();
        out.visitTableSwitchInsn(min, max, otherwise, labels);
        before.visitTableSwitchInsn(min, max, otherwise, labels);
    }

    @Override
    public void visitLookupSwitchInsn(Label otherwise, int[] keys, Label[] labels) {
        settle();
        out.visitLookupSwitchInsn(otherwise, keys, labels);
        before.visitLookupSwitchInsn(otherwise, keys, labels);
    }

    @Override
    public void visitLabel(Label label) {
        settle();
        out.visitLabel(label);
        before.visitLabel(label);
    }

    @Override
    public void visitLineNumber(int number, Label start) {
        line = number;
        out.visitLineNumber(number, start);
    }

    @Override
    public void visitTryCatchBlock(Label start, Label end, Label handler, String type) {
        out.visitTryCatchBlock(start, end, handler, type);
    }

    @Override
    public void visitFrame(int type, int localCount, Object[] locals, int stackCount, Object[] stack) {
        List<Object> mappedLocals = new ArrayList<>();
        for (int k = 0; k < localCount; k++) {
            mappedLocals.add(mapped(locals[k]));
            if (Opcodes.DOUBLE.equals(locals[k])) {
                mappedLocals.add(Opcodes.TOP);
            }
        }
        Object[] mappedStack = new Object[stackCount];
        for (int k = 0; k < stackCount; k++) {
            mappedStack[k] = mapped(stack[k]);
        }
        out.visitFrame(Opcodes.F_NEW, mappedLocals.size(), mappedLocals.toArray(), stackCount, mappedStack);
        before.visitFrame(type, localCount, locals, stackCount, stack);
    }

    private Object mapped(Object type) {
        if (Opcodes.DOUBLE.equals(type)) {
            return TypeMap.OBJECT;
        }
        return type instanceof String name ? types.name(name) : type;
    }

    @Override
    public void visitMaxs(int stack, int locals) {
        out.visitMaxs(0, 0);
    }

    @Override
    public void visitEnd() {
        out.visitEnd();
    }
}
