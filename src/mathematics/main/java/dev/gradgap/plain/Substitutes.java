package dev.gradgap.plain;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Which static method stands for one of the JDK's: of the classes named here for its class, the first that has one of its name
 * whose parameters are the receiver and its own, once doubles are objects. To have another one it is written there.
 */
final class Substitutes {

    private static final String RUNNING = "dev/gradgap/plain/running/";

    private static final Map<String, List<String>> CLASSES = Map.ofEntries(
            Map.entry("java/lang/Math", List.of(RUNNING + "RunningMath", TypeMap.LIBRARY + "MathLibrary")),
            Map.entry("java/lang/StrictMath", List.of(RUNNING + "RunningMath", TypeMap.LIBRARY + "MathLibrary")),
            Map.entry("java/lang/Double", List.of(RUNNING + "RunningDouble")),
            Map.entry("java/lang/Number", List.of(RUNNING + "RunningDouble")),
            Map.entry("java/lang/Comparable", List.of(RUNNING + "RunningDouble")),
            Map.entry("java/lang/Object", List.of(RUNNING + "RunningDouble")),
            Map.entry("java/lang/String", List.of(RUNNING + "RunningText")),
            Map.entry("java/lang/StringBuilder", List.of(RUNNING + "RunningText")),
            Map.entry("java/lang/System", List.of(RUNNING + "RunningCollections")),
            Map.entry("java/util/Collections", List.of(RUNNING + "RunningCollections")),
            Map.entry("java/util/List", List.of(RUNNING + "RunningCollections")),
            Map.entry("java/util/ArrayList", List.of(RUNNING + "RunningCollections")),
            Map.entry("java/util/Comparator", List.of(RUNNING + "RunningCollections", TypeMap.LIBRARY + "Streams")),
            Map.entry("java/util/stream/Stream", List.of(RUNNING + "RunningCollections", TypeMap.LIBRARY + "Streams")),
            Map.entry("java/util/stream/IntStream", List.of(TypeMap.LIBRARY + "Streams")),
            Map.entry("java/util/stream/LongStream", List.of(TypeMap.LIBRARY + "Streams")),
            Map.entry("java/util/stream/Collectors", List.of(TypeMap.LIBRARY + "Streams")),
            Map.entry("java/util/Arrays", List.of(TypeMap.LIBRARY + "ArraysLibrary", RUNNING + "RunningCollections")));

    private final TypeMap types;
    private final Map<String, Map<String, String>> methods =
            new ConcurrentHashMap<>(); // by class: name and parameters, descriptor

    Substitutes(TypeMap types) {
        this.types = types;
    }

    /** A static method, in transformed code. */
    record Method(String owner, String name, String descriptor) {}

    /**
     * What stands for a method.
     *
     * @param isStatic whether it has no receiver
     */
    Optional<Method> of(String owner, String name, String descriptor, boolean isStatic) {
        Type method = Type.getMethodType(types.descriptor(descriptor));
        StringBuilder key = new StringBuilder(name).append('(');
        if (!isStatic) {
            key.append(types.descriptor("L" + owner + ";"));
        }
        for (Type parameter : method.getArgumentTypes()) {
            key.append(parameter.getDescriptor());
        }
        for (String substitute : CLASSES.getOrDefault(owner, List.of())) {
            if (substitute.startsWith(TypeMap.LIBRARY) && !types.isChanged(descriptor)) {
                continue; // of arrays of objects, say, not of doubles
            }
            String found = methods.computeIfAbsent(substitute, this::methodsOf).get(key.toString());
            if (found != null) {
                return Optional.of(new Method(substitute, name, found));
            }
        }
        return Optional.empty();
    }

    private Map<String, String> methodsOf(String className) {
        Map<String, String> found = new HashMap<>();
        new ClassReader(bytes(className))
                .accept(
                        new ClassVisitor(Opcodes.ASM9) {
                            @Override
                            public MethodVisitor visitMethod(
                                    int access, String name, String descriptor, String signature, String[] exceptions) {
                                if ((access & Opcodes.ACC_PUBLIC) != 0 && (access & Opcodes.ACC_STATIC) != 0) {
                                    String mapped = types.descriptor(descriptor);
                                    found.put(name + mapped.substring(0, mapped.indexOf(')')), mapped);
                                }
                                return null;
                            }
                        },
                        ClassReader.SKIP_CODE);
        return found;
    }

    /** The bytes of a class of this program or of the JDK. */
    static byte[] bytes(String name) {
        try (InputStream in = name.startsWith("java/")
                ? ClassLoader.getSystemResourceAsStream(name + ".class")
                : Substitutes.class.getClassLoader().getResourceAsStream(name + ".class")) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
