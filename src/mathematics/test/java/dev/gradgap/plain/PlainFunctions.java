package dev.gradgap.plain;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes functions of methods of classes that tests have at hand. */
public final class PlainFunctions {

    private PlainFunctions() {}

    /** A method of a class; its only one of that name, which is followed through all classes it is nested in or has in it. */
    public static PlainProgram program(Class<?> owner, String name) {
        Map<String, byte[]> classes = classes(owner);
        return new PlainProgram(classes, method(classes, owner, name), owner.getClassLoader());
    }

    /** The same as a family whose point is random. */
    public static PlainFamily family(Class<?> owner, String name) {
        return new PlainFamily(owner.getSimpleName() + "." + name, "a test", program(owner, name), Optional.empty());
    }

    private static PlainMethod method(Map<String, byte[]> classes, Class<?> owner, String name) {
        List<PlainMethod> found = PlainMethods.of(classes.get(internalName(owner))).stream()
                .filter(method -> method.name().equals(name))
                .toList();
        return found.get(0);
    }

    private static Map<String, byte[]> classes(Class<?> owner) {
        Map<String, byte[]> classes = new HashMap<>();
        add(owner.getNestHost(), classes);
        for (Class<?> nested : owner.getNestHost().getNestMembers()) {
            add(nested, classes);
        }
        return classes;
    }

    private static void add(Class<?> type, Map<String, byte[]> classes) {
        try (InputStream in = type.getClassLoader().getResourceAsStream(internalName(type) + ".class")) {
            classes.put(internalName(type), in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String internalName(Class<?> type) {
        return type.getName().replace('.', '/');
    }
}
