package dev.gradgap.plain;

import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Calls of code that is not transformed, and knows doubles only. What depends on no input is handed over as a double; what does
 * ends the evaluation with a line that says where, and what to write instead.
 */
final class ForeignCalls {

    private static final String RUNNING = "dev/gradgap/plain/running/Running";

    private final TypeMap types;
    private final MethodVisitor out;

    ForeignCalls(TypeMap types, MethodVisitor out) {
        this.types = types;
        this.out = out;
    }

    /**
     * Emits a call whose arguments are on the stack as transformed code has them, and leaves its result so.
     *
     * @param free the first of the local variables that may be used
     * @param where the place in the source, for messages
     */
    void emit(int free, String where, int opcode, String owner, String name, String descriptor, boolean isInterface) {
        String what = where + " calls " + owner.replace('/', '.') + "." + name
                + ", which works on doubles and cannot be followed: write it with operations and Math, or move it out";
        convertArguments(free, what, Type.getArgumentTypes(descriptor));
        out.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
        convertResult(what, Type.getReturnType(descriptor));
    }

    /** Replaces arguments on the stack by what code on doubles takes. */
    private void convertArguments(int free, String what, Type... parameters) {
        int changed = parameters.length;
        while (changed > 0 && !needsConversion(parameters[parameters.length - changed])) {
            changed--;
        }
        int local = free;
        int[] locals = new int[parameters.length];
        for (int k = parameters.length - 1; k >= parameters.length - changed; k--) {
            Type mapped = types.type(parameters[k]);
            locals[k] = local;
            out.visitVarInsn(mapped.getOpcode(Opcodes.ISTORE), local);
            local += mapped.getSize();
        }
        for (int k = parameters.length - changed; k < parameters.length; k++) {
            out.visitVarInsn(types.type(parameters[k]).getOpcode(Opcodes.ILOAD), locals[k]);
            convertArgument(what, parameters[k]);
        }
    }

    private boolean needsConversion(Type type) {
        return types.isChanged(type.getDescriptor()) && !type.getDescriptor().equals("Ljava/lang/Comparable;");
    }

    private void convertArgument(String what, Type parameter) {
        if (!needsConversion(parameter)) {
            return;
        }
        out.visitLdcInsn(what);
        switch (parameter.getDescriptor()) {
            case "D" -> running("constant", "(Ljava/lang/Object;Ljava/lang/String;)D");
            case "Ljava/lang/Double;" ->
                running("boxedConstant", "(Ljava/lang/Object;Ljava/lang/String;)Ljava/lang/Double;");
            case "Ljava/lang/Number;" ->
                running("numberConstant", "(Ljava/lang/Object;Ljava/lang/String;)Ljava/lang/Number;");
            case "[D" -> running("constants", "([Ljava/lang/Object;Ljava/lang/String;)[D");
            default -> {
                running("refuse", "(Ljava/lang/String;)V");
                out.visitInsn(Opcodes.POP);
                out.visitInsn(Opcodes.ACONST_NULL);
                out.visitTypeInsn(Opcodes.CHECKCAST, parameter.getInternalName());
            }
        }
    }

    private void convertResult(String what, Type result) {
        switch (result.getDescriptor()) {
            case "D" ->
                out.visitMethodInsn(
                        Opcodes.INVOKESTATIC, "java/lang/Double", "valueOf", "(D)Ljava/lang/Double;", false);
            case "[D" -> running("numbers", "([D)[Ljava/lang/Object;");
            case "Ljava/lang/Double;", "Ljava/lang/Number;", "Ljava/lang/Comparable;" -> {
                // a Double is a number that depends on no input
            }
            default -> {
                if (types.isChanged(result.getDescriptor())) {
                    out.visitInsn(Opcodes.POP);
                    out.visitLdcInsn(what);
                    running("refuse", "(Ljava/lang/String;)V");
                    out.visitInsn(Opcodes.ACONST_NULL);
                    out.visitTypeInsn(Opcodes.CHECKCAST, types.type(result).getInternalName());
                }
            }
        }
    }

    private void running(String name, String descriptor) {
        out.visitMethodInsn(Opcodes.INVOKESTATIC, RUNNING, name, descriptor, false);
    }
}
