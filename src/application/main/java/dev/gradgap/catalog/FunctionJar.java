package dev.gradgap.catalog;

import dev.gradgap.plain.PackedFunction;
import dev.gradgap.text.UserError;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A function in plain Java as a plug-in, in a temporary file that is removed when the program ends.
 *
 * @param workload the name of the workload in it
 */
public record FunctionJar(String workload, Path jar) {

    private static final String FILE = "function.jar";

    /**
     * Reads a function and packs it.
     *
     * @param text as {@link FunctionSource} reads it
     * @param point where it is differentiated, if the user says
     * @throws UserError in one line, if there is no such function
     */
    public static FunctionJar of(String text, Optional<double[]> point) {
        FunctionSource source = FunctionSource.read(text);
        String name = source.method().inWords();
        Map<String, byte[]> files = PackedFunction.pack(name, text, source.method(), source.classes(), point);
        try {
            Path folder = Files.createTempDirectory("function");
            Path jar = folder.resolve(FILE);
            folder.toFile().deleteOnExit();
            jar.toFile().deleteOnExit();
            write(jar, files);
            return new FunctionJar(name, jar);
        } catch (IOException e) {
            throw new UserError("cannot use the temporary folder: " + UserError.describe(e), e);
        }
    }

    /** Every entry has the same time, so that the same function is the same file. */
    private static void write(Path jar, Map<String, byte[]> files) throws IOException {
        try (OutputStream file = Files.newOutputStream(jar);
                ZipOutputStream out = new ZipOutputStream(file)) {
            for (Map.Entry<String, byte[]> content : files.entrySet()) {
                ZipEntry entry = new ZipEntry(content.getKey());
                entry.setTime(0);
                out.putNextEntry(entry);
                out.write(content.getValue());
            }
        }
    }

    /**
     * Copies what is a function's jar into a folder, where it stays.
     *
     * @param position tells several from each other
     * @return the copy; any other plug-in as it is
     */
    public static String kept(String plugin, Path folder, int position) throws IOException {
        Path jar = Path.of(plugin);
        if (!jar.endsWith(FILE)) {
            return plugin;
        }
        Files.createDirectories(folder);
        return Files.copy(jar, folder.resolve("function-" + position + ".jar"))
                .toAbsolutePath()
                .toString();
    }
}
