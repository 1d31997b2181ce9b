package dev.gradgap.plain;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * The names of methods once doubles are objects: two that only a double told from each other, such as {@code f(double)} and {@code
 * f(Object)}, or a method and the bridge that javac writes for it, must not become one.
 */
final class MethodNames {

    private final TypeMap types;
    private final Set<String> ambiguous = new HashSet<>(); // names with descriptors

    MethodNames(TypeMap types, Collection<byte[]> classes) {
        this.types = types;
        Map<String, Set<String>> originals = new HashMap<>();
        for (byte[] bytes : classes) {
            new ClassReader(bytes)
                    .accept(
                            new ClassVisitor(Opcodes.ASM9) {
                                @Override
                                public MethodVisitor visitMethod(
                                        int access,
                                        String name,
                                        String descriptor,
                                        String signature,
                                        String[] exceptions) {
                                    String mapped = types.descriptor(descriptor);
                                    originals
                                            .computeIfAbsent(
                                                    name + mapped.substring(0, mapped.indexOf(')') + 1),
                                                    k -> new HashSet<>())
                                            .add(name + descriptor);
                                    return null;
                                }
                            },
                            ClassReader.SKIP_CODE);
        }
        originals.values().stream().filter(same -> same.size() > 1).forEach(ambiguous::addAll);
    }

    /** The name of a method of the user's. */
    String of(String name, String descriptor) {
        boolean renamed = !name.startsWith("<") && types.isChanged(descriptor) && ambiguous.contains(name + descriptor);
        return renamed ? name + "$" + Integer.toHexString(descriptor.hashCode()) : name;
    }
}
