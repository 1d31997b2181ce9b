package dev.gradgap.results.environment;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The jar this program runs from, and what stands beside it on the class path. */
final class RunningJar {

    private static final String SERVICES = "META-INF/services";

    private RunningJar() {}

    /** Its SHA-256 in lower-case hexadecimal; empty if the program runs from a directory of classes. */
    static Optional<String> sha256() {
        try {
            Optional<Path> jar = path();
            return jar.isPresent() ? Optional.of(sha256(jar.get())) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<Path> path() {
        CodeSource source = RunningJar.class.getProtectionDomain().getCodeSource();
        try {
            return Optional.ofNullable(
                            source == null ? null : Path.of(source.getLocation().toURI()))
                    .filter(Files::isRegularFile);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /**
     * The other jars on the class path, and the folders that offer a service: plug-ins and what they need, if the program runs from a
     * jar; otherwise its own parts are among them, and nothing is said.
     */
    static List<String> others() {
        Optional<Path> own = path();
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(element -> own.isPresent() && !element.isEmpty() && isCode(Path.of(element)))
                .filter(element ->
                        !Path.of(element).toAbsolutePath().equals(own.get().toAbsolutePath()))
                .toList();
    }

    private static boolean isCode(Path element) {
        return Files.isRegularFile(element) || Files.isDirectory(element.resolve(SERVICES));
    }

    /** The SHA-256 of a file, or of the names and contents of all files in a folder, in lower-case hexadecimal. */
    static String sha256(Path root) throws IOException {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
        try (Stream<Path> files = Files.walk(root, FileVisitOption.FOLLOW_LINKS)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                if (!file.equals(root)) {
                    String name = root.relativize(file) + " " + Files.size(file) + "\n";
                    digest.update(name.getBytes(StandardCharsets.UTF_8));
                }
                try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
                    in.transferTo(OutputStream.nullOutputStream());
                }
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
