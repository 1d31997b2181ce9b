package dev.gradgap.results.file;

import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Replaces a file whole or not at all: written beside its place under a name that no other writer has, forced to disk, then
 * moved over the old one. Of several writers the last one's file stays.
 */
public final class AtomicFile {

    private static final String TEMPORARY = ".tmp";
    private static final Pattern OURS = Pattern.compile(".*\\.[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\\.tmp");

    /** No file takes longer to write. */
    private static final Duration ABANDONED = Duration.ofHours(1);

    private AtomicFile() {}

    /** Writes the content of a file. */
    @FunctionalInterface
    public interface Content {

        /** Writes everything; the stream is buffered and closed by the caller. */
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Writes a text in UTF-8, as it is.
     *
     * @throws UncheckedIOException naming the file and the cause in one line; the old file, if any, is untouched
     */
    public static void write(Path file, String text) {
        write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * Writes a file, making its directory if there is none.
     *
     * @throws UncheckedIOException naming the file and the cause in one line; the old file, if any, is untouched
     */
    public static void write(Path file, Content content) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            replace(file, temporary -> writeAndForce(temporary, content));
        } catch (IOException e) {
            throw IoErrors.unchecked("cannot write " + file, e);
        }
    }

    /**
     * Makes a symbolic link that points somewhere else now, or did not exist.
     *
     * @throws IOException if it cannot be made; the old one, if any, is untouched
     */
    public static void link(Path link, Path target) throws IOException {
        replace(link, temporary -> Files.createSymbolicLink(temporary, target));
    }

    /**
     * Removes what writers that were killed have left in a directory: temporary files that nobody has written to for an
     * hour.
     *
     * @throws UncheckedIOException naming the directory and the cause in one line
     */
    public static void removeAbandoned(Path directory) {
        Instant limit = Instant.now().minus(ABANDONED);
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "*" + TEMPORARY)) {
            for (Path file : files) {
                if (OURS.matcher(file.getFileName().toString()).matches()
                        && Files.getLastModifiedTime(file).toInstant().isBefore(limit)) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (NoSuchFileException e) {
            // there is no such directory yet, or another process has removed the file
        } catch (DirectoryIteratorException e) {
            throw IoErrors.unchecked("cannot tidy up " + directory, e.getCause());
        } catch (IOException e) {
            throw IoErrors.unchecked("cannot tidy up " + directory, e);
        }
    }

    /** Makes something at a temporary path. */
    @FunctionalInterface
    private interface Maker {
        void make(Path temporary) throws IOException;
    }

    private static void replace(Path file, Maker maker) throws IOException {
        Path temporary = file.resolveSibling(file.getFileName() + "." + UUID.randomUUID() + TEMPORARY);
        try {
            maker.make(temporary);
            move(temporary, file);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static void writeAndForce(Path file, Content content) throws IOException {
        // Not Files.createTempFile, whose file only its owner may read; not a channel, which an interrupt closes.
        try (FileOutputStream disk = new FileOutputStream(file.toFile());
                OutputStream out = new BufferedOutputStream(disk)) {
            content.writeTo(out);
            out.flush();
            disk.getFD().sync();
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
