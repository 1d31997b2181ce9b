package dev.gradgap.catalog;

import dev.gradgap.plain.PlainMethod;
import dev.gradgap.plain.PlainMethods;
import dev.gradgap.text.UserError;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/**
 * A function in plain Java as a user names it: {@code FILE.java}, {@code FILE.java::METHOD}, {@code FILE.java::CLASS::METHOD} or
 * {@code FILE.jar::CLASS::METHOD}.
 *
 * @param classes class files by internal name
 */
record FunctionSource(String text, PlainMethod method, Map<String, byte[]> classes) {

    /** How functions are named, for error messages and help texts. */
    static final String SYNTAX = "FILE.java, FILE.java::METHOD or FILE.jar::CLASS::METHOD";

    private static final String CLASS_FILE = ".class";
    private static final String SEPARATOR = "::";
    private static final int FIRST_VERSION = 44; // of Java 0, so to speak
    private static final int VERSION_BYTE = 7;

    /**
     * Reads, and if need be compiles, what is named.
     *
     * @throws UserError in one line, if there is no such function
     */
    static FunctionSource read(String text) {
        String[] parts = text.split(SEPARATOR, -1);
        Path file = Path.of(parts[0]);
        boolean isJar = parts[0].endsWith(".jar");
        if (!(isJar ? parts.length == 3 : parts[0].endsWith(".java") && parts.length <= 3)) {
            throw new UserError("--function: '" + text + "' is none of " + SYNTAX);
        }
        if (!Files.isRegularFile(file)) {
            throw new UserError("--function: " + file + ": " + (Files.exists(file) ? "not a file" : "no such file"));
        }
        Map<String, byte[]> classes = isJar ? inJar(file) : FunctionCompiler.compile(file);
        classes.forEach((name, bytes) -> requireLoadable(file, name, bytes));
        String owner = parts.length == 3 ? owner(file, classes, parts[1]) : mainClass(file, classes);
        try {
            PlainMethod method = parts.length == 1
                    ? PlainMethods.only(classes, owner)
                    : PlainMethods.named(classes, owner, parts[parts.length - 1]);
            return new FunctionSource(text, method, classes);
        } catch (IllegalArgumentException e) {
            throw new UserError("--function: " + file + ": " + e.getMessage(), e);
        }
    }

    private static Map<String, byte[]> inJar(Path file) {
        Map<String, byte[]> classes = new HashMap<>();
        try (JarFile jar = new JarFile(file.toFile())) {
            for (JarEntry entry : jar.stream().toList()) {
                String name = entry.getName();
                if (name.endsWith(CLASS_FILE) && !name.startsWith("META-INF/") && !name.endsWith("module-info.class")) {
                    try (InputStream in = jar.getInputStream(entry)) {
                        classes.put(name.substring(0, name.length() - CLASS_FILE.length()), in.readAllBytes());
                    }
                }
            }
        } catch (IOException e) {
            throw new UserError("--function: " + file + ": not a jar file (" + UserError.describe(e) + ")", e);
        }
        return classes;
    }

    private static void requireLoadable(Path file, String name, byte... bytes) {
        int needed = (bytes.length > VERSION_BYTE ? bytes[VERSION_BYTE] & 0xFF : 0) - FIRST_VERSION;
        int here = Runtime.version().feature();
        if (needed > here) {
            throw new UserError("--function: " + file + ": class " + name.replace('/', '.') + " is compiled for Java "
                    + needed + ", this is Java " + here);
        }
    }

    private static String owner(Path file, Map<String, byte[]> classes, String name) {
        String owner = name.replace('.', '/');
        if (classes.containsKey(owner)) {
            return owner;
        }
        int dot = owner.lastIndexOf('/');
        String nested = dot < 0 ? owner : owner.substring(0, dot) + "$" + owner.substring(dot + 1);
        return classes.keySet().stream()
                .filter(found -> found.equals(nested) || (!name.contains(".") && found.endsWith("$" + name)))
                .findFirst()
                .orElseThrow(() -> new UserError("--function: " + file + " has no class " + name
                        + NearestName.hint(
                                name,
                                classes.keySet().stream()
                                        .map(found -> found.replace('/', '.'))
                                        .toList())));
    }

    /** The class of the file's name. */
    private static String mainClass(Path file, Map<String, byte[]> classes) {
        String simple = file.getFileName().toString().replaceFirst("\\.java$", "");
        return classes.keySet().stream()
                .filter(name -> name.equals(simple) || name.endsWith("/" + simple))
                .findFirst()
                .orElseThrow(() -> new UserError("--function: " + file + " has no class " + simple
                        + "; name the class and the method: " + file + "::CLASS::METHOD"));
    }
}
