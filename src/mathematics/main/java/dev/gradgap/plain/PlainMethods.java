package dev.gradgap.plain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Finds the methods that can be functions. */
public final class PlainMethods {

    private PlainMethods() {}

    /** The methods of a class that have one of the forms of {@link FunctionForm}, in its order. */
    static List<PlainMethod> of(byte[] bytes) {
        List<PlainMethod> found = new ArrayList<>();
        ClassReader reader = new ClassReader(bytes);
        reader.accept(
                new ClassVisitor(Opcodes.ASM9) {
                    @Override
                    public MethodVisitor visitMethod(
                            int access, String name, String descriptor, String signature, String[] exceptions) {
                        boolean hasBody = (access & (Opcodes.ACC_ABSTRACT | Opcodes.ACC_SYNTHETIC)) == 0;
                        if (hasBody
                                && !name.startsWith("<")
                                && FunctionForm.of(descriptor).isPresent()) {
                            boolean isStatic = (access & Opcodes.ACC_STATIC) != 0;
                            found.add(new PlainMethod(reader.getClassName(), name, descriptor, isStatic));
                        }
                        return null;
                    }
                },
                ClassReader.SKIP_CODE);
        return found;
    }

    /**
     * The method of a name.
     *
     * @throws IllegalArgumentException in one line, if there is none of a known form, or several
     */
    public static PlainMethod named(Map<String, byte[]> classes, String owner, String name) {
        List<PlainMethod> all = of(classes.get(owner));
        List<PlainMethod> found =
                all.stream().filter(method -> method.name().equals(name)).toList();
        if (found.size() == 1) {
            return found.get(0);
        }
        if (found.isEmpty()) {
            throw new IllegalArgumentException("class " + owner.replace('/', '.') + " has no method '" + name
                    + "' of the forms " + FunctionForm.ALL
                    + (all.isEmpty() ? "" : "; it has " + names(all)));
        }
        throw new IllegalArgumentException("class " + owner.replace('/', '.') + " has " + found.size() + " methods '"
                + name + "' that could be meant; rename all but one, or put a method of another name in front");
    }

    /**
     * The only method of a class that no code of its program calls.
     *
     * @throws IllegalArgumentException in one line, if there is none, or several
     */
    public static PlainMethod only(Map<String, byte[]> classes, String owner) {
        List<PlainMethod> all = of(classes.get(owner));
        Set<String> called = called(classes.values());
        List<PlainMethod> roots = all.stream()
                .filter(method -> !called.contains(owner + "." + method.name() + method.descriptor()))
                .toList();
        List<PlainMethod> found = roots.isEmpty() ? all : roots;
        if (found.size() == 1) {
            return found.get(0);
        }
        String className = owner.replace('/', '.');
        throw new IllegalArgumentException(
                found.isEmpty()
                        ? "class " + className + " has no method of the forms " + FunctionForm.ALL
                        : "class " + className + " has several functions: " + names(found)
                                + "; name one with ::METHOD");
    }

    private static String names(List<PlainMethod> methods) {
        return methods.stream().map(PlainMethod::name).distinct().collect(Collectors.joining(", "));
    }

    private static Set<String> called(Collection<byte[]> classes) {
        Set<String> called = new HashSet<>();
        for (byte[] bytes : classes) {
            new ClassReader(bytes).accept(new Calls(called), ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        }
        return called;
    }

    /** Notes what is called, or handed on as a lambda expression, by others than itself. */
    private static final class Calls extends ClassVisitor {
        private final Set<String> called;
        private String owner;

        Calls(Set<String> called) {
            super(Opcodes.ASM9);
            this.called = called;
        }

        @Override
        public void visit(
                int version, int access, String name, String signature, String superName, String[] interfaces) {
            owner = name;
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String method, String descriptor, String signature, String[] exceptions) {
            if (method.equals("main")) {
                return null;
            }
            String caller = owner + "." + method + descriptor;
            return new MethodVisitor(Opcodes.ASM9) {
                @Override
                public void visitMethodInsn(
                        int opcode, String callee, String name, String calleeDescriptor, boolean isInterface) {
                    note(callee + "." + name + calleeDescriptor);
                }

                @Override
                public void visitInvokeDynamicInsn(String name, String made, Handle bootstrap, Object... arguments) {
                    for (Object argument : arguments) {
                        if (argument instanceof Handle handle) {
                            note(handle.getOwner() + "." + handle.getName() + handle.getDesc());
                        }
                    }
                }

                private void note(String callee) {
                    if (!callee.equals(caller)) {
                        called.add(callee);
                    }
                }
            };
        }
    }
}
