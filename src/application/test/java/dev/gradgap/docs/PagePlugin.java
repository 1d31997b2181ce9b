package dev.gradgap.docs;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gradgap.catalog.Catalog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** The plug-in that a reader gets by following a page: its files compiled and packed into a jar, once for each page. */
public final class PagePlugin {

    private static final List<String> COMPILER_OPTIONS = List.of(
            "--release",
            "17",
            "-proc:none",
            "-Xlint:all,-path,-options",
            "-Werror",
            "-cp",
            System.getProperty("java.class.path"));
    private static final Map<String, Path> JARS = new ConcurrentHashMap<>();
    private static final Map<String, Catalog> CATALOGS = new ConcurrentHashMap<>();

    private PagePlugin() {}

    /** The jar made of the files on a page in docs. */
    static Path jar(String page) {
        return JARS.computeIfAbsent(page, name -> pack(Page.of("docs/" + name).files()));
    }

    /** Everything built in and what the page adds. */
    public static Catalog catalog(String page) {
        return CATALOGS.computeIfAbsent(page, name -> Catalog.load(List.of(jar(name))));
    }

    private static Path pack(Map<String, String> files) {
        Map<String, byte[]> content = compile(files);
        files.forEach((path, text) -> {
            if (path.startsWith("META-INF/")) {
                content.put(path, text.getBytes(UTF_8));
            }
        });
        try {
            Path jar = Files.createTempFile("gradgap-docs", ".jar");
            jar.toFile().deleteOnExit(); // a class loader keeps it open until then
            try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
                for (Map.Entry<String, byte[]> entry : content.entrySet()) {
                    out.putNextEntry(new JarEntry(entry.getKey()));
                    out.write(entry.getValue());
                }
            }
            return jar;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The class files of all Java files, by their paths in a jar; a warning is an error. */
    private static Map<String, byte[]> compile(Map<String, String> files) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        Map<String, ByteArrayOutputStream> classes = new LinkedHashMap<>();
        List<Source> sources = files.entrySet().stream()
                .filter(file -> file.getKey().endsWith(".java"))
                .map(file -> new Source(file.getKey(), file.getValue()))
                .toList();
        StringWriter messages = new StringWriter();
        try (StandardJavaFileManager standard = compiler.getStandardFileManager(null, null, UTF_8)) {
            JavaFileManager inMemory = new ForwardingJavaFileManager<>(standard) {
                @Override
                public JavaFileObject getJavaFileForOutput(
                        Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
                    String path = className.replace('.', '/') + kind.extension;
                    return new ClassFile(path, classes.computeIfAbsent(path, key -> new ByteArrayOutputStream()));
                }
            };
            if (!compiler.getTask(messages, inMemory, null, COMPILER_OPTIONS, null, sources)
                    .call()) {
                throw new AssertionError("the code on the page does not compile:\n" + messages);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, byte[]> compiled = new LinkedHashMap<>();
        classes.forEach((path, bytes) -> compiled.put(path, bytes.toByteArray()));
        return compiled;
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String path, String text) {
            super(URI.create("page:///" + path), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    private static final class ClassFile extends SimpleJavaFileObject {
        private final ByteArrayOutputStream bytes;

        ClassFile(String path, ByteArrayOutputStream bytes) {
            super(URI.create("page:///" + path), Kind.CLASS);
            this.bytes = bytes;
        }

        @Override
        public OutputStream openOutputStream() {
            return bytes;
        }
    }
}
