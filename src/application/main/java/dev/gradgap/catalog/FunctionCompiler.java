package dev.gradgap.catalog;

import dev.gradgap.text.UserError;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles a source file, and what it uses of the sources beside it, in memory. */
final class FunctionCompiler {

    private static final Pattern PACKAGE = Pattern.compile("(?m)^\\s*package\\s+([\\w.]+)\\s*;");

    private FunctionCompiler() {}

    /**
     * The class files of a source file, by internal name.
     *
     * @throws UserError with the compiler's first message and its line, if it does not compile
     */
    static Map<String, byte[]> compile(Path file) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            throw new UserError("--function: this Java (" + System.getProperty("java.home")
                    + ") has no compiler; use a JDK, or compile " + file + " and name the jar");
        }
        Map<String, ByteArrayOutputStream> written = new HashMap<>();
        DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
        try (StandardJavaFileManager files =
                        compiler.getStandardFileManager(problems, Locale.ROOT, StandardCharsets.UTF_8);
                JavaFileManager memory = new Memory(files, written)) {
            Path folder = sources(file);
            List<String> options =
                    List.of("-g", "-proc:none", "-nowarn", "-encoding", "UTF-8", "-sourcepath", folder.toString());
            boolean compiled = compiler.getTask(null, memory, problems, options, null, files.getJavaFileObjects(file))
                    .call();
            if (!compiled) {
                throw new UserError("--function: " + problem(file, problems.getDiagnostics()));
            }
        } catch (IOException e) {
            throw new UserError("--function: " + file + " cannot be read: " + UserError.describe(e), e);
        }
        return written.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue()
                .toByteArray()));
    }

    /** The folder below which the packages of a source file begin. */
    private static Path sources(Path file) throws IOException {
        Path folder = file.toAbsolutePath().normalize().getParent();
        Matcher matcher = PACKAGE.matcher(Files.readString(file));
        if (!matcher.find()) {
            return folder;
        }
        Path inner = Path.of(matcher.group(1).replace('.', '/'));
        Path outer = folder;
        for (int k = 0; folder.endsWith(inner) && k < inner.getNameCount(); k++) {
            outer = outer.getParent();
        }
        return outer;
    }

    private static String problem(Path file, List<Diagnostic<? extends JavaFileObject>> problems) {
        return problems.stream()
                .filter(problem -> problem.getKind() == Diagnostic.Kind.ERROR)
                .findFirst()
                .map(problem -> (problem.getSource() == null
                                ? file
                                : Path.of(problem.getSource().toUri()).getFileName())
                        + ":" + problem.getLineNumber() + ": "
                        + problem.getMessage(Locale.ROOT).replaceAll("\\s*\\R\\s*", ", "))
                .orElse(file + " does not compile");
    }

    /** Keeps what the compiler writes. */
    private static final class Memory extends ForwardingJavaFileManager<JavaFileManager> {

        private final Map<String, ByteArrayOutputStream> written;

        Memory(JavaFileManager files, Map<String, ByteArrayOutputStream> written) {
            super(files);
            this.written = written;
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
            String name = className.replace('.', '/');
            return new SimpleJavaFileObject(URI.create("memory:///" + name + kind.extension), kind) {
                @Override
                public OutputStream openOutputStream() {
                    return written.computeIfAbsent(name, key -> new ByteArrayOutputStream());
                }
            };
        }
    }
}
